/**
 * Words of one calculator in one language, as the page carries them, and how sentences are made of them.
 * Nothing here knows any medicine: ids go in, the page's own words come out.
 */
(() => {
  const vademecum = (window.vademecum ??= {});
  const form = (vademecum.form ??= {});

  /** @param {Element} element the form with its JSON of words; see build_scripts/calculator_view/form_words.py */
  form.Words = class {
    constructor(element) {
      Object.assign(this, JSON.parse(element.querySelector("[data-form-words]").textContent));
    }

    /** A message with its `{name}` marks filled in; a missing message shows its key, so that the fault is seen. */
    say(key, values = {}) {
      const text = this.messages[key] ?? key;
      return text.replace(/\{(\w+)\}/g, (mark, name) => (name in values ? String(values[name]) : mark));
    }

    item(id) {
      return this.items[id]?.name ?? id;
    }

    level(item, level) {
      return this.items[item]?.levels[level] ?? level;
    }

    unit(id) {
      return this.messages[`form.unit.${id}`] ?? id;
    }

    outcome(id) {
      return this.outcomes[id] ?? id;
    }

    /** Digits stay as they are; only the decimal mark is the language's. */
    number(text) {
      return String(text).replace(".", this.decimal_mark);
    }

    /** `a`, `a o b`, `a, b o c`. */
    list(parts, joiner = "form.and") {
      if (parts.length < 2) return parts.join("");
      return `${parts.slice(0, -1).join(", ")} ${this.say(joiner)} ${parts.at(-1)}`;
    }

    /** Names that begin with the same words say them once: `Grado 3 o 4`. */
    outcomeList(ids) {
      const names = ids.map((id) => this.outcome(id).split(" "));
      let shared = 0;
      while (names.length > 1 && names.every((name) => name.length > shared + 1 && name[shared] === names[0][shared])) shared += 1;
      const rest = names.map((name, place) => name.slice(place ? shared : 0).join(" "));
      return this.list(rest, "form.or");
    }

    itemList(ids) {
      return ids.map((id) => this.item(id)).join(", ");
    }
  };
})();
