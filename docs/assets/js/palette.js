/**
 * The remembered colours, in place of Material's inline script: set as soon as the page has a body, and without holding
 * up the page when the server stalls; so it waits for no other script and reads what js/frame/memory.js wrote.
 */
"use strict";
(() => {
  const scope = new URL("../../", document.currentScript.src).pathname;
  let colour;
  try {
    colour = JSON.parse(localStorage.getItem(`${scope}.__palette`))?.color;
  } catch {
    // Storage is blocked: nothing is remembered.
  }
  if (!colour) return;
  if (colour.media === "(prefers-color-scheme)") {
    const system = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
    const option = document.querySelector(`[data-md-color-media="(prefers-color-scheme: ${system})"]`);
    for (const name of ["media", "scheme", "primary", "accent"]) {
      colour[name] = option.getAttribute(`data-md-color-${name}`);
    }
  }
  for (const [name, value] of Object.entries(colour)) document.body.setAttribute(`data-md-color-${name}`, value);
})();
