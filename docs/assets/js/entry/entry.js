// Marks the reader's own language. It leads nowhere by itself: Back must work, and both choices stay.
"use strict";
(() => {
  const own = (navigator.languages || [navigator.language || ""]).map((name) => name.slice(0, 2));
  const known = own.find((name) => name === "it" || name === "en");
  const item = known && document.querySelector(`li[lang="${known}"]`);
  if (item) {
    item.classList.add("preferred");
  }
})();
