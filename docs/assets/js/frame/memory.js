/**
 * What Material remembers (the chosen colours, and nothing else here), in place of its inline script: a server may then
 * forbid inline scripts, both languages share the choice, and a browser that blocks storage only forgets.
 */
"use strict";
window.__md_scope = new URL("../../", document.currentScript.src);
window.__md_get = (key, storage, scope = window.__md_scope) => {
  try {
    return JSON.parse((storage ?? localStorage).getItem(`${scope.pathname}.${key}`));
  } catch {
    return null;
  }
};
window.__md_set = (key, value, storage, scope = window.__md_scope) => {
  try {
    (storage ?? localStorage).setItem(`${scope.pathname}.${key}`, JSON.stringify(value));
  } catch {
    // Blocked or full: the choice holds for this page.
  }
};
