/**
 * The engine as the page sees it: `window.vademecum.engine`.
 *
 *     ready      Promise, resolved when every worked example agreed, rejected with an Error that has a `reason`
 *     state      "off" | "loading" | "ready" | "failed", mirrored on <html data-engine>
 *     reason     null, or why it failed (README of the engine lists the codes)
 *     evaluate(id, answers)   Promise of the calculator's result; waits until its own worked examples agreed
 *     readMoment(day, time)   Promise of a day and a time as typed, read; see calculators/moment.py
 *
 * Each change is told by the event "vademecum:engine" on the document, with `{state, done, total, reason}`
 * (done and total in bytes of script).
 */

/** Python starts and checks itself in about a second; on a phone ten times slower this still holds. */
const START_SECONDS = 60;

/** @type {Map<number, {resolve: Function, reject: Function}>} questions without an answer yet */
const questions = new Map();
/** @type {Worker | undefined} */
let worker;
/** @type {number | undefined} timer of the start */
let late;
let asked = 0;
let done = 0;
/** The library is fetched only when the snapshot does not do. */
let total = MANIFEST.parts.worker.size + MANIFEST.parts.wasm.size + MANIFEST.parts.snapshot.size;

const engine = { state: "off", reason: null, ready: undefined, evaluate, readMoment, part };
const settle = {};
engine.ready = new Promise((resolve, reject) => Object.assign(settle, { resolve, reject }));
engine.ready.catch(() => {}); // the event tells it too: no page has to wait on the promise
const employed = new Promise((resolve) => Object.assign(settle, { employ: resolve }));

/** @param {string} state */
function announce(state) {
  engine.state = state;
  document.documentElement.dataset.engine = state;
  const detail = { state, done, total, reason: engine.reason };
  document.dispatchEvent(new CustomEvent("vademecum:engine", { detail }));
}

/** @param {Error} error */
function fail(error) {
  if (engine.state === "failed") return;
  clearTimeout(late);
  worker?.terminate();
  engine.reason = error.reason ?? "start_failed";
  console.error("vademecum engine:", error.message);
  settle.reject(error);
  for (const { reject } of questions.values()) reject(error);
  questions.clear();
  announce("failed");
}

/**
 * Called by the payload scripts.
 * @param {string} name
 * @param {string} text
 */
function part(name, text) {
  awaited.get(name)?.(text);
}

/** @param {string} name */
async function receivePart(name) {
  const payload = await loadPart(name);
  done += MANIFEST.parts[name].size;
  if (engine.state !== "failed") announce("loading");
  return payload;
}

/**
 * @param {string} question a function of browser_bridge.py
 * @param {string[]} values
 * @returns {Promise<object>}
 */
async function ask(question, values) {
  await Promise.race([employed, engine.ready]); // the worker keeps what it cannot answer yet
  if (engine.state === "failed") throw new EngineFailure(engine.reason);
  asked += 1;
  const call = asked;
  const result = new Promise((resolve, reject) => questions.set(call, { resolve, reject }));
  worker.postMessage({ call, question, values });
  return JSON.parse(await result);
}

/**
 * @param {string} id of the calculator
 * @param {object} answers item id → level id, number, text as typed, {value, unit} or list of levels
 * @returns {Promise<object>} the result of `calculators.evaluate`
 */
function evaluate(id, answers) {
  return ask("evaluate", [id, JSON.stringify(answers)]);
}

/**
 * @param {string} day
 * @param {string} time may be empty
 * @returns {Promise<{moment: string | null, problems: object[]}>}
 */
function readMoment(day, time) {
  return ask("read_moment", [day, time]);
}

/** @param {MessageEvent} event */
function receive({ data }) {
  if (data.ready) return finish();
  if (data.failure) return fail(new EngineFailure(data.failure, data.detail));
  if (data.wanted) return sendAsWell(data.wanted);
  const question = questions.get(data.call);
  questions.delete(data.call);
  if (data.error) return question.reject(new EngineFailure("evaluate_failed", data.error));
  return question.resolve(data.result);
}

/** Every worked example agreed. */
function finish() {
  clearTimeout(late);
  settle.resolve();
  announce("ready");
}

/** @param {Worker} opened */
function employ(opened) {
  worker = opened;
  worker.onerror = (event) => fail(new EngineFailure(engine.state === "ready" ? "stopped" : "start_failed", event.message));
  worker.onmessage = receive;
  if (engine.state === "failed") worker.terminate(); // another part failed meanwhile
  settle.employ();
  return worker;
}

/**
 * @param {Worker} opened
 * @param {string} name
 * @param {string | ArrayBuffer} payload
 */
function post(opened, name, payload) {
  const transfer = payload instanceof ArrayBuffer ? [payload] : [];
  opened.postMessage({ part: name, payload, record: MANIFEST.parts[name] }, transfer);
}

/**
 * @param {string} name
 * @param {Worker | Promise<Worker>} opening
 */
async function sendPart(name, opening) {
  const [payload, opened] = await Promise.all([receivePart(name), opening]);
  post(opened, name, payload);
}

/** @param {string} name */
function sendAsWell(name) {
  clearTimeout(late);
  total += MANIFEST.parts[name].size;
  sendPart(name, worker).then(expectStart, fail);
}

/**
 * A snapshot that does not arrive is as good as one that does not match: the worker asks for the library.
 * @param {Promise<Worker>} opening
 */
async function sendSnapshot(opening) {
  const [payload, opened] = await Promise.all([receivePart("snapshot").catch(() => ""), opening]);
  post(opened, "snapshot", payload);
}

/** Pyodide waits for ever on some failures, so the start has an end of its own. */
function expectStart() {
  late = setTimeout(() => fail(new EngineFailure("timeout", "start")), START_SECONDS * 1000);
}

async function start() {
  if (NativeWorker === undefined) throw new EngineFailure("no_worker");
  if (typeof WebAssembly === "undefined") throw new EngineFailure("no_webassembly");
  if (typeof DecompressionStream === "undefined") throw new EngineFailure("no_decompression");
  announce("loading");
  const opening = receivePart("worker").then(openWorker).then(employ);
  await Promise.all([opening, sendPart("wasm", opening), sendSnapshot(opening)]);
  expectStart();
}

window.vademecum = Object.assign(window.vademecum ?? {}, { engine });
start().catch(fail);
