// The thread in which notebooks are parsed and transpiled: a compile bomb costs this thread its life, not the judge's.
import { parentPort } from "node:worker_threads";
import { type Readable, referencePrograms, usedParams } from "../judge/mistakes/programs.js";
import { english } from "../messages/say.js";
import { parseNotebook } from "../notebook/read.js";
import { releaseNotebook } from "../release/index.js";
import { extract } from "./extract.js";
import { Model } from "./model.js";
import type { ExtractRequest } from "./types.js";

/** The stubs are read here, from the assignment's folder, so that only this thread loads the compiler. */
export type NotebookRequest = ExtractRequest & {
  readonly assignmentDir: string;
  /** The solution, from which the `calls` come. */
  readonly reference: string;
};

/** What comes in: one of these. */
export interface ThreadRequest {
  readonly notebook?: NotebookRequest;
  readonly references?: Parameters<typeof referencePrograms>[0];
  readonly uses?: Readable;
}

/** By folder and solution. */
const models = new Map<string, Promise<Model>>();

parentPort!.on("message", (request: ThreadRequest) => {
  answer(request).catch((error: unknown) => {
    const text = error instanceof Error ? error.message : "unknown";
    parentPort!.postMessage({ failed: english("notebook.compiler", { text }) });
  });
});

async function answer({ notebook, references, uses }: ThreadRequest): Promise<void> {
  if (notebook) parentPort!.postMessage({ value: extract(notebook, await modelOf(notebook)) });
  if (references) parentPort!.postMessage({ value: referencePrograms(references) });
  if (uses) parentPort!.postMessage({ value: usedParams(uses) });
}

function modelOf({ assignmentDir: dir, reference }: NotebookRequest): Promise<Model> {
  const read = async (): Promise<Model> => {
    const release = parseNotebook(await releaseNotebook(dir), "release");
    return new Model(release.codeCells, reference, release);
  };
  const key = `${dir}\0${reference}`;
  const model = models.get(key) ?? read();
  models.set(key, model);
  return model;
}
