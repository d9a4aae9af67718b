// Starts Pyodide from the library that is shipped and makes the snapshot of Python's memory, then starts it from that.
// Prints one JSON object: the sum that the worker compares, and which worked examples disagree after either start.
//
//   node make_snapshot.js <pyodide folder> <library zip> <snapshot.js> <file to write>
//
// `_makeSnapshot` and `_loadSnapshot` are Pyodide's private interface: package.json pins the version.
"use strict";
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const vm = require("node:vm");
const { rehearse } = require("./rehearsal.js");

const [folder, library, shared, out] = process.argv.slice(2).map((name) => path.resolve(name));
const { loadPyodide } = require(path.join(folder, "pyodide.js"));
vm.runInThisContext(fs.readFileSync(shared, "utf8"));

// The same bytes from each build: Python sees a clock that stands still, no chance, and the same order of its sets.
Date.now = () => 315532800000;
performance.now = () => 0;
crypto.getRandomValues = (array) => array.fill(0);
require("node:crypto").randomFillSync = (array) => array.fill(0);
// The name of the program stays in the memory: not this folder's, which differs from machine to machine.
process.argv[1] = "python";
const env = { PYTHONHASHSEED: "0" };

/** Called with the memory of a module that was just instantiated. */
let instantiated = () => {};
const instantiate = WebAssembly.instantiate;
WebAssembly.instantiateStreaming = undefined;
WebAssembly.instantiate = async (source, imports) => {
  const result = await instantiate(source, imports);
  if (imports?.env?.memory) instantiated(imports.env.memory.buffer);
  return result;
};

/** Running the examples imports what is imported late, and leaves the interpreter warm. */
async function startFromLibrary() {
  let fresh;
  instantiated = (memory) => (fresh = memory.slice(0));
  const pyodide = await loadPyodide({ indexURL: folder, stdLibURL: library, env, _makeSnapshot: true });
  const disagreeing = rehearse(pyodide);
  pyodide.runPython("import gc; gc.collect()");
  const stored = store(pyodide.makeMemorySnapshot(), new Uint8Array(fresh));
  fs.writeFileSync(out, stored);
  return { stored, disagreeing };
}

/**
 * @param {Uint8Array} snapshot as Pyodide makes it
 * @param {Uint8Array} fresh the memory of a module that was just instantiated
 * @returns {Uint8Array} what snapshot.js restores it from
 */
function store(snapshot, fresh) {
  const [, header] = new Uint32Array(snapshot.buffer, snapshot.byteOffset, 2);
  const memory = snapshot.subarray(header);
  const pages = new Uint8Array(memory.length / PAGE);
  const changed = [];
  for (let index = 0; index < pages.length; index += 1) {
    const [page, before] = [memory, fresh].map((bytes) => Buffer.from(bytes.subarray(index * PAGE, (index + 1) * PAGE)));
    if (!page.equals(before)) {
      pages[index] = CHANGED;
      changed.push(page);
    } else if (page.some(Boolean)) {
      pages[index] = FRESH;
    }
  }
  const count = Buffer.from(Uint32Array.of(pages.length).buffer);
  return Buffer.concat([snapshot.subarray(0, header), count, pages, ...changed]);
}

async function startFromSnapshot(stored) {
  const kept = new StoredSnapshot(Uint8Array.from(stored));
  let sum;
  instantiated = (memory) => (sum = kept.restore(memory));
  // No library stands behind the snapshot in a browser.
  const pyodide = await loadPyodide({ indexURL: folder, stdLibURL: os.devNull, _loadSnapshot: kept.snapshot });
  return { sum, disagreeing: rehearse(pyodide) };
}

async function run() {
  const library = await startFromLibrary();
  const snapshot = await startFromSnapshot(library.stored);
  return { sum: snapshot.sum, disagreeing: { library: library.disagreeing, snapshot: snapshot.disagreeing } };
}

run().then(
  (answer) => process.stdout.write(JSON.stringify(answer) + "\n", () => process.exit(0)),
  (error) => {
    process.stderr.write(`${error.stack ?? error}\n`, () => process.exit(1));
  },
);
