// Extraction with a deadline: one thread, replaced when a notebook takes too long or too much memory. What counts is CPU time:
// on a busy machine a right notebook must not be refused. The judge's own thread waits meanwhile, so the process's is the
// compiler's.
import type { Worker } from "node:worker_threads";
import type { Readable, ReferencePrograms } from "../judge/mistakes/programs.js";
import { english } from "../messages/say.js";
import { startThread } from "../threads.js";
import { Trouble } from "../trouble.js";
import type { NotebookRequest, ThreadRequest } from "./thread.js";
import type { Extraction } from "./types.js";

/** `failed` says why not. */
type Answer = { readonly value: unknown } | { readonly failed: string };

/** Seconds, as clocks count them. */
export interface Clocks {
  cpu(): number;
  wall(): number;
}

const clocks: Clocks = {
  cpu: () => Object.values(process.cpuUsage()).reduce((sum, us) => sum + us, 0) / 1e6,
  wall: () => performance.now() / 1000,
};

const pollMs = 50;
/** How much longer a notebook may take when others use the machine. */
const patience = 12;

export class Extractor {
  #worker: Worker | null = null;
  readonly #seconds: number;
  readonly #clocks: Clocks;

  /** @param seconds - CPU time for one notebook; a usual one takes a fiftieth of a second, the first one half a second */
  constructor(seconds = 10, by: Clocks = clocks) {
    this.#seconds = seconds;
    this.#clocks = by;
    this.#start();
  }

  /** @throws Trouble when the notebook's code cannot be read within the limits */
  extract(notebook: NotebookRequest): Promise<Extraction> {
    return this.#ask({ notebook });
  }

  /** The reference of every exercise, and wrong versions of it. */
  references(of: NonNullable<ThreadRequest["references"]>): Promise<ReferencePrograms[]> {
    return this.#ask({ references: of });
  }

  /** Which parameters a function mentions. */
  uses(learner: Readable): Promise<boolean[]> {
    return this.#ask({ uses: learner });
  }

  async #ask<T>(request: ThreadRequest): Promise<T> {
    const worker = this.#worker ?? this.#start();
    worker.postMessage(request);
    const answer = await this.#answerOf(worker);
    if ("value" in answer) return answer.value as T;
    throw new Trouble(answer.failed);
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = null;
  }

  #start(): Worker {
    const resourceLimits = { maxOldGenerationSizeMb: 160, stackSizeMb: 4 };
    this.#worker = startThread(import.meta.url, "./thread", { resourceLimits });
    this.#worker.unref();
    return this.#worker;
  }

  #answerOf(worker: Worker): Promise<Answer> {
    worker.ref();
    return new Promise((resolve) => {
      const finish = (answer: Answer, isAlive: boolean): void => {
        clearInterval(timer);
        worker.off("message", onMessage).off("error", onError);
        worker.unref();
        if (!isAlive) void this.close();
        resolve(answer);
      };
      const onMessage = (answer: Answer): void => finish(answer, true);
      const onError = (error: NodeJS.ErrnoException): void => finish({ failed: wordsOf(error) }, false);
      const late = { failed: english("notebook.late", { seconds: this.#seconds }) };
      const isLate = this.#stopwatch();
      const timer = setInterval(() => isLate() && finish(late, false), pollMs);
      worker.on("message", onMessage).on("error", onError);
    });
  }

  /** Tells whether the time is over. */
  #stopwatch(): () => boolean {
    const { cpu, wall } = this.#clocks;
    const [cpuEnd, wallEnd] = [cpu() + this.#seconds, wall() + patience * this.#seconds];
    return () => cpu() > cpuEnd || wall() > wallEnd;
  }
}

function wordsOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return english("notebook.memory");
  return english("notebook.compiler", { text: message });
}
