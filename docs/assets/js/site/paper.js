/** What is folded on the screen is unfolded on paper, and folded again afterwards; each sheet names its edition. */
(() => {
  const edition = document.querySelector('meta[name="edition"]').content;
  document.documentElement.style.setProperty("--edition", JSON.stringify(edition));
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const details of opened) details.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
})();
