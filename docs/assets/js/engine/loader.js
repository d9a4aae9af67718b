/**
 * Loading of the parts, each a classic script, `vademecum.engine.part("<name>", "<gzip bytes as text>")`: the only
 * files that a page opened from a disk may load. From a server the same files are fetched, which no browser puts off
 * until the page is drawn, and read in the worker.
 */

/** A part that has not arrived after this long will not arrive: four megabytes over a poor mobile line take less. */
const PART_SECONDS = 180;

/** @type {Map<string, (text: string) => void>} the parts that are awaited */
const awaited = new Map();

/**
 * @param {string} name
 * @returns {Promise<string | ArrayBuffer>} the payload, or the script that carries it
 * @throws {EngineFailure} `part_missing`, `part_broken`, `timeout`
 */
async function loadPart(name) {
  const address = new URL(MANIFEST.parts[name].file, BASE);
  if (BASE.protocol === "file:") return runPart(name, address);
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(PART_SECONDS * 1000) });
    if (response.ok) return await response.arrayBuffer();
  } catch (error) {
    if (error.name === "TimeoutError") throw new EngineFailure("timeout", address);
  }
  // A policy may forbid to fetch; and a script tells what is missing from what is broken.
  return runPart(name, address);
}

/**
 * @param {string} name
 * @param {URL} address
 * @returns {Promise<string>} the payload
 * @throws {EngineFailure} `part_missing`, `part_broken`, `timeout`
 */
function runPart(name, address) {
  const script = document.createElement("script");
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new EngineFailure("timeout", address)), PART_SECONDS * 1000);
    awaited.set(name, (text) => {
      clearTimeout(timer);
      resolve(text);
    });
    script.src = address.href;
    script.onerror = () => reject(new EngineFailure("part_missing", address));
    // A script cut short or altered loads, but does not parse or does not call: then nobody resolved.
    script.onload = () => reject(new EngineFailure("part_broken", address));
    document.head.append(script);
  }).finally(() => {
    awaited.delete(name);
    script.remove();
  });
}
