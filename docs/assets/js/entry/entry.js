// Marks the reader's own language: the one chosen last, else the browser's. It leads nowhere by itself: Back must work,
// and both choices stay.
"use strict";
(() => {
  const KEY = "vademecum.language";
  const own = (navigator.languages || [navigator.language || ""]).map((name) => name.slice(0, 2));
  try {
    own.unshift(localStorage.getItem(KEY));
  } catch {
    // A browser that keeps nothing: its own language it is.
  }
  const known = own.find((name) => name === "it" || name === "en");
  const item = known && document.querySelector(`li[lang="${known}"]`);
  if (item) {
    item.classList.add("preferred");
  }
  for (const link of document.querySelectorAll("a[hreflang]")) {
    link.addEventListener("click", () => {
      try {
        localStorage.setItem(KEY, link.hreflang);
      } catch {
        // The choice holds for this visit.
      }
    });
  }
})();
