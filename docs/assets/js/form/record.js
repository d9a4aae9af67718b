/** The text for the patient's record: every item with its answer, the unknown by name, the result, the edition. */
(() => {
  const form = ((window.vademecum ??= {}).form ??= {});

  function answerText(words, item, result) {
    const value = result.values[item];
    if (value) return form.valueText(words, value);
    if (!result.read[item] || result.unknown.includes(item)) return words.say("form.not_known").toLowerCase();
    return words.list(result.read[item].map((level) => words.level(item, level)), "form.or");
  }

  /** Items in reading order; an item answered another way is followed by what was answered. */
  function itemLines(words, result) {
    // A series that was not given was not asked for: it stands instead of other answers.
    const asked = words.order.filter((item) => result.read[item] || result.unknown.includes(item));
    const lines = asked.map((item) => {
      const others = Object.keys(result.read).filter((id) => id !== item && words.items[id]?.question === item);
      if (others.length === 0) return `${words.item(item)}: ${answerText(words, item, result)}.`;
      return others.map((id) => `${words.item(id)}: ${answerText(words, id, result)}.`).join(" ");
    });
    return lines.join(" ");
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

  form.recordText = (words, result) => {
    if (result.problems.length) return `${words.record_title}: ${words.say("form.not_computed")}. ${words.stamp}`;
    let write = scoreResult;
    if (result.products) write = labelResult;
    else if (result.results) write = formulaResult;
    else if (result.events) write = scheduleResult;
    const said = write(words, result);
    if (result.settled_by.length) {
      said.push(words.say("form.settled_by", { items: words.itemList(result.settled_by) }));
    }
    return `${words.record_title}: ${said.join(" ")} ${itemLines(words, result)} ${words.stamp}`;
  };

  /** On plain http and at file:// the clipboard may be refused: then select the text, and leave it to the reader. */
  async function toClipboard(text, area) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      area.closest("label").hidden = false;
      area.select();
      return document.execCommand("copy");
    }
  }

  form.copyRecord = async (element, words, result) => {
    const area = element.querySelector("[data-copy-text]");
    area.value = form.recordText(words, result);
    const copied = await toClipboard(area.value, area);
    element.querySelector("[data-copied]").textContent = words.say(copied ? "form.copied" : "form.copy_by_hand");
  };
})();
