/**
 * The worker: Pyodide with the calculators. pyodide.js and pyodide.asm.js stand before this in the same file,
 * because a Blob worker may import nothing when the page was opened from a disk.
 *
 * Receives {part, payload, record} for each part, then {call, question, values} for each question.
 * Posts {obstacle} once at the start, {wanted} when Python cannot be taken from its snapshot and has to be started
 * from its library, then {ready} or {failure, detail}, then {call, result} or {call, error}.
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

/**
 * Compiling starts as soon as the part is here, while the other one is still on its way.
 * @param {{part: string, payload: string, record: PartRecord}} message
 */
async function takePart({ part, payload, record }) {
  const { resolve, reject } = parts[part];
  try {
    const bytes = await readPart(payload, record);
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
 * @returns {Promise<any>} the Python module that answers, once every worked example came out as published
 */
async function startPython(options, failure) {
  const settings = { indexURL: NOWHERE, lockFileContents: LOCK_FILE, ...options };
  const pyodide = await Promise.race([failure, loadPyodide(settings)]);
  const bridge = pyodide.pyimport("browser_bridge");
  const disagreeing = JSON.parse(bridge.self_check());
  if (disagreeing.length) throw new EngineFailure("self_check", disagreeing.join(", "));
  return bridge;
}

/** Python as it stood when the build had imported the calculators: needs no library, and a third of the time. */
async function startFromSnapshot() {
  const { content, sum } = await parts.snapshot.promise;
  const restore = async (memory) => {
    if (exchangeDifference(content, memory.buffer) !== sum) throw new Error("snapshot of another memory");
  };
  return startPython({ _loadSnapshot: content }, answerPyodide(async () => null, restore));
}

/** Python started as Pyodide documents it. */
async function startFromLibrary() {
  postMessage({ wanted: "python" });
  const { content } = await parts.python.promise;
  return startPython({}, answerPyodide(async () => content, async () => {}));
}

async function start() {
  const obstacle = findObstacle();
  postMessage({ obstacle });
  if (obstacle) return;
  // WebKitGTK may leave a finished compilation unnoticed in an idle worker until anything else happens there.
  const pulse = setInterval(() => {}, 20);
  await parts.wasm.promise;
  const bridge = await startFromSnapshot().catch(startFromLibrary);
  clearInterval(pulse);
  const questions = { evaluate: bridge.evaluate, read_moment: bridge.read_moment };
  self.onmessage = ({ data }) => answer(questions, data);
  postMessage({ ready: true });
}

/**
 * @param {Record<string, (...values: string[]) => string>} questions the functions of browser_bridge.py, by name
 * @param {{call: number, question: string, values: string[]}} asked
 */
function answer(questions, { call, question, values }) {
  try {
    postMessage({ call, result: questions[question](...values) });
  } catch (error) {
    // A Python error leaves the engine whole; anything else means that Python itself has died.
    if (error.name === "PythonError") postMessage({ call, error: error.message });
    else postMessage({ failure: "stopped", detail: String(error) });
  }
}

self.onmessage = ({ data }) => takePart(data);
start().catch((error) => postMessage({ failure: error.reason ?? "start_failed", detail: error.message }));
