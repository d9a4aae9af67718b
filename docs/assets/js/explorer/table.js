/**
 * The explorer's table: which rows are shown, and in which order. Words and numbers are the page's own; values are never
 * an order, since that would read as a ranking of products.
 */
(() => {
  const explorer = ((window.vademecum ??= {}).explorer ??= {});

  /** What the form asks for: one value or none of each filter, any number of studies. */
  explorer.asked = (form) => {
    const data = new FormData(form);
    return {
      setting: data.get("setting"),
      product: data.get("product"),
      endpoint: data.get("endpoint"),
      trials: data.getAll("trial"),
    };
  };

  explorer.fits = (row, asked) =>
    ["setting", "product", "endpoint"].every((name) => !asked[name] || row.dataset[name] === asked[name]) &&
    (asked.trials.length === 0 || asked.trials.includes(row.dataset.trial));

  /** Shows the rows that fit and returns them. */
  explorer.filter = (table, asked) => {
    const rows = [...table.tBodies[0].rows];
    for (const row of rows) row.hidden = !explorer.fits(row, asked);
    return rows.filter((row) => !row.hidden);
  };

  function key(row, column) {
    const cell = row.cells[column];
    const sort = cell.dataset.sort;
    if (sort === undefined) return cell.textContent.trim();
    return sort === "" ? Number.POSITIVE_INFINITY : Number(sort);
  }

  function compare(one, other, language) {
    return typeof one === "number" ? one - other : one.localeCompare(other, language, { numeric: true });
  }

  /** Orders by a column, and the other way round when it is asked again; what is not known stands last. */
  explorer.sort = (table, header) => {
    const down = header.getAttribute("aria-sort") === "ascending";
    const column = header.cellIndex;
    const language = document.documentElement.lang;
    const rows = [...table.tBodies[0].rows].map((row) => [key(row, column), row]);
    rows.sort(([one], [other]) => {
      if (one === other) return 0;
      if (one === Number.POSITIVE_INFINITY || other === Number.POSITIVE_INFINITY) return one === other ? 0 : one > other ? 1 : -1;
      return (down ? -1 : 1) * compare(one, other, language);
    });
    table.tBodies[0].append(...rows.map(([, row]) => row));
    for (const other of header.parentElement.cells) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
  };
})();
