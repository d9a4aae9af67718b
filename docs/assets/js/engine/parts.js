/**
 * Reading of the engine's parts: gzip bytes as text, as it stands in the payload scripts (payloads.py writes it).
 * Shared by the page (boot.js) and the worker (worker.js).
 *
 * @typedef {{file: string, size: number, crc32: number, length: number, packed: number, sha256: string, sum?: number}} PartRecord
 *   file: name beside boot.js; size: of that file in bytes; crc32 and length: of the content;
 *   packed: how many gzip bytes; sha256: of them, in hexadecimal;
 *   sum: of the snapshot's restored memory (snapshot.js).
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
 * @param {string} text gzip bytes as text
 * @param {PartRecord} record what the build says of this part
 * @returns {Promise<ArrayBuffer>} the content, proved whole
 * @throws {EngineFailure} `part_broken`
 */
async function readPart(text, record) {
  try {
    const bytes = fromText(text, record.packed);
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
