/**
 * Loading of the parts, as classic scripts: the only files that a page opened from a disk may load.
 * Each part is `vademecum.engine.part("<name>", "<gzip bytes as text>")`.
 */

/** A part that has not arrived after this long will not arrive: four megabytes over a poor mobile line take less. */
const PART_SECONDS = 180;

/** @type {Map<string, (text: string) => void>} the parts that are awaited */
const awaited = new Map();

/**
 * @param {string} name
 * @returns {Promise<string>} the payload
 * @throws {EngineFailure} `part_missing`, `part_broken`, `timeout`
 */
function loadPart(name) {
  const { file } = MANIFEST.parts[name];
  const script = document.createElement("script");
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new EngineFailure("timeout", file)), PART_SECONDS * 1000);
    awaited.set(name, (text) => {
      clearTimeout(timer);
      resolve(text);
    });
    script.src = new URL(file, BASE).href;
    script.onerror = () => reject(new EngineFailure("part_missing", file));
    // A script cut short or altered loads, but does not parse or does not call: then nobody resolved.
    script.onload = () => reject(new EngineFailure("part_broken", file));
    document.head.append(script);
  }).finally(() => {
    awaited.delete(name);
    script.remove();
  });
}
