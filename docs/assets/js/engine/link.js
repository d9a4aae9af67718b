/**
 * Starting of the worker, and the messages to and from it.
 */

/** A worker that can start at all says so long before this, also on a slow phone. */
const HELLO_SECONDS = 20;

/** The search's helper puts a stand-in over `Worker` on pages opened from a disk; before_theme.js keeps the real one. */
const NativeWorker = window.vademecum?.NativeWorker ?? window.Worker;

/**
 * @param {string} address
 * @returns {Promise<Worker>} a worker that answered and may compile WebAssembly
 * @throws {EngineFailure} `worker_blocked`, `webassembly_blocked`, `no_webassembly`
 */
function startWorker(address) {
  return new Promise((resolve, reject) => {
    const worker = new NativeWorker(address);
    const refuse = (reason, detail) => {
      worker.terminate();
      reject(new EngineFailure(reason, detail));
    };
    const timer = setTimeout(() => refuse("worker_blocked", "no answer"), HELLO_SECONDS * 1000);
    worker.onerror = (event) => {
      event.preventDefault();
      clearTimeout(timer);
      refuse("worker_blocked", event.message);
    };
    worker.onmessage = ({ data }) => {
      clearTimeout(timer);
      if (data.obstacle) refuse(data.obstacle);
      else resolve(worker);
    };
  }).catch((error) => {
    // `new Worker` itself throws where a policy forbids it.
    throw error instanceof EngineFailure ? error : new EngineFailure("worker_blocked", error);
  });
}

/**
 * The worker starts from a Blob, because a page opened from a disk has no other way and because the
 * payload is compressed whatever the server does. A site whose policy forbids Blob workers, or allows
 * WebAssembly only to the worker's own file, gets the same source from that file.
 *
 * @param {string | ArrayBuffer} payload
 * @returns {Promise<Worker>}
 */
async function openWorker(payload) {
  const source = await readPart("worker", payload, MANIFEST.parts.worker);
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  try {
    return await startWorker(address);
  } catch (error) {
    if (!BASE.protocol.startsWith("http") || error.reason === "no_webassembly") throw error;
    return await startWorker(new URL(MANIFEST.worker_file, BASE).href);
  } finally {
    URL.revokeObjectURL(address);
  }
}
