/** The form alone on paper, with its table of points: blank as it stands, or filled in with what was answered. */
(() => {
  const form = ((window.vademecum ??= {}).form ??= {});

  form.printSheet = () => {
    document.documentElement.dataset.sheet = "";
    window.print();
  };

  window.addEventListener("afterprint", () => delete document.documentElement.dataset.sheet);
})();
