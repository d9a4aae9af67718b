/** What a reader asks this browser to keep: favourite calculators, and the language chosen last. Never an answer. */
(() => {
  const FAVOURITES = "vademecum.favourites";
  const LANGUAGE = "vademecum.language"; // the page above both languages reads it: ../entry/entry.js
  const all = (selector) => document.querySelectorAll(selector);
  const refused = document.querySelector("[data-kept-refused]");

  // A browser may refuse to keep anything, and on some it throws even to ask.
  function read(key) {
    try {
      return localStorage.getItem(key) ?? "";
    } catch {
      return "";
    }
  }

  /** @returns {boolean} whether the browser keeps it */
  function write(key, value) {
    try {
      // Where there is none, before_theme.js puts something in its place that lasts as long as the page.
      if (!(localStorage instanceof Storage)) return false;
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
      return true;
    } catch {
      return false;
    }
  }

  const favourites = () => new Set(read(FAVOURITES).split(" ").filter(Boolean));

  function draw() {
    const chosen = favourites();
    for (const button of all("[data-favour]")) {
      button.setAttribute("aria-pressed", String(chosen.has(button.dataset.favour)));
      button.hidden = false;
    }
    for (const entry of all("[data-favourite]")) entry.hidden = !chosen.has(entry.dataset.favourite);
    for (const section of all("[data-kept]")) {
      section.hidden = !chosen.size && !read(LANGUAGE);
      section.querySelector("ul").hidden = !chosen.size;
    }
  }

  function toggle(id) {
    const chosen = favourites();
    if (!chosen.delete(id)) chosen.add(id);
    refused.hidden = write(FAVOURITES, [...chosen].join(" "));
    draw();
  }

  function forget() {
    write(FAVOURITES, "");
    write(LANGUAGE, "");
    draw();
    const title = document.querySelector("h1");
    title.tabIndex = -1; // the button that had the focus is gone
    title.focus();
  }

  for (const button of all("[data-favour]")) button.addEventListener("click", () => toggle(button.dataset.favour));
  for (const button of all("[data-forget]")) button.addEventListener("click", forget);
  for (const link of all(".language-switch__link")) link.addEventListener("click", () => write(LANGUAGE, link.hreflang));
  // Also when the browser brings the page back as it was left.
  window.addEventListener("pageshow", draw);
})();
