/** The table as it is shown, for the reader's spreadsheet. */
(() => {
  const explorer = ((window.vademecum ??= {}).explorer ??= {});

  function cellText(cell) {
    const text = cell.dataset.text ?? cell.textContent.replace(/\s+/g, " ").trim();
    return text === "–" ? "" : text;
  }

  /** The table's heading and the rows as CSV. */
  explorer.csv = (table, rows, separator) => {
    const cells = [table.tHead.rows[0], ...rows].map((row) => [...row.cells].map(cellText));
    return window.vademecum.spreadsheet.csv(cells, separator);
  };
})();
