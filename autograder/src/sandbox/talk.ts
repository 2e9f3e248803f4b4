// What judge and child say to each other in the course of one call: questions to the test, what it said, and the result.
import { Decoder } from "../wire/decode.js";
import { type Codec, defaultCaps, WireError } from "../wire/format.js";
import type { Book } from "./book.js";
import type { Deadline } from "./child-process.js";
import { LearnerError, type Thrown } from "./learner-error.js";

/** What a call gave. */
export interface CallResult {
  readonly value: unknown;
  /** The function returned a promise, which was awaited. */
  readonly later: boolean;
  /** New values of the arguments that the function changed in place, by index. */
  readonly changes: ReadonlyMap<number, unknown>;
}

/** A question to the test: one of its functions, and what the learner's code calls it with. */
export interface Question {
  readonly callback: (...args: unknown[]) => unknown;
  readonly args: readonly unknown[];
}

/** @throws WireError unless the body is a question about a function that was given */
export function readQuestion(body: Uint8Array, codec: Codec, book: Book): Question {
  const decoder = new Decoder(body, codec, defaultCaps, true);
  const callback = book.callback(decoder.u32());
  if (!callback) throw new WireError("no such function");
  const args = Array.from({ length: decoder.u8() }, () => decoder.read());
  decoder.end();
  return { callback, args };
}

/** @throws WireError unless the body is a result */
export function readResult(body: Uint8Array, codec: Codec): CallResult {
  const decoder = new Decoder(body, codec, defaultCaps, true);
  const later = decoder.read() === true;
  const value = decoder.read();
  const changes = new Map<number, unknown>();
  for (let index = decoder.read(); typeof index === "number"; index = decoder.read())
    changes.set(index, decoder.read());
  decoder.end();
  return { value, later, changes };
}

export const asyncCallback = "a function of a test that a learner's function calls cannot be async";

/** A call under way and what it has used, together with the calls around it. */
export class Talk {
  readonly depth: number;
  /** Why the test has failed already, whatever the learner's function makes of it. */
  broken: { readonly error: unknown } | null = null;
  readonly #root: Talk;
  readonly #deadline: Deadline;
  readonly #started = performance.now();
  #callbacks = 0;
  #used = 0;

  constructor(outer: Talk | null, deadline: Deadline) {
    this.#root = outer ? outer.#root : this;
    this.depth = outer ? outer.depth + 1 : 1;
    this.#deadline = deadline;
  }

  /** @returns questions to the test so far, this one included */
  count(): number {
    return ++this.#root.#callbacks;
  }

  spend(seconds: number): void {
    this.#root.#used += seconds;
  }

  /** The time of the test's own functions counts, too, but for CPU time. */
  left(): Deadline {
    const { cpuSeconds, wallSeconds } = this.#deadline;
    const wall = (performance.now() - this.#root.#started) / 1000;
    return { cpuSeconds: cpuSeconds - this.#root.#used, wallSeconds: wallSeconds - wall };
  }

  breakOff<T>(error: T): T {
    this.broken = { error };
    return error;
  }
}

/**
 * What the learner's code is told of an error in a function of the test. An assertion's message holds what is expected: it
 * stays here, and fails the test.
 */
export function raised(error: unknown, talk: Talk): Thrown {
  if (error instanceof LearnerError && error.thrown) return error.thrown;
  const { name, message } = error instanceof Error ? error : new Error("");
  const isOurs = error instanceof LearnerError || error instanceof WireError || "difference" in Object(error);
  if (!isOurs && name !== "AssertionError" && !talk.broken) return { name, message };
  talk.breakOff(talk.broken?.error ?? error);
  return { name: "Error", message: "the test has ended" };
}
