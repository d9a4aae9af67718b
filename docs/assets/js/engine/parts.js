/**
 * Reading of the engine's parts: gzip bytes as text, as it stands in the payload scripts (payloads.py writes it).
 * Shared by the page (boot.js) and the worker (worker.js).
 *
 * @typedef {{file: string, size: number, crc32: number, length: number, packed: number, sha256: string, sum?: number}} PartRecord
 *   file: name beside boot.js; size: of that file in bytes; crc32 and length: of the content;
 *   packed: how many gzip bytes; sha256: of them, in hexadecimal;
 *   sum: of the words of a fresh memory that stay as they are (snapshot.js).
 */

/** An error whose `reason` is a code that the page turns into words. */
class EngineFailure extends Error {
  /**
   * @param {string} reason
   * @param {unknown} [detail] for whoever looks into the matter, never shown as it is
   */
  constructor(reason, detail) {
    super(detail === undefined ? reason : `${reason}: ${detail}`);
    this.reason = reason;
  }
}

/** The character of fifteen zeros: each character holds 15 bits. */
const FIRST = 0x4e00;

/**
 * @param {string} text
 * @param {number} size bytes that are in it
 * @returns {Uint8Array}
 */
function fromText(text, size) {
  const bytes = new Uint8Array(size);
  let place = 0;
  let held = 0; // the lowest `bits` of it wait for their byte
  let bits = 0;
  for (let i = 0; i < text.length; i += 1) {
    held = (held << 15) | (text.charCodeAt(i) - FIRST);
    for (bits += 15; bits >= 8; place += 1) {
      bits -= 8;
      bytes[place] = held >> bits;
    }
  }
  return bytes;
}

/**
 * Refuse gzip bytes that are not the ones this edition was built with.
 * Inflating proves the content against gzip's own checksum, so comparing that checksum with the
 * record is proof enough in every browser; SHA-256 comes on top where the browser offers it
 * (a page over plain http has no `crypto.subtle`).
 *
 * @param {Uint8Array} bytes
 * @param {PartRecord} record
 */
async function checkPart(bytes, record) {
  const end = new DataView(bytes.buffer, bytes.byteOffset + bytes.byteLength - 8);
  if (end.getUint32(0, true) !== record.crc32 || end.getUint32(4, true) !== record.length) {
    throw new Error("of another edition, or altered");
  }
  if (!globalThis.crypto?.subtle) return;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (found !== record.sha256) throw new Error("SHA-256 differs");
}

/**
 * @param {string} name
 * @param {string | ArrayBuffer} payload text, or the script in UTF-16 around it
 * @returns {string} the text
 */
function textOf(name, payload) {
  if (typeof payload === "string") return payload;
  const script = new TextDecoder("utf-16le").decode(payload);
  const [before, after] = [`vademecum.engine.part("${name}","`, '");\n'];
  if (!script.startsWith(before) || !script.endsWith(after)) throw new Error("cut short, or altered");
  return script.slice(before.length, -after.length);
}

/**
 * @param {string} name
 * @param {string | ArrayBuffer} payload gzip bytes as text, or the script around it
 * @param {PartRecord} record what the build says of this part
 * @returns {Promise<ArrayBuffer>} the content, proved whole
 * @throws {EngineFailure} `part_broken`
 */
async function readPart(name, payload, record) {
  try {
    const bytes = fromText(textOf(name, payload), record.packed);
    const gzip = new DecompressionStream("gzip");
    // Not from a Blob's stream: WebKit refuses to read a Blob in a worker of a page opened from a disk.
    const writer = gzip.writable.getWriter();
    const inflating = new Response(gzip.readable).arrayBuffer();
    await Promise.all([writer.write(bytes), writer.close(), inflating, checkPart(bytes, record)]);
    return await inflating;
  } catch (error) {
    throw new EngineFailure("part_broken", `${record.file}: ${error}`);
  }
}
