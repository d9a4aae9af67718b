/** One quiet line that says what the engine is doing, while it is not ready. */
(() => {
  const form = ((window.vademecum ??= {}).form ??= {});

  form.showEngine = (element, words, { state, done, total, reason }) => {
    const note = element.querySelector("[data-engine-note]");
    note.hidden = state === "ready";
    note.classList.toggle("engine-note--failed", state === "failed");
    if (state === "failed") {
      const [why, remedy] = ["reason", "remedy"].map((kind) => words.say(`engine.${kind}.${reason}`));
      note.textContent = words.say("engine.failed", { reason: why, remedy });
    } else if (total) {
      note.textContent = words.say("engine.progress", { percent: Math.floor((100 * done) / total) });
    } else {
      note.textContent = words.say("engine.loading");
    }
  };
})();
