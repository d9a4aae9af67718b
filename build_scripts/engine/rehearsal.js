// What the build runs in each Pyodide that it starts.
"use strict";

/** @returns {string[]} the worked examples that disagree */
exports.rehearse = (pyodide) => {
  const bridge = pyodide.pyimport("browser_bridge");
  const checked = JSON.parse(bridge.checked_calculators());
  const disagreeing = checked.flatMap((calculator) => JSON.parse(bridge.self_check(calculator)));
  // The road of an error needs modules too, to say what went wrong.
  for (const [calculator, answers] of [["no-such-calculator", "{}"], ["crs", "not JSON"]]) {
    try {
      bridge.evaluate(calculator, answers);
    } catch (error) {
      if (error.name !== "PythonError") throw error;
    }
  }
  return disagreeing;
};
