"""The calendar file of the journey's dates, as the page makes it: every event, its days, and nothing else."""

from datetime import date, timedelta

from browsers import Address, Page
from browsers.form import CalculatorForm
from built_site import SITE, calculator_page

import calculators

MADE = """async () => {
  const element = document.querySelector("form[data-calculator]");
  const answers = vademecum.form.readAnswers(element);
  const result = await vademecum.engine.evaluate("journey_dates", answers);
  return vademecum.form.calendarText(new vademecum.form.Words(element), result);
}"""
BUTTON = "() => !document.querySelector('[data-calendar]').hidden"


def unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def test_the_calendar_holds_every_event_and_no_more(page: Page, address: Address) -> None:
    page.open(f"{address(SITE)}it/{calculator_page('journey_dates')}")
    form = CalculatorForm(page, "journey_dates")
    assert not page.evaluate(BUTTON), "no date, no calendar"
    answers = {"infusion_on": "2026-03-02", "product": "brexu_cel"}
    for item, answer in answers.items():
        form.answer(item, answer)
    shown = form.shown()
    assert page.evaluate(BUTTON)
    text = str(page.evaluate(MADE))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert text.count("\n") == text.count("\r\n")
    lines = unfolded(text)
    assert (lines[0], lines[1], lines[-1]) == ("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR")
    events = calculators.evaluate("journey_dates", answers)["events"]
    days_shown = zip(dates_of(lines, "DTSTART"), dates_of(lines, "DTEND"), strict=True)
    found = dict(zip(dates_of(lines, "UID:"), days_shown, strict=True))
    assert len(found) == lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == len(events)
    for event_id, days in events.items():
        last = date.fromisoformat(days["to"] or days["from"]) + timedelta(days=1)
        expected = (days["from"].replace("-", ""), last.isoformat().replace("-", ""))
        assert found[f"{event_id}-{days['from']}@vademecum-car-t"] == expected
    for summary in (line.removeprefix("SUMMARY:") for line in lines if line.startswith("SUMMARY:")):
        assert summary.replace("\\,", ",") in shown.text
    form.reset()
    assert not page.evaluate(BUTTON), "nothing is left for the next patient"


def dates_of(lines: list[str], name: str) -> list[str]:
    return [line.removeprefix("UID:").removeprefix(f"{name};VALUE=DATE:") for line in lines if line.startswith(name)]
