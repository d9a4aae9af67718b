/** Days as the reader's language writes them; days have no time zone. */
(() => {
  const form = ((window.vademecum ??= {}).form ??= {});

  const PARTS = [
    ["year", "numeric"],
    ["month", "long"],
    ["day", "numeric"],
  ];

  function written(iso, format) {
    const day = new Date(`${iso.padEnd(10, "-01")}T00:00:00Z`);
    return new Intl.DateTimeFormat(document.documentElement.lang, { ...format, timeZone: "UTC" }).format(day);
  }

  /** A day with its weekday. */
  form.dayText = (iso) => written(iso, { weekday: "short", day: "numeric", month: "long", year: "numeric" });

  /** A day, a month or a year: as much as `iso` says. */
  form.dateText = (iso) => written(iso, Object.fromEntries(PARTS.slice(0, iso.split("-").length)));

  /** A day with its time where that is known: `2026-11-22T14:30`. */
  form.momentText = (moment) => {
    const [day, time] = moment.split("T");
    const text = written(day, { day: "numeric", month: "short", year: "numeric" });
    return time ? `${text}, ${time}` : text;
  };

  /** A day without its year, for a narrow place. */
  form.shortDay = (iso) => written(iso, { day: "numeric", month: "short" });

  const two = (number) => String(number).padStart(2, "0");

  /** The reader's own calendar day, written as dates are entered. */
  form.today = () => {
    const now = new Date();
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };

  form.timeNow = () => {
    const now = new Date();
    return `${two(now.getHours())}:${two(now.getMinutes())}`;
  };
})();
