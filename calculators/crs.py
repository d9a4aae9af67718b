"""Cytokine release syndrome, ASTCT consensus grade.

Source: Lee DW, Santomasso BD, Locke FL, et al. Biol Blood Marrow Transplant 2019;25:625-638. Edition `astct-2019`.
Population: adults and children after an immune effector cell therapy.

Fever is needed, unless an antipyretic, an anti-cytokine drug or a steroid given after CRS began may hide it.
Then hypotension and hypoxia, whichever is worse, decide the grade. Organ toxicity does not count.

*Decides* (where the paper leaves room)
    Masked fever with neither hypotension nor hypoxia is grade 1, with the remark that CRS may have resolved.
    A temperature below 38.0 °C rules out fever that is present, not fever that is masked: both remain possible.
    Oxygen at exactly 6 L/min is low flow, 0 L/min is no oxygen. Without fever or masking there is no CRS grade,
    whatever the pressure and the oxygen.

*Not for*
    Grade 5 (death). Findings with another cause: hypotension of sepsis, intubation only to protect the airway.
    Comparison with Lee 2014, Penn, MSKCC or CTCAE grades: in Lee 2014 one low-dose vasopressor is grade 2.
"""

from decimal import Decimal

from calculators.model import Alternative, Band, Choice, Level, Levels, Outcome, Points, Quantity, Remark, Score, Unit

TEMPERATURE = Quantity(
    "temperature",
    (
        Unit("°C", aliases=("C",)),
        Unit("°F", times=Decimal(5), per=Decimal(9), zero=Decimal(32), aliases=("F",)),
    ),
    plausible=(Decimal(30), Decimal("43.5")),
    levels=(
        Band("below_38_0", 0, high=Decimal("38.0")),
        Band("at_least_38_0", 1, low=Decimal("38.0"), low_inclusive=True),
    ),
)
FEVER_BY_TEMPERATURE = {"below_38_0": ("absent", "masked"), "at_least_38_0": ("present",)}

OXYGEN_FLOW = Quantity(
    "oxygen_flow",
    (Unit("L/min"),),
    plausible=(Decimal(0), Decimal(70)),
    levels=(
        Band("no_flow", 0, low=Decimal(0), low_inclusive=True, high=Decimal(0), high_inclusive=True),
        Band("up_to_6", 2, low=Decimal(0), high=Decimal(6), high_inclusive=True),
        Band("above_6", 3, low=Decimal(6)),
    ),
)
HYPOXIA_BY_FLOW = {"no_flow": "none", "up_to_6": "low_flow", "above_6": "high_flow"}


def _fever(levels: Levels) -> frozenset[str]:
    return frozenset(f for level in levels["temperature"] for f in FEVER_BY_TEMPERATURE[level])


def _hypoxia(levels: Levels) -> frozenset[str]:
    return frozenset(HYPOXIA_BY_FLOW[level] for level in levels["oxygen_flow"])


def grade(points: Points) -> int:
    """No grade without fever (present or masked); with it, the worse of hypotension and hypoxia, at least 1."""
    if points["fever"] == 0:
        return 0
    return max(points.values())


def _masked_fever_alone(levels: Levels) -> bool:
    """CRS may have resolved: nothing but fever that treatment may hide."""
    return levels["fever"] == ("masked",) and levels["hypotension"] == levels["hypoxia"] == ("none",)


def _signs_without_fever(levels: Levels) -> bool:
    """Hypotension or hypoxia with neither fever nor a treatment that hides it: look for another cause."""
    return levels["fever"] == ("absent",) and not ("none" in levels["hypotension"] and "none" in levels["hypoxia"])


CRS = Score(
    id="crs",
    edition="astct-2019",
    sources=("lee-2019",),
    items=(
        Choice("fever", (Level("absent", 0), Level("present", 1), Level("masked", 1))),
        Choice(
            "hypotension",
            (
                Level("none", 0),
                Level("no_vasopressor", 2),
                Level("one_vasopressor", 3),
                Level("multiple_vasopressors", 4),
            ),
        ),
        Choice(
            "hypoxia",
            (Level("none", 0), Level("low_flow", 2), Level("high_flow", 3), Level("positive_pressure", 4)),
        ),
    ),
    rule=grade,
    outcomes=(Outcome("no_crs", 0, 0), *(Outcome(f"grade_{n}", n, n) for n in (1, 2, 3, 4))),
    alternatives=(
        Alternative("fever", (TEMPERATURE,), _fever),
        Alternative("hypoxia", (OXYGEN_FLOW,), _hypoxia),
    ),
    remarks=(
        Remark("may_be_resolved", _masked_fever_alone),
        Remark("signs_without_fever", _signs_without_fever),
    ),
)
