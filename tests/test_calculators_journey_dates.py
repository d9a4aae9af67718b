"""The dates of the journey are counted from day 0, keep to their products, and are never guessed."""

from datetime import date, timedelta
from typing import Any

import pytest

import calculators
from calculators.journey_dates import EVENTS, PRODUCT

PRODUCTS = [level.id for level in PRODUCT.levels]


def events(infusion: str, product: str | None = None) -> dict[str, Any]:
    result = calculators.evaluate("journey_dates", {"infusion_on": infusion, "product": product})
    assert not result["problems"]
    return dict(result["events"])


@pytest.mark.parametrize("infusion", ["2026-03-02", "2028-02-29", "2026-12-31"])
def test_days_are_counted_from_day_0(infusion: str) -> None:
    found = events(infusion)
    for event in EVENTS:
        if event.start.months:
            continue
        assert date.fromisoformat(found[event.id]["from"]) - date.fromisoformat(infusion) == timedelta(
            event.start.days
        )
        assert event.end is not None
        assert date.fromisoformat(found[event.id]["to"]) - date.fromisoformat(infusion) == timedelta(event.end.days)


def test_weeks_end_on_the_last_of_their_days() -> None:
    ends = {event.id: event.end.days for event in EVENTS if event.end and not event.end.months}
    assert (ends["proximity_axi_eu"], ends["no_driving_axi_eu"], ends["proximity_liso_uk"]) == (28, 56, 14)
    assert (ends["daily_monitoring_eu"], ends["monitoring_us"], ends["irradiated_blood"]) == (7, 14, 90)


@pytest.mark.parametrize("product", PRODUCTS)
def test_a_product_has_its_own_dates_and_no_other_product_s(product: str) -> None:
    own = {event.id for event in EVENTS if not event.products or product in event.products}
    assert set(events("2026-03-02", product)) == own


def test_a_product_not_known_has_the_dates_of_all_and_learning_it_adds_none() -> None:
    everything = events("2026-03-02")
    assert set(everything) == {event.id for event in EVENTS}
    for product in PRODUCTS:
        assert everything.items() >= events("2026-03-02", product).items()


def test_events_stand_in_the_order_of_their_first_days() -> None:
    firsts = [dates["from"] for dates in events("2026-03-02").values()]
    assert firsts == sorted(firsts)


@pytest.mark.parametrize("infusion", [None, "2026", "2026-03"])
def test_without_the_day_there_is_no_date(infusion: str | None) -> None:
    result = calculators.evaluate("journey_dates", {"infusion_on": infusion, "product": "axi_cel"})
    assert (result["events"], result["settled"], result["settled_by"]) == ({}, False, ["infusion_on"])
    assert result["unknown"] == ([] if infusion else ["infusion_on"])


@pytest.mark.parametrize("infusion", ["9998-12-31", "1950-01-01"])
def test_the_first_and_the_last_day_that_can_be_read(infusion: str) -> None:
    result = calculators.evaluate("journey_dates", {"infusion_on": infusion})
    assert result["problems"] or result["events"]
