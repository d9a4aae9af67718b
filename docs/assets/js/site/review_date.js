/** Past its review date a page says so, by the reader's own clock: an old copy on a disk knows no other. */
(() => {
  const notice = document.querySelector("[data-review-by]");
  if (!notice) return;
  const now = new Date();
  // The reader's own calendar day, written as the record writes it, so that the two compare as text.
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  notice.hidden = today <= notice.dataset.reviewBy;
})();
