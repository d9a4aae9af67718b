// First script of every measured page. With "?gap" it notes how long the main thread was busy at a stretch.
if (location.search === "?gap") {
  let last = performance.now();
  window.longestGap = 0;
  setInterval(() => {
    const now = performance.now();
    window.longestGap = Math.max(window.longestGap, now - last);
    last = now;
  }, 1);
}

/** Show a contender's first result and mark the moment, as the site's own form does. */
window.showResult = (text) => {
  document.querySelector("output").textContent = text;
  performance.mark("vademecum:first-result");
};
