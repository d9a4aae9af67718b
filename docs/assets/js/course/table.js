/** The course as a table for the page, as rows for a spreadsheet, and as text. */
(() => {
  const course = ((window.vademecum ??= {}).course ??= {});
  const { form } = window.vademecum;

  function cellText(words, { item, parts }) {
    const [first] = parts;
    if (parts.length === 1 && first.item === item) return first.text;
    return parts.map((part) => `${words.item(part.item)}: ${part.text}`).join("; ");
  }

  function answerCells(words, row) {
    if (!row.result) return words.order.map(() => "");
    return form.answersGiven(words, row.result).map((answer) => cellText(words, answer));
  }

  function cell(name, text, attributes = {}) {
    const made = document.createElement(name);
    made.textContent = text;
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  function removeCell(words, row, remove) {
    const button = cell("button", words.say("course.remove"), { type: "button", class: "quiet" });
    button.setAttribute("aria-label", words.say("course.remove_row", { when: form.momentText(row.moment) }));
    button.addEventListener("click", () => remove(row));
    const made = cell("td", "", { class: "course-remove" });
    made.append(button);
    return made;
  }

  function line(...cells) {
    const made = document.createElement("tr");
    made.append(...cells);
    return made;
  }

  /** @param {(row: object) => void} remove */
  course.drawTable = (table, words, rows, remove) => {
    const heads = ["course.when", "course.result", "course.note"].map((key) => words.say(key));
    const head = [...heads, ...words.order.map((item) => words.item(item))].map((text) => cell("th", text, { scope: "col" }));
    table.tHead.replaceChildren(line(...head, cell("td", "", { class: "course-remove" })));
    const drawn = rows.map((row) => {
      const texts = [course.resultText(words, row), course.noteText(words, row), ...answerCells(words, row)];
      const cells = texts.map((text) => cell("td", text || "–"));
      return line(cell("th", form.momentText(row.moment), { scope: "row" }), ...cells, removeCell(words, row, remove));
    });
    table.tBodies[0].replaceChildren(...drawn);
  };

  /** A measured value in its first unit, which the heading names, so that a spreadsheet reads a number. */
  function spreadsheetCell(words, row, item, text) {
    const value = row.result?.values[item];
    if (!value) return text;
    return `${value.relation === "=" ? "" : value.relation}${words.number(value.value)}`;
  }

  function heading(words, item) {
    const [unit] = words.items[item].units;
    return unit ? `${words.item(item)} (${words.unit(unit.id)})` : words.item(item);
  }

  /** @returns {string[][]} the heading first; days and times as ISO 8601 writes them */
  course.spreadsheetRows = (words, rows) => {
    const fixed = ["day", "time", "result", "score_min", "score_max", "note"].map((key) => words.say(`course.${key}`));
    const lines = rows.map((row) => {
      const [day, time = ""] = row.moment.split("T");
      const outcomes = words.outcomeList(row.outcomes);
      const answers = answerCells(words, row).map((text, place) => spreadsheetCell(words, row, words.order[place], text));
      return [day, time, outcomes, String(row.min), String(row.max), course.noteText(words, row), ...answers];
    });
    return [[...fixed, ...words.order.map((item) => heading(words, item))], ...lines];
  };

  /** One line for each assessment, with the edition at the end. */
  course.text = (words, rows) => {
    const lines = rows.map((row) => {
      const note = course.noteText(words, row);
      const said = row.result ? form.recordBody(words, row.result) : `${course.resultText(words, row)}.`;
      return `${form.momentText(row.moment)}${note ? ` (${note})` : ""}: ${said}`;
    });
    return [words.say("course.chart", { record: words.record_title }), ...lines, words.stamp].join("\n");
  };
})();
