// Search that finds a word whatever its ending. Material looks for words that begin as typed and does no stemming, so that
// "tossicità" would miss "tossico" and "scores" would miss "score": endings are trimmed before the words are looked up.
"use strict";
(() => {
  const QUERY = 2; // Material's own number for "look this up"
  const ENDING = document.documentElement.lang === "it" ? /[aeiouàèéìòù]$/i : /(?:es|s)$/i;

  /** @param {string} words */
  function trim(words) {
    return words.replace(/[\p{L}]{5,}/gu, (word) => word.replace(ENDING, ""));
  }

  const send = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (message, ...rest) {
    const query = message && message.type === QUERY && typeof message.data === "string";
    return send.call(this, query ? { ...message, data: trim(message.data) } : message, ...rest);
  };
})();
