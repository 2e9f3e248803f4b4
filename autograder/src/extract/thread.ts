// The thread in which notebooks are parsed and transpiled: a compile bomb costs this thread its life, not the judge's.
import { parentPort } from "node:worker_threads";
import { parseNotebook } from "../notebook/read.js";
import { releaseNotebook } from "../release/index.js";
import { extract } from "./extract.js";
import type { CodeCell, ExtractRequest } from "./types.js";

/** What comes in: `stubs` are read here, from the assignment's folder, so that only this thread loads the compiler. */
export type ThreadRequest = Omit<ExtractRequest, "stubs"> & { readonly assignmentDir: string };

const stubsByDir = new Map<string, Promise<readonly CodeCell[]>>();

parentPort!.on("message", (request: ThreadRequest) => {
  answer(request).catch((error: unknown) => {
    parentPort!.postMessage({ failed: error instanceof Error ? error.message : "unknown" });
  });
});

async function answer(request: ThreadRequest): Promise<void> {
  const stubs = await stubsOf(request.assignmentDir);
  parentPort!.postMessage({ extraction: extract({ ...request, stubs }) });
}

function stubsOf(dir: string): Promise<readonly CodeCell[]> {
  const read = async (): Promise<readonly CodeCell[]> =>
    parseNotebook(await releaseNotebook(dir), "release").codeCells;
  const stubs = stubsByDir.get(dir) ?? read();
  stubsByDir.set(dir, stubs);
  return stubs;
}
