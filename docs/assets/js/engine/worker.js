/**
 * The worker: Pyodide with the calculators. pyodide.js and pyodide.asm.js stand before this in the same file,
 * because a Blob worker may import nothing when the page was opened from a disk.
 *
 * Receives {part, payload, record} for each part, then {call, question, values} for each question.
 * Posts {obstacle} once at the start, then {ready} or {failure, detail}, then {call, result} or {call, error}.
 */

/** Pyodide asks for its files by address; nothing is ever fetched from it. */
const NOWHERE = "https://engine.invalid/";

/** The smallest module there is: shows whether this page may compile at all. */
const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** @type {Record<string, {promise: Promise<any>, resolve: Function, reject: Function}>} */
const parts = {};
for (const name of ["wasm", "python"]) {
  parts[name] = {};
  parts[name].promise = new Promise((resolve, reject) => Object.assign(parts[name], { resolve, reject }));
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
    resolve(part === "wasm" ? await WebAssembly.compile(bytes) : bytes);
  } catch (error) {
    reject(error);
  }
}

/**
 * Answers Pyodide's requests from the parts, and refuses all others.
 * @returns {Promise<never>} rejected when a part or the start of its code fails: Pyodide's own loader
 *   only warns of that, and waits for ever
 */
function answerPyodide() {
  self.fetch = async (address) => {
    if (String(address) === `${NOWHERE}pyodide.asm.wasm`) return new Response();
    if (String(address) === `${NOWHERE}python_stdlib.zip`) return new Response(await parts.python.promise);
    throw new Error(`not part of the engine: ${address}`);
  };
  return new Promise((_, reject) => {
    WebAssembly.instantiateStreaming = async (_response, imports) => {
      const module = await parts.wasm.promise;
      const instance = await WebAssembly.instantiate(module, imports).catch((error) => {
        reject(error);
        throw error;
      });
      return { module, instance };
    };
    for (const { promise } of Object.values(parts)) promise.catch(reject);
  });
}

/** @returns {Promise<any>} the Python module that answers */
async function startPython() {
  const failure = answerPyodide();
  const pyodide = await Promise.race([failure, loadPyodide({ indexURL: NOWHERE, lockFileContents: LOCK_FILE })]);
  return pyodide.pyimport("browser_bridge");
}

/** Nothing is answered before every worked example came out as published. */
async function start() {
  const obstacle = findObstacle();
  postMessage({ obstacle });
  if (obstacle) return;
  // WebKitGTK may leave a finished compilation unnoticed in an idle worker until anything else happens there.
  const pulse = setInterval(() => {}, 20);
  const bridge = await startPython();
  clearInterval(pulse);
  const disagreeing = JSON.parse(bridge.self_check());
  if (disagreeing.length) throw new EngineFailure("self_check", disagreeing.join(", "));
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
