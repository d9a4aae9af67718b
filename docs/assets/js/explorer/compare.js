/** Studies side by side: a row for each endpoint, a column for each study, in each cell the figures with their sets. */
(() => {
  const explorer = ((window.vademecum ??= {}).explorer ??= {});
  /** More columns than this cannot be read, not even on a wide screen. */
  explorer.MOST = 6;

  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  /** What was measured, without its definition. */
  const named = (row) => row.cells[1].firstChild.textContent.trim();

  /** One figure: arm, value, interval, and in small whom it counts and on which scale. */
  function figure(row) {
    const [, endpoint, arm, value, interval, counted, n, followUp, scale, , evidence] = [...row.cells].map(
      (cell) => cell.dataset.text ?? cell.textContent.trim(),
    );
    const definition = endpoint.slice(named(row).length + 2);
    const known = row.dataset.evidence === "primary" ? "" : evidence;
    const details = [counted, n === "–" ? "" : `n = ${n}`, followUp, scale, definition, known]
      .filter((text) => text && text !== "–")
      .join("; ");
    const strong = element("strong", {}, value);
    const between = interval ? ` (${interval}) ` : " ";
    const cited = row.cells[9].cloneNode(true).childNodes;
    return element("li", {}, `${arm}: `, strong, between, element("small", {}, details), " ", ...cited);
  }

  /** The ids of the studies that the rows belong to, in the order of the rows. */
  explorer.trials = (rows) => [...new Set(rows.map((row) => row.dataset.trial))];

  /** Builds the table of the rows that are shown. */
  explorer.compare = (rows, words) => {
    const trials = explorer.trials(rows);
    const headings = new Map(rows.map((row) => [row.dataset.trial, row.cells[0]]));
    const endpoints = new Map();
    for (const row of rows) {
      const name = named(row);
      if (!endpoints.has(name)) endpoints.set(name, []);
      endpoints.get(name).push(row);
    }
    const head = element("tr", {}, element("th", { scope: "col" }, words.endpoint));
    for (const trial of trials) head.append(element("th", { scope: "col" }, ...headings.get(trial).cloneNode(true).childNodes));
    const body = element("tbody");
    for (const [name, held] of endpoints) {
      const line = element("tr", {}, element("th", { scope: "row" }, name));
      for (const trial of trials) {
        const figures = held.filter((row) => row.dataset.trial === trial).map(figure);
        line.append(element("td", {}, ...(figures.length ? [element("ul", { class: "plain" }, ...figures)] : ["–"])));
      }
      body.append(line);
    }
    return element(
      "table",
      { class: "wide results" },
      element("caption", {}, words.compared),
      element("thead", {}, head),
      body,
    );
  };
})();
