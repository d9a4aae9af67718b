/** What the form's controls say, as the calculator takes it; a blank answer is left out: it is not known. */
(() => {
  const form = ((window.vademecum ??= {}).form ??= {});

  form.isTyped = (control) => control.type === "text" || control.type === "textarea";

  /** Controls of the ways that are chosen; the others keep what was typed and are not sent. */
  function controls(element) {
    return [...element.elements].filter((control) => {
      const way = control.closest("[data-way]");
      return control.name && way && !way.hidden;
    });
  }

  /** @returns {Record<string, string | {value: string, unit: string}>} */
  form.readAnswers = (element) => {
    const answers = {};
    for (const control of controls(element)) {
      if (control.type === "radio" ? !control.checked : !form.isTyped(control)) continue;
      if (control.value.trim() === "") continue;
      const unit = element.elements[`${control.name}.unit`];
      answers[control.name] = unit ? { value: control.value, unit: unit.value } : control.value;
    }
    return answers;
  };

  /** Show the chosen way of answering each question, and no other. */
  form.showWays = (element) => {
    for (const way of element.querySelectorAll("[data-way]")) {
      const chosen = element.querySelector(`input[name="${way.dataset.for}.by"]:checked`);
      way.hidden = chosen !== null && chosen.value !== way.dataset.way;
    }
  };
})();
