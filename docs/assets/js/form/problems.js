/** What stands beside a field: how a number was read, or what to do when it could not be read. */
(() => {
  const form = ((window.vademecum ??= {}).form ??= {});

  /** @param {object} problem as in calculators/problems.py */
  form.problemText = (words, problem) => {
    const or = (values, write) => words.list((values ?? []).map(write), "form.or");
    const unit = (id) => words.unit(id);
    const bare = problem.code === "implausible" && !problem.unit;
    const text = words.say(bare ? "problem.implausible_number" : `problem.${problem.code}`, {
      seen: problem.seen ?? "",
      readings: or(problem.readings, (value) => words.number(value.replace(/(\.\d*?)0+$/, "$1"))),
      allowed: or(problem.allowed, unit),
      items: words.itemList(problem.with ?? []),
      min: words.number(problem.min ?? ""),
      max: words.number(problem.max ?? ""),
      unit: unit(problem.unit ?? ""),
    });
    const parts = [problem.line ? words.say("problem.in_line", { line: problem.line }) : "", text];
    if (problem.plausible_in?.length) parts.push(words.say("problem.plausible_in", { units: or(problem.plausible_in, unit) }));
    return parts.filter((part) => part !== "").join(" ");
  };

  /** A value as it was given, or as it was counted from a series; see calculators/formula_series.py. */
  form.valueText = (words, value) => {
    if (value.count) return words.say("form.series_read", value);
    if (value.counted) {
      const days = value.min === value.max ? value.min : words.say("form.from_to", value);
      return `${days} ${words.unit(value.unit)}`;
    }
    const sign = value.relation === "=" ? "" : value.relation;
    return `${sign}${words.number(value.given)} ${words.unit(value.unit)}`;
  };

  /** @param {object} value as in calculators/reading.py, e.g. 29 mg/L read as 2.9 mg/dL */
  function readText(words, item, value) {
    if (value.counted) return words.say("form.counted", { name: words.item(value.counted), value: form.valueText(words, value) });
    if (value.count) return form.valueText(words, value);
    if (words.items[item].units.length < 2) return "";
    const sign = value.relation === "=" ? "" : value.relation;
    const write = (number, unit) => `${sign}${words.number(number)} ${words.unit(unit)}`;
    const others = words.items[item].units
      .filter((unit) => unit.id !== value.unit)
      .map((unit) => {
        const number = unit.id === value.first_unit ? value.value : form.fromFirstUnit(value.value, unit);
        return number === null ? null : write(number, unit.id);
      })
      .filter((text) => text !== null);
    return [write(value.given, value.unit), ...others].join(" = ");
  }

  /** Write the notes beside all fields anew; what was typed is never touched. */
  form.showNotes = (element, words, result) => {
    for (const note of element.querySelectorAll("[data-read]")) {
      const item = note.dataset.read;
      const value = result?.values?.[item];
      const date = words.items[item].kind === "date" ? result?.read[item]?.[0] : undefined;
      note.textContent = date ? form.dateText(date) : value ? readText(words, item, value) : "";
    }
    for (const note of element.querySelectorAll("[data-problem]")) {
      const item = note.dataset.problem;
      const texts = (result?.problems ?? []).filter((p) => p.item === item).map((p) => form.problemText(words, p));
      note.textContent = texts.join(" ");
      note.hidden = texts.length === 0;
      element.querySelector(`input[type="text"][name="${item}"], textarea[name="${item}"]`)?.setAttribute("aria-invalid", String(texts.length > 0));
    }
  };
})();
