/**
 * The program of a thread that works for another one. Of what it is told to call it knows nothing: threads.ts does.
 */
import type { Koffi } from "./koffi.js";

/** What a helper is told when it starts. */
export interface HelperData {
  /** The file of the package koffi, and that of the native library. */
  readonly koffi: string;
  readonly library: string;
  /** The functions that may be called. */
  readonly declarations: readonly string[];
  /** The state, an int32, and from byte 8 on a call: which function, how many arguments, and these, addresses for arrays. */
  readonly mailbox: SharedArrayBuffer;
  readonly states: MailboxStates;
  /** So often a helper looks for a call before it sleeps. */
  readonly looks: number;
}

/** What one thread waits for the other to set. */
interface MailboxStates {
  readonly starting: number;
  /** The thread must not be ended now. */
  readonly loading: number;
  readonly empty: number;
  /** There is a call, and either thread may do it: the one that sets the next state. */
  readonly posted: number;
  readonly taken: number;
  /** Nobody will answer. */
  readonly ended: number;
}

/** A thread starts from the text of this function, wherever the bundler has put it: it sees nothing of this file. */
export function help(): void {
  const { workerData } = process.getBuiltinModule("node:worker_threads");
  const { createRequire } = process.getBuiltinModule("node:module");
  const { koffi, library, declarations, mailbox, states, looks } = workerData as HelperData;
  const state = new Int32Array(mailbox, 0, 1);
  const call = new Float64Array(mailbox, 8);
  const functions: ((...args: number[]) => void)[] = [];
  if (Atomics.compareExchange(state, 0, states.starting, states.loading) !== states.starting) return;
  try {
    const native = (createRequire(koffi)(koffi) as Koffi).load(library);
    for (const declaration of declarations) functions.push(native.func(declaration) as () => void);
  } finally {
    Atomics.store(state, 0, functions.length === declarations.length ? states.empty : states.ended);
    Atomics.notify(state, 0);
  }
  for (;;) {
    for (let i = 0; i < looks && Atomics.load(state, 0) !== states.posted; i++);
    Atomics.wait(state, 0, states.empty);
    if (Atomics.compareExchange(state, 0, states.posted, states.taken) !== states.posted) continue;
    const [which, count, ...args] = call;
    functions[which](...args.slice(0, count));
    Atomics.store(state, 0, states.empty);
    Atomics.notify(state, 0);
  }
}
