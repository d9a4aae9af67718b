/** Ties a calculator's form to the engine: answers in, result out, nothing kept. */
(() => {
  const { form } = window.vademecum;
  /** A number is judged when the field is left, or after this pause in typing, never in the middle of it. */
  const PAUSE_MS = 600;

  function start(element) {
    const words = new form.Words(element);
    const id = element.dataset.calculator;
    const output = element.querySelector("[data-result]");
    let asked = 0;
    let pause;
    let last = null;

    function show(result, answered) {
      last = result;
      output.classList.remove("is-pending");
      // The engine answers this form while it still checks the other calculators.
      element.querySelector("[data-engine-note]").hidden = true;
      form.showNotes(element, words, result);
      const draw = { label: form.showLabel, formula: form.showFormula, schedule: form.showSchedule }[element.dataset.kind] ?? form.showScore;
      draw(element, words, result, answered);
      form.showManagement(result.outcomes ?? [], answered);
      for (const button of element.querySelectorAll("[data-copy]")) button.hidden = !answered;
      if (!performance.getEntriesByName("vademecum:first-result").length) performance.mark("vademecum:first-result");
    }

    async function compute() {
      clearTimeout(pause);
      // Answered before the engine's script is here: `begin` computes it.
      if (!window.vademecum.engine) return;
      const call = ++asked;
      const answers = form.readAnswers(element);
      try {
        const result = await window.vademecum.engine.evaluate(id, answers);
        if (call === asked) show(result, Object.keys(answers).length > 0);
      } catch (error) {
        // The engine's own event has said why; an older result must not stand beside newer answers.
        console.error("vademecum form:", error);
        clear();
      }
    }

    function clear() {
      last = null;
      output.classList.remove("is-pending");
      Object.assign(output.dataset, { outcomes: "", settled: "false", scoreMin: "", scoreMax: "" });
      output.replaceChildren();
      element.querySelector("[data-details]").replaceChildren();
      form.showNotes(element, words, null);
      form.showManagement([], false);
      const area = element.querySelector("[data-copy-text]");
      area.value = "";
      area.closest("label").hidden = true;
      element.querySelector("[data-copied]").textContent = "";
      for (const button of element.querySelectorAll("[data-copy], [data-calendar]")) button.hidden = true;
    }

    function reset() {
      element.reset();
      form.showWays(element);
      clear();
      compute();
    }

    element.addEventListener("input", (event) => {
      element.querySelector("[data-copied]").textContent = "";
      if (!form.isTyped(event.target)) return;
      output.classList.add("is-pending");
      clearTimeout(pause);
      pause = setTimeout(compute, PAUSE_MS);
    });
    element.addEventListener("change", () => {
      form.showWays(element);
      compute();
    });
    element.addEventListener("submit", (event) => event.preventDefault());
    element.querySelector("[data-reset]").addEventListener("click", reset);
    element.addEventListener("vademecum:next-assessment", reset);
    element.querySelector("[data-copy]").addEventListener("click", () => last && form.copyRecord(element, words, last));
    // A clock set before this edition was made is wrong: its "today" is not offered.
    const clockIsBehind = form.today() < document.querySelector('meta[name="edition"]').dataset.date;
    for (const button of element.querySelectorAll("[data-today]")) {
      button.hidden = clockIsBehind;
      button.addEventListener("click", () => {
        element.elements[button.dataset.today].value = form.today();
        compute();
      });
    }
    element.querySelector("[data-print]").addEventListener("click", async () => {
      // A number that is still being typed is computed first; a sheet to fill in by hand waits for nothing.
      if (window.vademecum.engine?.state === "ready") await compute();
      form.printAlone("worksheet");
    });
    for (const button of element.querySelectorAll("[data-print], [data-reset]")) button.hidden = false;
    document.addEventListener("vademecum:engine", ({ detail }) => {
      form.showEngine(element, words, detail);
      if (detail.state === "failed") clear(); // what it gave before is not to be trusted either
    });
    // Nothing of one patient may be left for the next: not after a reload, not after "back".
    window.addEventListener("pagehide", () => {
      element.reset();
      clear();
    });
    window.addEventListener("pageshow", (event) => event.persisted && reset());

    let begun = false;
    function begin() {
      if (begun) return;
      begun = true;
      if (!window.vademecum.engine) {
        document.documentElement.dataset.engine = "failed";
        form.showEngine(element, words, { state: "failed", reason: "no_engine" });
        return;
      }
      form.showEngine(element, words, window.vademecum.engine);
      compute();
    }
    form.showWays(element);
    // The engine's script is loaded beside this one: it may come later, or never. What is answered meanwhile is kept.
    form.showEngine(element, words, { state: "loading" });
    if (window.vademecum.engine) begin();
    document.addEventListener("vademecum:engine", begin);
    window.addEventListener("load", begin);
  }

  document.addEventListener("DOMContentLoaded", () => {
    document.documentElement.classList.replace("no-js", "js");
    for (const element of document.querySelectorAll("form[data-calculator]")) start(element);
  });
})();
