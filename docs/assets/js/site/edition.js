/**
 * What the server says of its edition: another one than this page's, or a withdrawn one. Where the browser allows it
 * (https, or this very machine), it also keeps the whole edition for use without the server: js/offline/service_worker.js.
 */
(() => {
  // A page on a disk has no server, and an author's own server shows what was just written.
  if (!location.protocol.startsWith("http") || window.livereload) return;
  /** What the reader came for goes first; the edition is fetched after it. */
  const PAUSE_MS = 5000;
  const root = new URL("../../", document.currentScript.src);
  const notice = document.querySelector("[data-edition-notice]");
  const button = notice.querySelector("button");
  const workers = navigator.serviceWorker;
  const ownEdition = workers?.controller && new URL(workers.controller.scriptURL).searchParams.get("edition");

  /** @param {"coming" | "ready" | "refused" | "withdrawn"} state */
  function say(state, message = "") {
    for (const line of notice.querySelectorAll("[data-when]")) line.hidden = line.dataset.when !== state;
    notice.querySelector("[data-message]").textContent = message;
    notice.dataset.state = state;
    button.hidden = state !== "ready";
    notice.hidden = false;
  }

  /** @param {ServiceWorker} worker that brings another edition than this page's */
  function follow(worker) {
    const told = { installed: "ready", activating: "ready", activated: "ready", redundant: "refused" };
    const tell = () => say(told[worker.state] ?? "coming");
    worker.addEventListener("statechange", tell);
    button.addEventListener("click", () => {
      workers.addEventListener("controllerchange", () => location.reload());
      worker.postMessage("take over");
    });
    tell();
  }

  /** @param {string} edition the SHA-256 of its edition.json */
  async function keep(edition) {
    const address = new URL("service-worker.js", root);
    address.searchParams.set("edition", edition);
    const registration = await workers.register(address, { scope: root.href, updateViaCache: "none" });
    const next = registration.installing ?? registration.waiting;
    if (next && ownEdition && ownEdition !== edition) follow(next);
  }

  function offerApp() {
    const link = document.createElement("link");
    link.rel = "manifest";
    link.href = new URL(`app.${document.documentElement.lang}.webmanifest`, root).href;
    document.head.append(link);
  }

  async function start() {
    const answer = await fetch(new URL("version.json", root), { cache: "no-store" });
    if (!answer.ok) return;
    const { manifest, withdrawn, message } = await answer.json();
    if (withdrawn) return say("withdrawn", message[document.documentElement.lang]);
    const fromServer = answer.status === 200; // the worker answers 203 when it could not ask
    if (!workers || !fromServer) return;
    offerApp();
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    await keep(manifest);
  }

  // Without its server the page is as good as before; it has nothing to say then.
  start().catch((error) => console.info("vademecum edition:", error.message));
})();
