/** What has to stand before the theme's own scripts: they take storage for granted, and replace `Worker` on a disk. */
"use strict";
(() => {
  // boot.js may come before or after the search's helper, which puts a stand-in over `Worker` on pages from a disk.
  (window.vademecum ??= {}).NativeWorker = window.Worker;

  /** Remembers for as long as the page is open. */
  class PageStorage extends Map {
    getItem(key) {
      return this.get(String(key)) ?? null;
    }

    setItem(key, value) {
      this.set(String(key), String(value));
    }

    removeItem(key) {
      this.delete(String(key));
    }
  }

  // Where the reader's browser allows no storage, reading the name throws or gives null, and the theme's scripts would end there.
  for (const name of ["localStorage", "sessionStorage"]) {
    let storage = null;
    try {
      storage = window[name];
    } catch {
      // refused: as if there were none
    }
    if (!storage) Object.defineProperty(window, name, { value: new PageStorage() });
  }
})();
