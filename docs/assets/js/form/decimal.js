/** Exact conversion between a quantity's units, on decimal digits: no binary fractions, no rounding. */
(() => {
  const form = ((window.vademecum ??= {}).form ??= {});

  /** @returns {[bigint, number]} digits and how many of them stand behind the point */
  function parts(text) {
    const [whole, fraction = ""] = text.replace("-", "").split(".");
    const digits = BigInt(whole + fraction);
    return [text.startsWith("-") ? -digits : digits, fraction.length];
  }

  function write(digits, scale) {
    const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, "0");
    const whole = text.slice(0, text.length - scale);
    const fraction = text.slice(text.length - scale).replace(/0+$/, "");
    return (digits < 0n ? "-" : "") + (fraction ? `${whole}.${fraction}` : whole);
  }

  /**
   * A value of the first unit, in another one: value / factor + offset.
   * @param {string} value plain digits with a point
   * @param {{factor: string, offset: string}} unit as in the calculator's definition
   * @returns {string | null} null when the digits would not end within four places more
   */
  form.fromFirstUnit = (value, unit) => {
    const [a, aScale] = parts(value);
    const [b, bScale] = parts(unit.factor);
    const [c, cScale] = parts(unit.offset);
    const scale = Math.max(aScale - bScale, 0) + 4;
    const numerator = a * 10n ** BigInt(scale + bScale - aScale);
    if (numerator % b !== 0n) return null;
    const common = Math.max(scale, cScale);
    const sum = (numerator / b) * 10n ** BigInt(common - scale) + c * 10n ** BigInt(common - cScale);
    return write(sum, common);
  };
})();
