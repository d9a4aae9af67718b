/** The text for the patient's record: every item with its answer, the unknown by name, the result, the edition. */
(() => {
  const form = ((window.vademecum ??= {}).form ??= {});

  function answerText(words, item, result) {
    const value = result.values[item];
    if (value) return form.valueText(words, value);
    if (!result.read[item] || result.unknown.includes(item)) return words.say("form.not_known").toLowerCase();
    return words.list(result.read[item].map((level) => words.level(item, level)), "form.or");
  }

  /**
   * What was answered to each question, in reading order; a question answered another way has what was answered instead.
   * @returns {{item: string, parts: {item: string, text: string}[]}[]}
   */
  form.answersGiven = (words, result) => {
    // A series that was not given was not asked for: it stands instead of other answers.
    const asked = words.order.filter((item) => result.read[item] || result.unknown.includes(item));
    return asked.map((item) => {
      const others = Object.keys(result.read).filter((id) => id !== item && words.items[id]?.question === item);
      const shown = others.length ? others : [item];
      return { item, parts: shown.map((id) => ({ item: id, text: answerText(words, id, result) })) };
    });
  };

  function itemLines(words, result) {
    const parts = form.answersGiven(words, result).flatMap((answer) => answer.parts);
    return parts.map(({ item, text }) => `${words.item(item)}: ${text}.`).join(" ");
  }

  function scoreResult(words, result) {
    const score = words.additive && result.score ? ` (${form.scoreText(words, result).toLowerCase()})` : "";
    return [`${form.resultText(words, result)}${score}.`, ...result.remarks.map((r) => form.remarkText(words, r))];
  }

  function labelResult(words, result) {
    return Object.entries(result.products).map(([id, product]) => `${form.productOutcome(words, id, product)}.`);
  }

  function formulaResult(words, result) {
    const lines = Object.entries(result.results).map(([id, named]) => `${form.namedResultText(words, id, named)}.`);
    return [...lines, ...result.remarks.map((remark) => form.remarkText(words, remark))];
  }

  function scheduleResult(words, result) {
    return Object.entries(result.events).map(([id, dates]) => `${form.eventText(words, id, dates)}.`);
  }

  /** Result and answers, without the calculator's name and edition. */
  form.recordBody = (words, result) => {
    let write = scoreResult;
    if (result.products) write = labelResult;
    else if (result.results) write = formulaResult;
    else if (result.events) write = scheduleResult;
    const said = write(words, result);
    if (result.settled_by.length) {
      said.push(words.say("form.settled_by", { items: words.itemList(result.settled_by) }));
    }
    return `${said.join(" ")} ${itemLines(words, result)}`;
  };

  form.recordText = (words, result) => {
    const body = result.problems.length ? `${words.say("form.not_computed")}.` : form.recordBody(words, result);
    return `${words.record_title}: ${body} ${words.stamp}`;
  };

  /** On plain http and at file:// the clipboard may be refused: then select the text, and leave it to the reader. */
  form.toClipboard = async (text, area) => {
    area.value = text;
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      area.closest("label").hidden = false;
      area.select();
      return document.execCommand("copy");
    }
  };

  form.copyRecord = async (element, words, result) => {
    const area = element.querySelector("[data-copy-text]");
    const copied = await form.toClipboard(form.recordText(words, result), area);
    element.querySelector("[data-copied]").textContent = words.say(copied ? "form.copied" : "form.copy_by_hand");
  };
})();
