/** Ties the list of assessments to the form: adding, showing, taking away; and to leaving the page, which ends it. */
(() => {
  const { course, form } = window.vademecum;

  function start(section) {
    const element = document.querySelector(`form[data-calculator="${section.dataset.course}"]`);
    const words = new form.Words(element);
    const find = (name) => section.querySelector(`[data-course-${name}]`);
    const [day, time, what, baseline] = ["day", "time", "what", "baseline"].map(find);
    const rows = new course.Rows();
    /** Date and time follow the clock until the reader writes others. */
    let written = false;

    function showNow() {
      if (written) return;
      day.value = form.today();
      time.value = form.timeNow();
    }

    function say(text) {
      find("said").textContent = text;
    }

    function refuse(text, ...fields) {
      for (const field of [day, time]) field.setAttribute("aria-invalid", String(fields.includes(field)));
      find("problem").textContent = text;
      find("problem").hidden = text === "";
    }

    function told(key, row) {
      const result = course.resultText(words, row);
      say(words.say(key, { when: form.momentText(row.moment), result, count: rows.all.length }));
    }

    function draw() {
      find("list").hidden = rows.empty;
      (rows.empty ? window.removeEventListener : window.addEventListener)("beforeunload", warn);
      const area = find("text");
      area.value = "";
      area.closest("label").hidden = true;
      find("chart").replaceChildren(...(rows.empty ? [] : [course.chart(words, rows.all)]));
      course.drawTable(find("table"), words, rows.all, remove);
      const shown = element.querySelector("[data-course-baseline-result]");
      if (shown) shown.textContent = baselineText();
    }

    function baselineText() {
      const row = rows.baseline;
      if (!row) return words.say("course.no_baseline");
      return words.say("course.baseline_was", { when: form.momentText(row.moment), result: course.resultText(words, row) });
    }

    function warn(event) {
      event.preventDefault();
      event.returnValue = true; // what older browsers look at
    }

    /** The row to add, or the reason why there is none. */
    async function made(moment) {
      const marked = baseline?.checked ?? false;
      if (what.value) return { row: course.recorded(moment, marked, words.levels[Number(what.value)]) };
      const answers = form.readAnswers(element);
      if (!Object.keys(answers).length) return { refused: words.say("course.nothing_to_add") };
      const result = await window.vademecum.engine.evaluate(words.calculator, answers);
      if (result.problems.length) return { refused: form.onHoldText(words, result) };
      return { row: course.assessed(moment, marked, result) };
    }

    async function add() {
      showNow();
      say("");
      refuse("");
      const { moment, problems } = await window.vademecum.engine.readMoment(day.value, time.value);
      if (problems.length) {
        const fields = problems.map(({ item }) => (item === "day" ? day : time));
        return refuse(problems.map((problem) => form.problemText(words, problem)).join(" "), ...fields);
      }
      if (rows.has(moment)) return refuse(words.say("course.same_moment"), day, time);
      const { row, refused } = await made(moment);
      if (refused) return refuse(refused);
      rows.add(row);
      draw();
      told("course.added", row);
      prepare();
    }

    /** Ready for the next one: now, the present result, not the baseline. */
    function prepare() {
      written = false;
      what.value = "";
      if (baseline) baseline.checked = false;
      showNow();
    }

    function remove(row) {
      rows.remove(row);
      draw();
      told("course.removed", row);
      find("add").focus();
    }

    function clear() {
      rows.clear();
      refuse("");
      say("");
      draw();
      prepare();
    }

    async function copy() {
      const area = find("text");
      const copied = await form.toClipboard(course.text(words, rows.all), area);
      say(words.say(copied ? "form.copied" : "form.copy_by_hand"));
    }

    function download() {
      const text = window.vademecum.spreadsheet.csv(course.spreadsheetRows(words, rows.all), section.dataset.separator);
      window.vademecum.spreadsheet.download(text, `${words.calculator}.csv`);
    }

    what.append(
      ...words.levels.map((level, place) => new Option(words.say("course.recorded", { name: level.label }), place)),
    );
    for (const field of [day, time]) field.addEventListener("input", () => (written = true));
    element.addEventListener("change", showNow);
    for (const [name, action] of Object.entries({ add, copy, download })) find(name).addEventListener("click", action);
    find("print").addEventListener("click", () => form.printAlone("course"));
    find("next").addEventListener("click", () => {
      element.dispatchEvent(new Event("vademecum:next-assessment"));
      element.querySelector("input").focus();
    });
    element.querySelector("[data-reset]").addEventListener("click", clear);
    window.addEventListener("pagehide", clear);
    clear();
    section.hidden = false;
  }

  document.addEventListener("DOMContentLoaded", () => {
    for (const section of document.querySelectorAll("[data-course]")) start(section);
  });
})();
