/** The result of a graded score: the outcomes still possible, what would settle them, and what they rest on. */
(() => {
  const form = ((window.vademecum ??= {}).form ??= {});

  function line(text, name) {
    const element = document.createElement("p");
    element.className = name;
    element.textContent = text;
    return element;
  }

  form.onHoldText = (words, result) =>
    words.say("form.on_hold", { items: words.itemList([...new Set(result.problems.map((p) => p.item))]) });

  /** The sentence of the result, without mark-up; the copied text has it too. */
  form.resultText = (words, result) => {
    if (result.problems.length) return form.onHoldText(words, result);
    return words.outcomeList(result.outcomes);
  };

  form.scoreText = (words, result) => {
    if (!result.score) return "";
    const { min, max } = result.score;
    return min === max ? words.say("form.score_one", { score: min }) : words.say("form.score_range", { min, max });
  };

  form.remarkText = (words, remark) => words.say(`remark.${remark.id}`, { name: words.item(remark.item) });

  function headline(words, result, answered) {
    if (!answered) return [line(words.say("form.nothing_yet"), "outcome outcome--none")];
    const lines = [line(form.resultText(words, result), "outcome")];
    if (result.settled_by.length) {
      lines.push(line(words.say("form.settled_by", { items: words.itemList(result.settled_by) }), "settled-by"));
    }
    return lines;
  }

  function details(words, result, answered) {
    if (!answered || result.problems.length) return [];
    const texts = result.remarks.map((remark) => [form.remarkText(words, remark), "remark"]);
    if (words.additive) texts.push([form.scoreText(words, result), "score"]);
    if (result.drivers.length) texts.push([words.say("form.drivers", { items: words.itemList(result.drivers) }), "drivers"]);
    if (result.unknown.length) texts.push([words.say("form.unknown", { items: words.itemList(result.unknown) }), "unknown"]);
    return texts.map(([text, name]) => line(text, name));
  }

  /** A live region speaks whenever it is written to: write only what differs. */
  form.replaceLines = (element, lines) => {
    const same = element.childElementCount === lines.length && lines.every((l, n) => l.isEqualNode(element.children[n]));
    if (!same) element.replaceChildren(...lines);
  };

  /** @param {object} result of `calculators.evaluate`; @param {boolean} answered whether anything was answered */
  form.showScore = (element, words, result, answered) => {
    const output = element.querySelector("[data-result]");
    output.dataset.outcomes = result.outcomes.join(" ");
    output.dataset.settled = String(result.settled);
    output.dataset.scoreMin = result.score?.min ?? "";
    output.dataset.scoreMax = result.score?.max ?? "";
    form.replaceLines(output, headline(words, result, answered));
    form.replaceLines(element.querySelector("[data-details]"), details(words, result, answered));
  };

  /** Open the management of the outcomes still possible, once answers have narrowed them; close the rest. */
  form.showManagement = (outcomes, answered) => {
    for (const block of document.querySelectorAll(".management[data-outcome]")) {
      const present = answered && outcomes.includes(block.dataset.outcome);
      if (present !== block.classList.contains("is-present")) block.open = present;
      block.classList.toggle("is-present", present);
      block.querySelector("[data-present]").hidden = !present;
    }
  };
})();
