// CRS (ASTCT 2019), written by hand: the grades still possible, as text.
const HYPOTENSION = ["none", "no_vasopressor", "one_vasopressor", "multiple_vasopressors"];
const HYPOXIA = ["none", "low_flow", "high_flow", "positive_pressure"];

function grades(fever, hypotension, hypoxia) {
  const found = new Set();
  for (const f of fever === "unknown" ? ["absent", "present"] : [fever]) {
    for (const t of hypotension === "unknown" ? HYPOTENSION : [hypotension]) {
      for (const o of hypoxia === "unknown" ? HYPOXIA : [hypoxia]) {
        const worst = Math.max(HYPOTENSION.indexOf(t), HYPOXIA.indexOf(o));
        found.add(f === "absent" ? 0 : worst + 1);
      }
    }
  }
  return [...found].sort().map((grade) => `grade_${grade}`).join(" ");
}

showResult(grades("present", "one_vasopressor", "unknown"));
