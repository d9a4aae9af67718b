// Starts Pyodide under Node with a given library, runs the worked examples as the reader's browser will,
// and prints one JSON object: which Python it is, which library modules were needed, which examples disagree.
//
//   node run_in_node.js <pyodide folder> <python_stdlib.zip> [<zip of the calculators>]
//
// Without the third argument the calculators stand in the library itself: the engine as it is shipped.
"use strict";
const fs = require("node:fs");
const path = require("node:path");

const [folder, library, application] = process.argv.slice(2).map((name) => path.resolve(name));
const { loadPyodide } = require(path.join(folder, "pyodide.js"));

async function run() {
  const pyodide = await loadPyodide({
    indexURL: folder,
    stdLibURL: library,
    env: application ? { PYTHONPATH: "/calculators.zip" } : {},
    fsInit: async (FS) => application && FS.writeFile("/calculators.zip", fs.readFileSync(application)),
  });
  const bridge = pyodide.pyimport("browser_bridge");
  const disagreeing = JSON.parse(bridge.self_check());
  // The road of an error needs modules too, to say what went wrong.
  for (const [calculator, answers] of [["no-such-calculator", "{}"], ["crs", "not JSON"]]) {
    try {
      bridge.evaluate(calculator, answers);
    } catch (error) {
      if (error.name !== "PythonError") throw error;
    }
  }
  const sys = pyodide.pyimport("sys");
  const modules = [];
  for (const [name, module] of sys.modules.items()) {
    const origin = module?.__spec__?.origin;
    if (origin?.startsWith("/lib/python")) modules.push(origin.replace(/^\/lib\/python[0-9]+\.zip\//, ""));
  }
  const magic = pyodide.pyimport("importlib.util").MAGIC_NUMBER.toJs();
  return {
    python: sys.version.split(" ")[0],
    magic: Buffer.from(magic).toString("hex"),
    modules: [...new Set(modules)].sort(),
    disagreeing,
  };
}

run().then(
  (answer) => process.stdout.write(JSON.stringify(answer) + "\n", () => process.exit(0)),
  (error) => {
    process.stderr.write(`${error.stack ?? error}\n`, () => process.exit(1));
  },
);
