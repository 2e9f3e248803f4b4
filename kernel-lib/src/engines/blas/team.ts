/**
 * Threads that wait for calls of a native library. A call is posted, then finished; what a helper has not taken until then is
 * the caller's to do, so nobody waits for a thread that starts, sleeps or has ended.
 */
import { isMainThread, Worker } from "node:worker_threads";
import { type HelperData, help } from "./helper.js";

/** What helpers call, and how. */
export type Native = Pick<HelperData, "koffi" | "library" | "declarations">;

/** Looking so often takes a fifth of a millisecond: mostly the next call, or its end, comes sooner. */
const looks = 100_000;

/** A call takes milliseconds: a helper that has taken one and says nothing for a minute was ended in the middle of it. */
const patienceMs = 60_000;

const states = { starting: 0, loading: 1, empty: 2, posted: 3, taken: 4, ended: 5 };

/** Which function, how many arguments, and the fourteen that gemm has. */
const mostWords = 16;

/** It needs no more; Node would give it as much as the program. */
const resourceLimits = { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 16, stackSizeMb: 1 };

export class Team {
  readonly #native: Native;
  readonly #helpers = new Set<Helper>();
  #useless = !isMainThread; // another one may be ended while its helpers load

  constructor(native: Native) {
    this.#native = native;
  }

  /** So many, or none where no thread can start. Those that have ended are replaced. */
  helpers(count: number): Helper[] {
    while (this.#helpers.size < count && !this.#useless) this.#start();
    return this.#useless ? [] : [...this.#helpers].slice(0, count);
  }

  #start(): void {
    try {
      const helper = new Helper(this.#native);
      helper.once("error", () => (this.#useless = true));
      helper.once("exit", () => this.#helpers.delete(helper));
      this.#helpers.add(helper);
    } catch {
      this.#useless = true; // a program may be forbidden to start threads
    }
  }
}

/** All that run. */
const running = new Set<Helper>();

function settleAll(): void {
  for (const helper of running) helper.settle();
}

export class Helper extends Worker {
  readonly #state: Int32Array;
  readonly #call: Float64Array;
  #isPosted = false;
  /** What the call reads and writes must stay, even when whoever waits for it is stopped. */
  inUse: readonly unknown[] = [];

  constructor(native: Native) {
    const mailbox = new SharedArrayBuffer(8 + 8 * mostWords);
    const workerData: HelperData = { ...native, mailbox, states, looks };
    super(`(${help})()`, { eval: true, workerData, resourceLimits, execArgv: [] });
    this.#state = new Int32Array(mailbox, 0, 1);
    this.#call = new Float64Array(mailbox, 8);
    this.unref();
    if (running.size === 0) process.on("exit", settleAll);
    running.add(this);
    this.once("exit", () => {
      running.delete(this);
      if (running.size === 0) process.off("exit", settleAll);
    });
  }

  /** The function of that place in the list, with numbers and addresses; `inUse` are the arrays that these belong to. */
  post(which: number, args: readonly number[], inUse: readonly unknown[]): void {
    this.#isPosted = Atomics.load(this.#state, 0) === states.empty; // else it starts, or works for one who was stopped
    if (!this.#isPosted) return;
    this.inUse = inUse;
    this.#call.set([which, args.length, ...args]);
    Atomics.store(this.#state, 0, states.posted);
    Atomics.notify(this.#state, 0);
  }

  /** Waits for a call that the helper has taken; false if it has not, and will not. */
  finish(): boolean {
    const state = this.#state;
    if (!this.#isPosted) return false;
    const isTaken = Atomics.compareExchange(state, 0, states.posted, states.empty) !== states.posted;
    for (let i = 0; i < looks && Atomics.load(state, 0) === states.taken; i++);
    const isDone = Atomics.wait(state, 0, states.taken, patienceMs) !== "timed-out";
    if (isDone) this.inUse = [];
    else void this.terminate();
    return isTaken && isDone;
  }

  /** A thread that is ended while it loads a native package takes the process with it. */
  settle(): void {
    Atomics.compareExchange(this.#state, 0, states.starting, states.ended);
    Atomics.wait(this.#state, 0, states.loading);
  }

  override terminate(): Promise<number> {
    if (#state in this) this.settle(); // a notebook may end it before it is made
    return super.terminate();
  }
}
