// The thread in which notebooks are parsed and transpiled: a compile bomb costs this thread its life, not the judge's.
import { parentPort } from "node:worker_threads";
import { extract } from "./extract.js";
import type { ExtractRequest } from "./types.js";

parentPort!.on("message", (request: ExtractRequest) => {
  try {
    parentPort!.postMessage({ extraction: extract(request) });
  } catch (error) {
    parentPort!.postMessage({ failed: error instanceof Error ? error.message : "unknown" });
  }
});
