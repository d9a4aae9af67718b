/** The text for the patient's record: every item with its answer, the unknown by name, the result, the edition. */
(() => {
  const form = ((window.vademecum ??= {}).form ??= {});

  function answerText(words, item, result) {
    const value = result.values[item];
    if (value) {
      const sign = value.relation === "=" ? "" : value.relation;
      return `${sign}${words.number(value.given)} ${words.unit(value.unit)}`;
    }
    if (!result.read[item] || result.unknown.includes(item)) return words.say("form.not_known").toLowerCase();
    return words.list(result.read[item].map((level) => words.level(item, level)), "form.or");
  }

  /** Items in reading order; an item answered another way is followed by what was answered. */
  function itemLines(words, result) {
    const lines = words.order.map((item) => {
      const others = Object.keys(result.read).filter((id) => id !== item && words.items[id]?.question === item);
      if (others.length === 0) return `${words.item(item)}: ${answerText(words, item, result)}.`;
      return others.map((id) => `${words.item(id)}: ${answerText(words, id, result)}.`).join(" ");
    });
    return lines.join(" ");
  }

  form.recordText = (words, result) => {
    const outcome = result.problems.length ? words.say("form.not_computed") : form.resultText(words, result);
    const score = words.additive && result.score ? ` (${form.scoreText(words, result).toLowerCase()})` : "";
    const settled = result.settled_by.length
      ? ` ${words.say("form.settled_by", { items: words.itemList(result.settled_by) })}`
      : "";
    const remarks = result.remarks.map((remark) => ` ${form.remarkText(words, remark)}`).join("");
    const said = result.problems.length ? "" : ` ${itemLines(words, result)}`;
    return `${words.record_title}: ${outcome}${score}.${settled}${said}${remarks} ${words.stamp}`;
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
