/** On a phone the menu lies outside the screen while it is closed: keep the keyboard out of it too. */
(() => {
  const toggle = document.getElementById("__drawer");
  const menu = document.querySelector(".md-sidebar--primary");
  if (!toggle || !menu) return;
  // The width at which mkdocs-material turns the menu into a drawer.
  const narrow = window.matchMedia("(max-width: 76.234375em)");
  const update = () => {
    menu.inert = narrow.matches && !toggle.checked;
  };
  toggle.addEventListener("change", update);
  narrow.addEventListener("change", update);
  update();
})();
