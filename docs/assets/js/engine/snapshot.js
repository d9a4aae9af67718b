/**
 * Python's memory as it stood once the calculators were imported and had run, so that nothing of that is done again.
 * Two thirds of it are zero, and a part is as in a module that was just instantiated: only the pages that Python has
 * changed are stored. Shared by the worker and, under Node, by the build that makes it.
 *
 * The stored form: the header of Pyodide's `makeMemorySnapshot`, a private interface, whose second word is the header's
 * length in bytes; the number of pages, in four bytes; what each page is, in one byte; the changed pages, in order.
 */

/** Bytes of a page: smaller ones would hardly leave out more. */
const PAGE = 4096;

/** What a page is. */
const ZERO = 0;
const FRESH = 1;
const CHANGED = 2;

class StoredSnapshot {
  /** @param {Uint8Array} stored */
  constructor(stored) {
    const header = new Uint32Array(stored.buffer, stored.byteOffset, 2)[1];
    const [count] = new Uint32Array(stored.buffer, stored.byteOffset + header, 1);
    const start = header + 4;
    this.pages = stored.subarray(start, start + count);
    const changed = stored.subarray(start + count);
    if (changed.length !== this.pages.filter((page) => page === CHANGED).length * PAGE) throw new Error("snapshot cut short");
    /** What Pyodide takes: the header, then the memory, complete after `restore`. */
    this.snapshot = new Uint8Array(header + count * PAGE);
    this.snapshot.set(stored.subarray(0, header));
    this.memory = this.snapshot.subarray(header);
    let taken = 0;
    this.pages.forEach((page, index) => {
      if (page !== CHANGED) return;
      this.memory.set(changed.subarray(taken, taken + PAGE), index * PAGE);
      taken += PAGE;
    });
  }

  /**
   * Copy the pages that are as in `fresh`.
   * @param {ArrayBuffer} fresh the memory of a module that was just instantiated
   * @returns {number} a sum of their words: it tells a memory that is not the build's
   */
  restore(fresh) {
    let sum = 0;
    this.pages.forEach((page, index) => {
      if (page !== FRESH) return;
      this.memory.set(new Uint8Array(fresh, index * PAGE, PAGE), index * PAGE);
      for (const word of new Uint32Array(fresh, index * PAGE, PAGE / 4)) sum = (Math.imul(sum, 31) + word) | 0;
    });
    return sum >>> 0;
  }
}
