// Extraction with a deadline: one thread, replaced when a notebook takes too long or too much memory.
import type { Worker } from "node:worker_threads";
import { startThread } from "../threads.js";
import { Trouble } from "../trouble.js";
import type { ThreadRequest } from "./thread.js";
import type { Extraction } from "./types.js";

type Answer = { readonly extraction: Extraction } | { readonly failed: string };

export class Extractor {
  #worker: Worker | null = null;
  readonly #seconds: number;

  /** @param seconds - wall time for one notebook; a usual one takes a tenth of a second */
  constructor(seconds = 10) {
    this.#seconds = seconds;
    this.#start();
  }

  /** @throws Trouble when the notebook's code cannot be read within the limits */
  async extract(request: ThreadRequest): Promise<Extraction> {
    const worker = this.#worker ?? this.#start();
    worker.postMessage(request);
    const answer = await this.#answerOf(worker);
    if ("extraction" in answer) return answer.extraction;
    throw new Trouble(`the notebook's code cannot be read: ${answer.failed}`);
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
