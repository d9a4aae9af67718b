/** What mkdocs-material's search lacks for the keyboard: a name, and an end when the focus has gone elsewhere. */
(() => {
  const field = document.querySelector(".md-search__input");
  const box = field?.closest('[role="dialog"]');
  const toggle = document.getElementById("__search");
  if (!box || !toggle) return;
  box.setAttribute("aria-label", field.getAttribute("aria-label"));
  // Otherwise it stays open over the page, on a phone over all of it, while the focus walks on behind.
  box.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !box.contains(relatedTarget) && toggle.checked) toggle.click();
  });
})();
