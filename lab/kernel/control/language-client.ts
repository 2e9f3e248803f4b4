// Questions to the language thread, as promises. A thread that dies (out of memory) or is stopped (a cell whose types
// take for ever) is replaced by one that has checked the same cells.

import { Worker } from "node:worker_threads";
import type { Answer, Language, Question } from "../language/worker.js";

type Reply<M extends keyof Language> = Promise<ReturnType<Language[M]>>;

/** A chain of cells is a deep recursion for the checker. Small limits make V8 tidy up before it asks for more. */
const resourceLimits = { stackSizeMb: 32, maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 16 };

export class LanguageClient {
  private readonly folder: string;
  private worker: Worker;
  private readonly waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >();
  private readonly learned: Question[] = [];
  private questions = 0;

  /** @param folder - where the notebook lies */
  constructor(folder: string) {
    this.folder = folder;
    this.worker = this.start();
  }

  ask<M extends keyof Language>(method: M, ...args: Parameters<Language[M]>): Reply<M> {
    const question: Question = { id: ++this.questions, method, args };
    this.worker.postMessage(question);
    return new Promise((resolve, reject) => {
      const keep = (value: unknown) => {
        this.keep(question, value);
        resolve(value as ReturnType<Language[M]>);
      };
      this.waiting.set(question.id, { resolve: keep, reject });
    });
  }

  /** Gives up what is being asked, with `why`. */
  restart(why: string): void {
    this.worker.removeAllListeners();
    void this.worker.terminate();
    this.worker = this.start();
    for (const question of this.learned) this.worker.postMessage(question);
    for (const { reject } of this.waiting.values()) reject(new Error(why));
    this.waiting.clear();
  }

  private start(): Worker {
    const url = new URL("../language/worker.js", import.meta.url);
    const worker = new Worker(url, { workerData: { folder: this.folder }, resourceLimits });
    worker.on("message", (answer: Answer) => this.settle(answer));
    worker.on("error", (error) => this.restart(error.message));
    return worker;
  }

  /** The cells that may run, in order, are all that the thread knows. */
  private keep(question: Question, value: unknown): void {
    if (question.method === "forget") this.learned.length = 0;
    if (question.method === "check" && (value as { ok: boolean }).ok) this.learned.push(question);
  }

  private settle({ id, value, error }: Answer): void {
    const asker = this.waiting.get(id);
    this.waiting.delete(id);
    if (error === undefined) asker?.resolve(value);
    else asker?.reject(new Error(error));
  }
}
