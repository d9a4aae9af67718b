/** The result of a schedule: one line for each event with its days, and the same events as a calendar file. */
(() => {
  const form = ((window.vademecum ??= {}).form ??= {});

  function line(text, name) {
    const element = document.createElement("p");
    element.className = name;
    element.textContent = text;
    return element;
  }

  function daysText(words, { from, to }) {
    if (to === null) return words.say("form.from_day", { day: form.dayText(from) });
    return from === to ? form.dayText(from) : `${form.dayText(from)} – ${form.dayText(to)}`;
  }

  /** One event as a sentence; the copied text has it too. */
  form.eventText = (words, id, dates) =>
    words.say("form.named_result", { name: words.outcome(id), said: daysText(words, dates) });

  const stamp = (iso) => iso.replaceAll("-", "");
  const escaped = (text) => text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");

  /** RFC 5545: no line longer than 75 octets; the rest goes on after a line break and a space. */
  function folded(text) {
    const lines = [""];
    for (const character of text) {
      const longer = lines.at(-1) + character;
      if (new TextEncoder().encode(longer).length > 73) lines.push(character);
      else lines[lines.length - 1] = longer;
    }
    return lines.join("\r\n ");
  }

  function nextDay(iso) {
    const day = new Date(`${iso}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + 1);
    return day.toISOString().slice(0, 10);
  }

  /** All-day events; the last day of an all-day event is the first that is no longer in it. */
  form.calendarText = (words, result) => {
    const made = `${new Date().toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
    const events = Object.entries(result.events).flatMap(([id, { from, to }]) => [
      "BEGIN:VEVENT",
      `UID:${id}-${from}@vademecum-car-t`,
      `DTSTAMP:${made}`,
      `DTSTART;VALUE=DATE:${stamp(from)}`,
      `DTEND;VALUE=DATE:${stamp(nextDay(to ?? from))}`,
      `SUMMARY:${escaped(words.outcome(id))}`,
      "END:VEVENT",
    ]);
    const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Vademecum CAR-T//journey_dates//EN", ...events];
    return `${[...lines, "END:VCALENDAR"].map(folded).join("\r\n")}\r\n`;
  };

  function download(words, result) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([form.calendarText(words, result)], { type: "text/calendar" }));
    link.download = `${words.calculator}.ics`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  /** @param {object} result of `calculators.evaluate("journey_dates", …)` */
  form.showSchedule = (element, words, result, answered) => {
    const output = element.querySelector("[data-result]");
    output.dataset.outcomes = result.outcomes.join(" ");
    output.dataset.settled = String(result.settled);
    const events = Object.entries(result.events);
    let rows = events.map(([id, dates]) => line(form.eventText(words, id, dates), "event"));
    if (result.settled_by.length) {
      rows.push(line(words.say("form.settled_by", { items: words.itemList(result.settled_by) }), "settled-by"));
    }
    if (result.problems.length) rows = [line(form.onHoldText(words, result), "outcome")];
    if (!answered) rows = [line(words.say("form.nothing_yet"), "outcome outcome--none")];
    form.replaceLines(output, rows);
    const unknown = words.say("form.unknown", { items: words.itemList(result.unknown) });
    const details = answered && result.unknown.length ? [line(unknown, "unknown")] : [];
    form.replaceLines(element.querySelector("[data-details]"), details);
    const button = element.querySelector("[data-calendar]");
    button.hidden = !events.length;
    button.onclick = () => download(words, result);
  };
})();
