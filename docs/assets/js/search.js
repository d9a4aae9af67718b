// Search that finds a word whatever its ending. Material looks for words that begin as typed and does no stemming, so that
// "tossicità" would miss "tossico" and "scores" would miss "score": endings are trimmed before the words are looked up.
"use strict";
(() => {
  const QUERY = 2; // Material's own number for "look this up"
  const ENDING = document.documentElement.lang === "it" ? /[aeiouàèéìòù]$/i : /(?:es|s)$/i;

  /** @param {string} word */
  function trim(word) {
    return word.length < 5 ? word : word.replace(ENDING, "");
  }

  /**
   * What follows a hyphen is looked up as it stands (to Material: with a boost of one). By its beginning, the "cel" of
   * "brexu-cel" would find every page with "cell" in its title before those on the product.
   * @param {string} words
   */
  function lookUp(words) {
    return words.replace(/[\p{L}\d]+(?:-[\p{L}\d]+)*/gu, (word) => {
      const [first, ...rest] = word.split("-");
      return [trim(first), ...rest.map((part) => `${part}^1`)].join(" ");
    });
  }

  const BrowserWorker = window.Worker; // from a disk the helper's

  /** The search's worker, started by what it is first asked: most pages are read without a search. */
  class SearchWorker extends EventTarget {
    #address;
    #worker;

    constructor(address) {
      super();
      this.#address = address;
    }

    postMessage(message) {
      this.#worker ??= this.#start();
      const query = message.type === QUERY && typeof message.data === "string";
      this.#worker.postMessage(query ? { ...message, data: lookUp(message.data) } : message);
    }

    #start() {
      const worker = new BrowserWorker(this.#address);
      worker.addEventListener("message", ({ data }) => this.dispatchEvent(new MessageEvent("message", { data })));
      return worker;
    }
  }

  window.Worker = SearchWorker;
})();
