/**
 * The worker: Pyodide with the calculators. pyodide.js and pyodide.asm.js stand before this in the same file,
 * because a Blob worker may import nothing when the page was opened from a disk.
 *
 * Receives {part, payload, record} for each part, and {call, question, values} for each question, at any time.
 * Posts {obstacle} once at the start, {wanted} when Python cannot be taken from its snapshot and has to be started
 * from its library, {call, result} or {call, error} for each question, and, once, {ready} or {failure, detail}.
 *
 * No calculator answers before its own worked examples came out as published: those of the calculator that is asked
 * are run first, so that its answer need not wait for the others. {ready} says that all of them came out.
 */

/** Pyodide asks for its files by address; nothing is ever fetched from it. */
const NOWHERE = "https://engine.invalid/";

/** The smallest module there is: shows whether this page may compile at all. */
const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** @type {Record<string, {promise: Promise<any>, resolve: Function, reject: Function}>} */
const parts = {};
for (const name of ["wasm", "snapshot", "python"]) {
  parts[name] = {};
  parts[name].promise = new Promise((resolve, reject) => Object.assign(parts[name], { resolve, reject }));
  parts[name].promise.catch(() => {}); // whoever awaits it deals with it
}

/** @returns {string | null} why WebAssembly is not to be had, or null */
function findObstacle() {
  if (typeof WebAssembly === "undefined") return "no_webassembly";
  try {
    // WebKit's policy check comes with the instance, that of the others with the module.
    new WebAssembly.Instance(new WebAssembly.Module(EMPTY_MODULE));
    return null;
  } catch {
    return "webassembly_blocked"; // a Content-Security-Policy without 'wasm-unsafe-eval'
  }
}

/** One part is unpacked after the other: what is compiled is compiled beside the next one's unpacking. */
let unpacking = Promise.resolve();

/**
 * Compiling starts as soon as the part is here, while the other one is still on its way.
 * @param {{part: string, payload: string | ArrayBuffer, record: PartRecord}} message
 */
async function takePart({ part, payload, record }) {
  const { resolve, reject } = parts[part];
  const unpacked = unpacking.then(() => readPart(part, payload, record));
  unpacking = unpacked.catch(() => {});
  try {
    const bytes = await unpacked;
    resolve(part === "wasm" ? await WebAssembly.compile(bytes) : { content: new Uint8Array(bytes), sum: record.sum });
  } catch (error) {
    reject(error);
  }
}

/**
 * Answers Pyodide's requests from the parts, and refuses all others.
 * @param {() => Promise<BodyInit | null>} library
 * @param {(memory: WebAssembly.Memory) => Promise<void>} instantiated called before Pyodide sees its memory
 * @returns {Promise<never>} rejected when the start of its code fails: Pyodide's own loader only warns of that, and
 *   waits for ever
 */
function answerPyodide(library, instantiated) {
  return new Promise((_, reject) => {
    self.fetch = async (address) => {
      if (String(address) === `${NOWHERE}pyodide.asm.wasm`) return new Response();
      if (String(address) === `${NOWHERE}python_stdlib.zip`) return new Response(await library());
      throw new Error(`not part of the engine: ${address}`);
    };
    WebAssembly.instantiateStreaming = async (_response, imports) => {
      try {
        const module = await parts.wasm.promise;
        const instance = await WebAssembly.instantiate(module, imports);
        await instantiated(imports.env.memory);
        return { module, instance };
      } catch (error) {
        reject(error);
        throw error;
      }
    };
  });
}

/**
 * @param {object} options of `loadPyodide`
 * @param {Promise<never>} failure
 * @returns {Promise<any>} browser_bridge.py
 */
async function startPython(options, failure) {
  const settings = { indexURL: NOWHERE, lockFileContents: LOCK_FILE, ...options };
  const pyodide = await Promise.race([failure, loadPyodide(settings)]);
  return pyodide.pyimport("browser_bridge");
}

/** Python as it stood when the build had imported the calculators: needs no library, and a third of the time. */
async function startFromSnapshot() {
  const { content, sum } = await parts.snapshot.promise;
  const stored = new StoredSnapshot(content);
  const restore = async (memory) => {
    if (stored.restore(memory.buffer) !== sum) throw new Error("snapshot of another memory");
  };
  return startPython({ _loadSnapshot: stored.snapshot }, answerPyodide(async () => null, restore));
}

/** Python started as Pyodide documents it. */
async function startFromLibrary() {
  postMessage({ wanted: "python" });
  const { content } = await parts.python.promise;
  return startPython({}, answerPyodide(async () => content, async () => {}));
}

/** Questions and self-check, once Python runs. */
class Answering {
  /** @param {any} bridge browser_bridge.py */
  constructor(bridge) {
    this.bridge = bridge;
    /** @type {Set<string>} calculators whose worked examples were not run yet */
    this.unchecked = new Set(JSON.parse(bridge.checked_calculators()));
  }

  /**
   * @param {string} calculator
   * @throws {EngineFailure} `self_check`
   */
  check(calculator) {
    if (!this.unchecked.has(calculator)) return;
    const disagreeing = JSON.parse(this.bridge.self_check(calculator));
    if (disagreeing.length) throw new EngineFailure("self_check", disagreeing.join(", "));
    this.unchecked.delete(calculator);
  }

  /** Before each calculator, questions that came meanwhile are answered. */
  async checkRest() {
    for (const calculator of [...this.unchecked]) {
      await new Promise((resolve) => setTimeout(resolve));
      this.check(calculator);
    }
  }

  /**
   * What belongs to no calculator is answered once all of them are checked.
   * @param {{call: number, question: string, values: string[]}} asked question: a function of browser_bridge.py;
   *   the first value of `evaluate` is the calculator
   */
  answer({ call, question, values }) {
    try {
      for (const calculator of question === "evaluate" ? [values[0]] : this.unchecked) this.check(calculator);
      postMessage({ call, result: this.bridge[question](...values) });
    } catch (error) {
      // A Python error leaves the engine whole; anything else means that Python itself has died, or is not to be trusted.
      if (error.name === "PythonError") postMessage({ call, error: error.message });
      else fail(error, "stopped");
    }
  }
}

/**
 * @param {Error} error
 * @param {string} reason where the error has none of its own
 */
function fail(error, reason) {
  postMessage({ failure: error.reason ?? reason, detail: error.message });
}

/** @type {Promise<Answering>} */
const answering = start();

async function start() {
  const obstacle = findObstacle();
  postMessage({ obstacle });
  if (obstacle) return new Promise(() => {}); // the page ends this worker
  // WebKitGTK may leave a finished compilation unnoticed in an idle worker until anything else happens there.
  const pulse = setInterval(() => {}, 20);
  await parts.wasm.promise;
  const bridge = await startFromSnapshot().catch(startFromLibrary);
  clearInterval(pulse);
  return new Answering(bridge);
}

self.onmessage = ({ data }) => {
  if (data.part) takePart(data);
  else answering.then((started) => started.answer(data), () => {}); // why it did not start is told below
};

answering
  .then((started) => started.checkRest())
  .then(
    () => postMessage({ ready: true }),
    (error) => fail(error, "start_failed"),
  );
