/** The course as a small drawing: a column for each assessment, a row for each level of the score. */
(() => {
  const course = ((window.vademecum ??= {}).course ??= {});
  const { form } = window.vademecum;

  const COLUMN = 64;
  const TOP = 12;
  const FOOT = 52;
  const LETTER = 6.2;
  const WIDEST_LABEL = 20;

  function element(name, attributes, text) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text !== undefined) made.textContent = text;
    return made;
  }

  /** A long name in two lines, parted at the space nearest to its middle. */
  function lines(name) {
    if (name.length <= WIDEST_LABEL) return [name];
    const spaces = [...name.matchAll(/ /g)].map(({ index }) => index);
    const at = spaces.sort((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0];
    return at === undefined ? [name] : [name.slice(0, at), name.slice(at + 1)];
  }

  function labels(levels, y) {
    return levels.flatMap((level) => {
      const parts = lines(level.label);
      return parts.map((part, place) =>
        element("text", { x: 0, y: y(level.score) + 4 + (place - (parts.length - 1) / 2) * 13 }, part),
      );
    });
  }

  /** One assessment: a filled circle when settled, else an open one for every level still possible, joined. */
  function marks(row, levels, x, y) {
    const possible = levels.filter(({ score, outcome }) => row.min <= score && score <= row.max && row.outcomes.includes(outcome));
    const settled = possible.length === 1;
    const circles = possible.map(({ score }) =>
      element("circle", { cx: x, cy: y(score), r: settled ? 6 : 5, class: settled ? "course-settled" : "course-possible" }),
    );
    const ends = possible.map(({ score }) => y(score));
    const range = { x1: x, x2: x, y1: Math.min(...ends), y2: Math.max(...ends), class: "course-range" };
    return settled ? circles : [element("line", range), ...circles];
  }

  function when(words, row, x, foot) {
    const [day, time = ""] = row.moment.split("T");
    const texts = [form.shortDay(day), time, row.baseline ? words.say("course.baseline") : ""];
    return texts.map((text, place) => element("text", { x, y: foot + 16 + place * 14, "text-anchor": "middle" }, text));
  }

  /** Settled neighbours are joined; across a range nothing is drawn, because nothing is known of it. */
  function path(rows, x, y) {
    const pairs = rows.slice(1).map((row, place) => [rows[place], row, place]);
    return pairs
      .filter(([before, row]) => before.min === before.max && row.min === row.max)
      .map(([before, row, place]) =>
        element("line", { x1: x(place), y1: y(before.min), x2: x(place + 1), y2: y(row.min), class: "course-path" }),
      );
  }

  /** @returns {SVGElement} */
  course.chart = (words, rows) => {
    const { levels } = words;
    const step = levels.length > 8 ? 20 : 30;
    const lowest = Math.min(...levels.map(({ score }) => score));
    const foot = TOP + (levels.length - 1) * step + 14;
    const left = Math.max(...levels.flatMap(({ label }) => lines(label).map((line) => line.length))) * LETTER + 12;
    const width = left + rows.length * COLUMN + 8;
    const x = (place) => left + (place + 0.5) * COLUMN;
    const y = (score) => TOP + (levels.length - 1 - (score - lowest)) * step;
    const said = rows.map((row) => words.say("course.row", { when: form.momentText(row.moment), result: course.resultText(words, row) }));
    const svg = element("svg", { viewBox: `0 0 ${width} ${foot + FOOT}`, width, height: foot + FOOT, role: "img", "aria-labelledby": "course-chart-title course-chart-desc" });
    svg.append(
      element("title", { id: "course-chart-title" }, words.say("course.chart", { record: words.record_title })),
      element("desc", { id: "course-chart-desc" }, words.say("course.chart_described", { rows: said.join(" ") })),
      ...levels.map(({ score }) => element("line", { x1: left, x2: width, y1: y(score), y2: y(score), class: "course-level" })),
      ...labels(levels, y),
      ...path(rows, x, y),
      ...rows.flatMap((row, place) => [...marks(row, levels, x(place), y), ...when(words, row, x(place), foot)]),
    );
    return svg;
  };
})();
