/** The rules of HTML, without those of taste and those that axe-core or another test looks after. */
export default {
  root: true,
  extends: ["html-validate:standard"],
  rules: {
    // How the source is written, which no reader sees.
    "doctype-style": "off",
    "no-trailing-whitespace": "off",
    "long-title": "off",
    "valid-id": ["error", { relaxed: true }],
    // The search and the colours act without being sent.
    "wcag/h32": "off",
    // axe-core looks at landmarks and at names with what is hidden taken into account.
    "unique-landmark": "off",
    "prefer-native-element": "off",
    "aria-label-misuse": "off",
    // The theme asks Firefox to forget on reload which drawer was open; no other attribute does.
    "valid-autocomplete": "off",
  },
};
