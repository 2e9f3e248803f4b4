// Loaded before a kernel (node --require): when the Jupyter server that started it is gone, killed without a chance
// to say so, the kernel ends as well. A thread watches, so a cell in an endless loop cannot prevent it.

const { isMainThread, Worker, workerData } = require("node:worker_threads");

if (isMainThread) {
  const watcher = new Worker(__filename, {
    workerData: { kernelParent: process.ppid },
    stdout: false,
    stderr: false,
  });
  watcher.unref();
} else if (workerData?.kernelParent !== undefined) {
  setInterval(() => endWithout(workerData.kernelParent), 1000);
}

/** @param {number} parent */
function endWithout(parent) {
  if (process.ppid === parent && isAlive(parent)) return;
  process.kill(process.pid, "SIGKILL");
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
}
