// Questions to the language thread, as promises.

import { Worker } from "node:worker_threads";
import type { Answer, Language, Question } from "../language/worker.js";

type Reply<M extends keyof Language> = Promise<ReturnType<Language[M]>>;

/** A chain of cells is a deep recursion for the checker. Small limits make V8 tidy up before it asks for more. */
const resourceLimits = { stackSizeMb: 32, maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 16 };

export class LanguageClient {
  private readonly worker: Worker;
  private readonly waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >();
  private questions = 0;

  /** @param folder - where the notebook lies */
  constructor(folder: string) {
    this.worker = new Worker(new URL("../language/worker.js", import.meta.url), {
      workerData: { folder },
      resourceLimits,
    });
    this.worker.on("message", (answer: Answer) => this.settle(answer));
  }

  ask<M extends keyof Language>(method: M, ...args: Parameters<Language[M]>): Reply<M> {
    const id = ++this.questions;
    this.worker.postMessage({ id, method, args } satisfies Question);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
    });
  }

  private settle({ id, value, error }: Answer): void {
    const asker = this.waiting.get(id);
    this.waiting.delete(id);
    if (error === undefined) asker?.resolve(value);
    else asker?.reject(new Error(error));
  }
}
