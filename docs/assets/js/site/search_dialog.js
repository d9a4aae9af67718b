/** mkdocs-material gives its search the role of a dialog, but no name: it takes that of its field. */
(() => {
  const field = document.querySelector(".md-search__input");
  field?.closest('[role="dialog"]')?.setAttribute("aria-label", field.getAttribute("aria-label"));
})();
