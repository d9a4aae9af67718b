// Starts Pyodide under Node as it comes, runs the worked examples as the reader's browser will,
// and prints one JSON object: which Python it is, which library modules were needed, which examples disagree.
//
//   node find_modules.js <pyodide folder> <zip of the calculators>
"use strict";
const fs = require("node:fs");
const path = require("node:path");
const { rehearse } = require("./rehearsal.js");

const [folder, application] = process.argv.slice(2).map((name) => path.resolve(name));
const { loadPyodide } = require(path.join(folder, "pyodide.js"));

async function run() {
  const pyodide = await loadPyodide({
    indexURL: folder,
    env: { PYTHONPATH: "/calculators.zip" },
    fsInit: async (FS) => FS.writeFile("/calculators.zip", fs.readFileSync(application)),
  });
  const disagreeing = rehearse(pyodide);
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
