// Extraction with a deadline: one thread, replaced when a notebook takes too long or too much memory.
import type { Worker } from "node:worker_threads";
import type { Readable, ReferencePrograms } from "../judge/mistakes/programs.js";
import { startThread } from "../threads.js";
import { Trouble } from "../trouble.js";
import type { NotebookRequest, ThreadRequest } from "./thread.js";
import type { Extraction } from "./types.js";

type Answer = { readonly value: unknown } | { readonly failed: string };

export class Extractor {
  #worker: Worker | null = null;
  readonly #seconds: number;

  /** @param seconds - wall time for one notebook; a usual one takes a tenth of a second */
  constructor(seconds = 10) {
    this.#seconds = seconds;
    this.#start();
  }

  /** @throws Trouble when the notebook's code cannot be read within the limits */
  extract(notebook: NotebookRequest): Promise<Extraction> {
    return this.#ask("the notebook's code", { notebook });
  }

  /** The reference of every exercise, and wrong versions of it. */
  references(of: NonNullable<ThreadRequest["references"]>): Promise<ReferencePrograms[]> {
    return this.#ask("the solution", { references: of });
  }

  /** Which parameters a function mentions. */
  uses(learner: Readable): Promise<boolean[]> {
    return this.#ask("the notebook's code", { uses: learner });
  }

  async #ask<T>(what: string, request: ThreadRequest): Promise<T> {
    const worker = this.#worker ?? this.#start();
    worker.postMessage(request);
    const answer = await this.#answerOf(worker);
    if ("value" in answer) return answer.value as T;
    throw new Trouble(`${what} cannot be read: ${answer.failed}`);
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }

  #start(): Worker {
    const resourceLimits = { maxOldGenerationSizeMb: 400, stackSizeMb: 4 };
    this.#worker = startThread(import.meta.url, "./thread", { resourceLimits });
    this.#worker.unref();
    return this.#worker;
  }

  #answerOf(worker: Worker): Promise<Answer> {
    worker.ref();
    return new Promise((resolve) => {
      const finish = (answer: Answer, isAlive: boolean): void => {
        clearTimeout(timer);
        worker.off("message", onMessage).off("error", onError);
        worker.unref();
        if (!isAlive) void this.close();
        resolve(answer);
      };
      const onMessage = (answer: Answer): void => finish(answer, true);
      const onError = (error: NodeJS.ErrnoException): void => finish({ failed: wordsOf(error) }, false);
      const late = { failed: `it takes the compiler more than ${this.#seconds} s` };
      const timer = setTimeout(() => finish(late, false), this.#seconds * 1000);
      worker.on("message", onMessage).on("error", onError);
    });
  }
}

function wordsOf({ code, message }: NodeJS.ErrnoException): string {
  return code === "ERR_WORKER_OUT_OF_MEMORY" ? "it takes the compiler too much memory" : message;
}
