/** Shows the sheet in the patient's language, whatever the page's own; the choice is not kept. */
(() => {
  const { form } = window.vademecum;

  function start(section) {
    const language = section.querySelector("[data-bedside-language]");

    function show() {
      for (const sheet of section.querySelectorAll("[data-bedside]")) sheet.hidden = sheet.dataset.bedside !== language.value;
    }

    language.addEventListener("change", show);
    section.querySelector("[data-bedside-print]").addEventListener("click", () => form.printAlone("bedside"));
    show();
    section.hidden = false;
  }

  document.addEventListener("DOMContentLoaded", () => {
    for (const section of document.querySelectorAll("[data-bedside-sheets]")) start(section);
  });
})();
