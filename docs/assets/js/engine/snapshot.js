/**
 * Python's memory as it stood once the calculators were imported and had run, so that nothing of that is done again.
 * Stored as the difference (XOR) from the memory of a module that was just instantiated, which packs much smaller.
 * Shared by the worker and, under Node, by the build that makes it.
 *
 * The layout is that of Pyodide's `makeMemorySnapshot`, a private interface: a header, whose second word is the
 * header's length in bytes, then the memory.
 */

/**
 * Exchange, in place, a memory for its difference, or a difference for its memory.
 * @param {Uint8Array} snapshot
 * @param {ArrayBuffer} fresh the memory of a module that was just instantiated
 * @returns {number} a sum of the words that now stand there: it tells a memory that is not the one of the build
 */
function exchangeDifference(snapshot, fresh) {
  const header = new Uint32Array(snapshot.buffer, snapshot.byteOffset, 2)[1];
  const words = new Uint32Array(snapshot.buffer, snapshot.byteOffset + header);
  const freshWords = new Uint32Array(fresh);
  let sum = 0;
  for (let place = 0; place < words.length; place += 1) {
    if (place < freshWords.length) words[place] ^= freshWords[place];
    sum = (Math.imul(sum, 31) + words[place]) | 0;
  }
  return sum >>> 0;
}
