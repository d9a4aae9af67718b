/** Ties the explorer's form to its table. Nothing is kept: a reload shows everything again. */
(() => {
  const explorer = ((window.vademecum ??= {}).explorer ??= {});

  function start(form) {
    const table = document.querySelector("[data-figures]");
    const list = document.querySelector("[data-list]");
    const compared = document.querySelector("[data-compared]");
    const output = form.querySelector("[data-shown]");
    const button = form.querySelector("[data-compare]");
    const words = JSON.parse(form.querySelector("[data-explorer-words]").textContent);
    const total = table.tBodies[0].rows.length;
    const say = (key, values) => words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
    let sideBySide = false;
    let shown = [];

    function draw() {
      shown = explorer.filter(table, explorer.asked(form));
      const many = sideBySide && explorer.trials(shown).length > explorer.MOST;
      const drawn = sideBySide && !many && shown.length > 0;
      list.hidden = drawn;
      compared.hidden = !drawn;
      compared.replaceChildren(...(drawn ? [explorer.compare(shown, words)] : []));
      button.setAttribute("aria-pressed", String(sideBySide));
      button.textContent = sideBySide ? words.list : words.compare;
      const count = shown.length ? say("shown", { shown: shown.length, total }) : words.nothing;
      output.textContent = many ? `${count} ${say("compare_many", { most: explorer.MOST })}` : count;
    }

    for (const header of table.querySelectorAll("[data-sortable]")) {
      const sort = document.createElement("button");
      sort.type = "button";
      sort.className = "sort";
      sort.setAttribute("aria-label", say("sort", { column: header.textContent }));
      sort.append(...header.childNodes);
      sort.addEventListener("click", () => {
        explorer.sort(table, header);
        draw();
      });
      header.append(sort);
    }
    form.addEventListener("change", draw);
    form.addEventListener("reset", () => setTimeout(draw));
    button.addEventListener("click", () => {
      sideBySide = !sideBySide;
      draw();
    });
    form.querySelector("[data-download]").addEventListener("click", () => {
      const rows = [...table.tBodies[0].rows].filter((row) => !row.hidden);
      window.vademecum.spreadsheet.download(explorer.csv(table, rows, form.dataset.separator), "vademecum-car-t.csv");
    });
    form.reset();
    form.hidden = false;
    draw();
  }

  // The scripts stand in the order of their names, so this one waits for the others.
  document.addEventListener("DOMContentLoaded", () => {
    for (const form of document.querySelectorAll("form[data-explorer]")) start(form);
  });
})();
