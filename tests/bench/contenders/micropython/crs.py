"""CRS (ASTCT 2019) for MicroPython, written by hand: the grades still possible, as text."""

HYPOTENSION = ["none", "no_vasopressor", "one_vasopressor", "multiple_vasopressors"]
HYPOXIA = ["none", "low_flow", "high_flow", "positive_pressure"]


def grades(fever: str, hypotension: str, hypoxia: str) -> str:
    """Return the possible grades for one level per item, or "unknown"."""
    found = set()
    for f in ["absent", "present"] if fever == "unknown" else [fever]:
        for t in HYPOTENSION if hypotension == "unknown" else [hypotension]:
            for o in HYPOXIA if hypoxia == "unknown" else [hypoxia]:
                worst = max(HYPOTENSION.index(t), HYPOXIA.index(o))
                found.add(0 if f == "absent" else worst + 1)
    return " ".join("grade_" + str(grade) for grade in sorted(found))
