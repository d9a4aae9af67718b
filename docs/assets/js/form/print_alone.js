/** One part of the page alone on paper: the form with its table of points, the list of assessments, a bedside sheet. */
(() => {
  const form = ((window.vademecum ??= {}).form ??= {});

  /** @param {"worksheet" | "course" | "bedside"} part the styles of paper know what belongs to each */
  form.printAlone = (part) => {
    document.documentElement.dataset.printing = part;
    window.print();
  };

  window.addEventListener("afterprint", () => delete document.documentElement.dataset.printing);
})();
