// The kernel's program: `node lab/kernel/main.mjs CONNECTION_FILE`. This process owns the sockets and never runs learner
// code, so it answers whatever a cell does.

import { readConnection } from "../protocol/connection.js";
import { Sockets } from "../protocol/sockets.js";
import { Kernel } from "./kernel.js";
import { LanguageClient } from "./language-client.js";

/** Starts a kernel that lives until it is shut down or its parent is gone. */
export async function main(connectionFile: string): Promise<void> {
  const sockets = new Sockets(readConnection(connectionFile));
  const kernel = new Kernel(sockets, new LanguageClient(process.cwd()));
  const end = () => {
    kernel.end();
    process.exit(0);
  };
  process.on("SIGINT", () => kernel.interrupt());
  process.on("SIGTERM", end);
  endWithParent(end);
  await sockets.open((channel, message) => kernel.receive(channel, message));
  sockets.publish("status", { execution_state: "starting" }, null);
}

/** When the Jupyter server was killed without a chance to say so, the kernel ends as well. */
function endWithParent(end: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent || !isAlive(parent)) end();
  }, 1000).unref();
}

/** Windows keeps the number of a parent that has gone. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
