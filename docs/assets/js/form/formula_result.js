/** The named results of a formula: one row each, with its value, its unit and its outcomes. */
(() => {
  const form = ((window.vademecum ??= {}).form ??= {});

  function line(text, name) {
    const element = document.createElement("p");
    element.className = name;
    element.textContent = text;
    return element;
  }

  function valueText(words, { value, unit }) {
    if (!value || (value.min === null && value.max === null)) return null;
    const [min, max] = [value.min, value.max].map((bound) => bound && words.number(bound));
    let text = words.say("form.from_to", { min, max });
    if (min === max) text = min;
    else if (max === null) text = words.say("form.at_least", { value: min });
    else if (min === null) text = words.say("form.at_most", { value: max });
    return unit ? `${text}\u00a0${words.unit(unit)}` : text;
  }

  /** One named result as a sentence; the copied text has it too. */
  form.namedResultText = (words, id, named) => {
    const value = valueText(words, named);
    const outcomes = named.outcomes.map((outcome) => `${id}.${outcome}`);
    let said = [value, outcomes.length ? words.outcomeList(outcomes) : null].filter((text) => text !== null).join(", ");
    if (!named.applies) said = words.say("form.does_not_apply");
    else if (!said) said = words.say("form.no_number");
    return words.say("form.named_result", { name: words.results[id], said });
  };

  function row(words, id, named) {
    const element = document.createElement("div");
    element.className = "named-result";
    element.dataset.named = id;
    element.dataset.outcomes = named.outcomes.join(" ");
    element.dataset.valueMin = named.value?.min ?? "";
    element.dataset.valueMax = named.value?.max ?? "";
    element.append(line(form.namedResultText(words, id, named), "outcome"));
    if (named.settled_by.length) {
      element.append(line(words.say("form.settled_by", { items: words.itemList(named.settled_by) }), "settled-by"));
    }
    return element;
  }

  /** @param {object} result of `calculators.evaluate` for a formula */
  form.showFormula = (element, words, result, answered) => {
    const output = element.querySelector("[data-result]");
    output.dataset.outcomes = result.outcomes.join(" ");
    output.dataset.settled = String(result.settled);
    let rows = Object.entries(result.results).map(([id, named]) => row(words, id, named));
    if (result.problems.length) rows = [line(form.onHoldText(words, result), "outcome")];
    if (!answered) rows = [line(words.say("form.nothing_yet"), "outcome outcome--none")];
    form.replaceLines(output, rows);
    const details = result.remarks.map((remark) => line(form.remarkText(words, remark), "remark"));
    if (result.unknown.length) {
      details.push(line(words.say("form.unknown", { items: words.itemList(result.unknown) }), "unknown"));
    }
    form.replaceLines(element.querySelector("[data-details]"), answered && !result.problems.length ? details : []);
  };
})();
