"""The dates of the journey, counted from the day of infusion: what each source asks for, and until when.

Sources stand beside each event. Edition `labels-2026-11`. Units: day 0 is the infusion; months are calendar months.
Population: adults given one of the four products.

*Decides* (where the sources leave room)
    "For 4 weeks" ends on day 28, "for 8 weeks" on day 56, "for 7 days" on day 7.
    A month's same day that does not exist is the month's last day: 30 November + 3 months = 28 February.
    Product not known: the events of every product, each under its product's name.
    Periods differ by product, country and date of the text: each stands under its own, and none is merged.

*Not for*
    Replacing the label in force on the day, or the centre's calendar. A date of which only month or year is known.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from calculators.dates import add_months, days
from calculators.definition import describe_item
from calculators.evaluation import read_answers
from calculators.model import Choice, Date, Level
from calculators.problems import Problem

EDITION = "labels-2026-11"
INFUSION = Date("infusion_on")
PRODUCT = Choice("product", tuple(Level(p, 0) for p in ("axi_cel", "brexu_cel", "liso_cel", "tisa_cel")))
ITEMS = (INFUSION, PRODUCT)


@dataclass(frozen=True, slots=True)
class Offset:
    """A day counted from the infusion: months first, then days."""

    days: int = 0
    months: int = 0

    def after(self, infusion: date) -> date:
        """Return the day itself."""
        return add_months(infusion, self.months) + timedelta(days=self.days)


@dataclass(frozen=True, slots=True)
class Event:
    """Something to do or to keep to, from one day to another.

    ``end`` None: from that day on. ``products`` empty: whatever the product.
    """

    id: str
    start: Offset
    end: Offset | None
    source: str
    products: tuple[str, ...] = ()


def _period(event_id: str, first: int, last: int, source: str, *products: str) -> Event:
    return Event(event_id, Offset(first), Offset(last), source, products)


def _from_month(event_id: str, month: int, source: str) -> Event:
    return Event(event_id, Offset(months=month), None, source)


def _on_month(event_id: str, month: int, source: str) -> Event:
    return Event(event_id, Offset(months=month), Offset(months=month), source)


EVENTS = (
    _period("lymphodepletion_ends_liso_us", -7, -2, "fda-2024-breyanzi-mcl", "liso_cel"),
    _period("lymphodepletion_axi", -5, -3, "nct02348216", "axi_cel"),
    _period("lymphodepletion_brexu_us", -5, -3, "tecartus-uspi", "brexu_cel"),
    _period("daily_monitoring_eu", 1, 7, "ema-2024-monitoring", "axi_cel", "brexu_cel"),
    _period("daily_monitoring_us", 1, 7, "fda-2025-rems"),
    _period("monitoring_us", 1, 14, "fda-2025-rems"),
    _period("proximity_axi_eu", 0, 28, "yescarta-leaflet-2022", "axi_cel"),
    _period("proximity_brexu_uk", 0, 28, "tecartus-uk-2025", "brexu_cel"),
    _period("proximity_tisa_uk", 0, 28, "kymriah-uk", "tisa_cel"),
    _period("proximity_liso_uk", 0, 14, "breyanzi-uk-2025", "liso_cel"),
    _period("no_driving_liso_us", 0, 14, "fda-2025-breyanzi-label", "liso_cel"),
    _period("no_driving_axi_eu", 0, 56, "yescarta-leaflet-2022", "axi_cel"),
    _period("irradiated_blood", 0, 90, "rejeski-2023"),
    _on_month("pet_month_1", 1, "galtier-2023"),
    _period("early_icaht_closes", 30, 30, "rejeski-2023"),
    _on_month("pet_month_3", 3, "galtier-2023"),
    _from_month("inactivated_vaccines_3", 3, "reynolds-2023"),
    _from_month("inactivated_vaccines_6", 6, "ash-course-table"),
    _from_month("live_vaccines", 12, "ash-course-table"),
)


def describe_journey() -> dict[str, Any]:
    """Describe the calculator; ``items`` as in ``calculators.definition.describe``.

    An event is an outcome: ``{"id", "start": {"days", "months"}, "end": the same or null, "products": [ids]}``.
    """
    return {
        "id": "journey_dates",
        "edition": EDITION,
        "kind": "schedule",
        "sources": list(dict.fromkeys(event.source for event in EVENTS)),
        "items": [describe_item(item) for item in ITEMS],
        "alternatives": [],
        "alternative_items": [],
        "outcomes": [
            {
                "id": event.id,
                "start": _offset(event.start),
                "end": None if event.end is None else _offset(event.end),
                "products": list(event.products),
            }
            for event in EVENTS
        ],
        "remarks": [],
        "rows": 0,
    }


def _offset(offset: Offset) -> dict[str, int]:
    return {"days": offset.days, "months": offset.months}


def evaluate_journey(answers: Any) -> dict[str, Any]:
    """Return the days of every event that the answers allow, in the order of their first days.

    Shape::

        {"calculator": "journey_dates", "edition": "labels-2026-11", "settled": True,
         "outcomes": ["lymphodepletion_axi", ...],      the events, those of every product that it may be
         "events": {"lymphodepletion_axi": {"from": "2026-02-23", "to": "2026-02-25"}, ...},
                    {} without the day of infusion; "to" is None where an event has no last day
         "unknown": [...], "settled_by": [...], "read": {...}, "values": {}, "problems": []}
    """
    result: dict[str, Any] = {"calculator": "journey_dates", "edition": EDITION, "settled": False, "outcomes": []}
    result |= {"events": {}, "unknown": [], "settled_by": [], "read": {}, "values": {}, "problems": []}
    if not isinstance(answers, dict):
        return {**result, "problems": [Problem("not_an_object", answers).as_data(None)]}
    readings, result["problems"] = read_answers(ITEMS, (), answers, {})
    result["read"] = {item_id: list(reading.levels) for item_id, reading in readings.items()}
    if result["problems"]:
        return result
    products = set(readings[PRODUCT.id].levels)
    held = [event for event in EVENTS if not event.products or products & set(event.products)]
    infusion = _day(readings[INFUSION.id].levels)
    if infusion is not None:
        held.sort(key=lambda event: event.start.after(infusion))
        result["events"] = {event.id: _dates(event, infusion) for event in held}
    asked = ([INFUSION.id] if infusion is None else []) + ([PRODUCT.id] if len(products) > 1 else [])
    unknown = [] if readings[INFUSION.id].levels else [INFUSION.id]
    return {
        **result,
        "settled": not asked,
        "outcomes": [event.id for event in held],
        "unknown": unknown + ([PRODUCT.id] if len(products) == len(PRODUCT.levels) else []),
        "settled_by": asked,
    }


def _day(levels: tuple[str, ...]) -> date | None:
    """Return the day, where the answer is one and not a month or a year."""
    if not levels:
        return None
    first, last = days(levels[0])
    return first if first == last else None


def _dates(event: Event, infusion: date) -> dict[str, str | None]:
    end = None if event.end is None else event.end.after(infusion)
    return {"from": event.start.after(infusion).isoformat(), "to": None if end is None else end.isoformat()}
