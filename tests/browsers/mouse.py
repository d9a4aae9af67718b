"""A click with the mouse that is known to have arrived: two functions for the page."""

# The middle of an element, scrolled into view; nothing while it is absent, or while something else covers it.
# The page may move before the mouse is there, and Firefox may hear of the mouse late: what becomes of the click is
# kept, and a click that would hit something else never arrives.
AIM = """selector => {
  const element = document.querySelector(selector);
  if (!element) return null;
  element.scrollIntoView({block: "center", behavior: "instant"});
  const {x, y, width, height} = element.getBoundingClientRect();
  const point = [x + width / 2, y + height / 2];
  // A label passes its click on to what it is the label of.
  const aimed = target => element.contains(target) || target?.closest?.("label")?.contains(element)
    || (target && element.closest("label")?.control === target);
  if (!width || !aimed(document.elementFromPoint(...point))) return null;
  const heard = window[Symbol.for("heard")] = {missed: false, clicked: false, ended: false, since: performance.now()};
  const kinds = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"];
  const listen = event => {
    // A click that a script makes, as on the link of a download, is not the mouse's.
    if (!event.isTrusted) return;
    if (!aimed(event.target)) {
      heard.missed = true;
      event.stopImmediatePropagation();
      event.preventDefault();
    } else if (event.type === "click") heard.clicked = true;
    if (event.type !== "mouseup") return;
    // A click follows its mouse's button at once.
    setTimeout(() => {
      heard.ended = true;
      for (const kind of kinds) removeEventListener(kind, listen, true);
    });
  };
  for (const kind of kinds) addEventListener(kind, listen, true);
  return point;
}"""

# Firefox drops what the mouse does on a page that it has not shown yet.
HEARD = """() => {
  const heard = window[Symbol.for("heard")];
  if (!heard) return "left";
  if (!heard.ended && performance.now() - heard.since > 5000) return "missed";
  return heard.ended && (heard.clicked && !heard.missed ? "clicked" : "missed");
}"""
