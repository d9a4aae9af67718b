/** The result of a label check: one row for each product, what decided it, and the record that was read. */
(() => {
  const form = ((window.vademecum ??= {}).form ??= {});

  function line(text, name) {
    const element = document.createElement("p");
    element.className = name;
    element.textContent = text;
    return element;
  }

  const named = (words, prefix) => (id) => words.say(`${prefix}.${id}`);

  function recordText(words, record) {
    return words.say(record.until ? "form.label_record_until" : "form.label_record", {
      setting: words.say(`setting.${record.setting}`),
      status: words.say(`status.${record.status}`),
      since: record.since ?? words.say("form.no_date"),
      until: record.until ?? "",
    });
  }

  function reimbursedText(words, found) {
    const values = { setting: words.say(`setting.${found.setting}`), since: found.since ?? words.say("form.no_date") };
    return words.list(found.outcomes.map((outcome) => words.say(`form.reimbursed.${outcome}`, values)), "form.or");
  }

  form.productTexts = (words, product) => {
    const texts = [];
    if (product.settled_by.length) {
      texts.push(words.say("form.settled_by", { items: words.itemList(product.settled_by) }));
    }
    for (const silence of product.silent_on) texts.push(words.say(`silence.${silence}`));
    if (product.decided_by.length) {
      const criteria = product.decided_by.map(named(words, "criterion")).join("; ");
      texts.push(words.say("form.decided_by", { criteria }));
    }
    for (const record of product.indications) texts.push(recordText(words, record));
    for (const found of product.reimbursed ?? []) texts.push(reimbursedText(words, found));
    return texts;
  };

  form.productOutcome = (words, id, product) => {
    return `${words.products[id]}: ${words.outcomeList(product.outcomes)}`;
  };

  function productRow(words, id, product, answered) {
    const row = document.createElement("div");
    row.className = "product";
    row.dataset.product = id;
    row.dataset.outcomes = product.outcomes.join(" ");
    row.append(line(form.productOutcome(words, id, product), "product-outcome"));
    for (const text of answered ? form.productTexts(words, product) : []) row.append(line(text, "product-note"));
    return row;
  }

  /** @param {object} result of `calculators.evaluate("eligibility", …)` */
  form.showLabel = (element, words, result, answered) => {
    const output = element.querySelector("[data-result]");
    output.dataset.settled = String(result.settled);
    const rows = Object.entries(result.products).map(([id, product]) => productRow(words, id, product, answered));
    if (result.problems.length) rows.unshift(line(form.onHoldText(words, result), "outcome"));
    if (!answered) rows.unshift(line(words.say("form.nothing_yet"), "outcome outcome--none"));
    form.replaceLines(output, rows);
    const unknown = words.say("form.unknown", { items: words.itemList(result.unknown) });
    const details = answered && result.unknown.length ? [line(unknown, "unknown")] : [];
    form.replaceLines(element.querySelector("[data-details]"), details);
  };
})();
