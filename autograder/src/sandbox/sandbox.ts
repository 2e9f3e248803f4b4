// The judge's view of the sandbox: programs go in, calls return values or throw LearnerError. Decides when a fresh child
// is due, how long a call may take, and what happens to inputs that the learner's function changed.
import { Decoder } from "../wire/decode.js";
import { Encoder, encode } from "../wire/encode.js";
import { type Codec, defaultCaps, inputCaps, WireError } from "../wire/format.js";
import { Answer, Ask, Op } from "../wire/frame.js";
import { plainCodec } from "../wire/judge-codec.js";
import { Book, type Instance } from "./book.js";
import type { Bridge } from "./bridge.js";
import type { Deadline, Failure, Reply } from "./child-process.js";
import type { Limits } from "./launch.js";
import { LearnerError } from "./learner-error.js";
import { asLoadError, refusedError, thrownError } from "./no-value.js";
import {
  asyncCallback,
  type CallResult,
  type Question,
  raised,
  readQuestion,
  readResult,
  Talk,
} from "./talk.js";

/** Calls of one function that may run out of time before its other tests fail unheard. */
const strikesAllowed = 2;

/** Far more than what is left over of an honest function takes. */
const settling: Deadline = { cpuSeconds: 0.1, wallSeconds: 2 };
/** Questions to the test in one call, and calls within questions: far more than a test needs. */
const mostCallbacks = 10_000;
const deepestTalk = 16;

interface Named {
  /** The exercise, whose time it takes. */
  readonly name: string;
  /** What messages call it, like "Layer.forward". */
  readonly label: string;
}

/** What is done: a call, or something with a class or an instance. */
export interface Target extends Named {
  /** Of `Op`. */
  readonly op: number;
  /** What stands for the instance; null for the function or class itself. */
  readonly instance: object | null;
  /** A field or method. */
  readonly key: string;
}

/** One function of a learner, ready to be loaded. */
export interface Program {
  /** JavaScript whose last statement returns the function. */
  readonly text: string;
  /** Names of the reference's functions that come along in the text. */
  readonly references: readonly string[];
  /** What the text returns is a class. */
  readonly isClass?: boolean;
  /** Other exercises' classes that the text takes from them where they are loaded. */
  readonly classes?: readonly string[] | undefined;
}

export class Sandbox {
  readonly #bridge: Bridge;
  readonly #book: Book;
  readonly #codec: Codec;
  readonly #programs: ReadonlyMap<string, Program>;
  readonly #limits: Limits;
  readonly #deadline: Deadline;
  readonly #seed: number;
  readonly #strikes = new Map<string, number>();
  /** Seconds that each function has used. */
  readonly #spent = new Map<string, number>();
  readonly #child = new Contents();
  /** The call under way, with those that the test makes while it is asked something. */
  #talk: Talk | null = null;

  /** @param seed - of random numbers that have none of their own, a whole number from 0 to 2^32 - 1 */
  constructor(
    bridge: Bridge,
    programs: ReadonlyMap<string, Program>,
    limits: Limits,
    codec: Codec,
    seed = 0,
  ) {
    this.#bridge = bridge;
    this.#seed = seed;
    this.#programs = programs;
    this.#book = new Book([...programs].map(([name, { isClass }]) => (isClass ? name : "")));
    this.#codec = { ...codec, refs: this.#book };
    this.#limits = limits;
    const cpuSeconds = limits.cpuSeconds / 4;
    this.#deadline = { cpuSeconds, wallSeconds: 2 * cpuSeconds + 1 };
  }

  /** @param make - what stands for an instance of a learner's class in tests */
  showInstances(make: (instance: Instance) => object): void {
    this.#book.standIn = make;
  }

  /** @throws LearnerError when the function gives no value */
  call(name: string, args: readonly unknown[]): CallResult {
    return this.reach({ op: Op.call, name, label: name, instance: null, key: "" }, args);
  }

  /** A call of a function, or something done with a class or an instance. @throws LearnerError when it gives no value */
  reach(target: Target, args: readonly unknown[]): CallResult {
    const { name, label, instance } = target;
    if ((this.#strikes.get(name) ?? 0) >= strikesAllowed) throw this.#error(label, "timeout");
    if ((this.#spent.get(name) ?? 0) > this.#limits.cpuSeconds)
      throw new LearnerError("slow", { name: label, seconds: this.#limits.cpuSeconds });
    if (instance === null) this.#load(name);
    const request = new Encoder(this.#codec, inputCaps);
    request.out.u8(target.op);
    request.out.text(name);
    request.out.u32(instance === null ? 0 : this.#book.numberOf(instance));
    request.out.text(target.key);
    request.out.u8(args.length);
    for (const arg of args) request.write(arg, null);
    const reply = this.#converse(target, request.out.bytes());
    return this.#result(target, this.#answer(target, reply));
  }

  #result({ label }: Target, body: Uint8Array): CallResult {
    try {
      return readResult(body, this.#codec);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      throw new LearnerError("protocol", { name: label });
    }
  }

  /** Seconds that a function has used: CPU time where it can be known. */
  spentOn(name: string): number {
    return this.#spent.get(name) ?? 0;
  }

  /** Functions are loaded anew from here on: after a failed test nothing that one of them keeps may live on. */
  discard(): void {
    this.#child.loaded.clear();
    this.#book.clear();
  }

  /** One call with all that the test is asked meanwhile, within one deadline. */
  #converse(target: Target, body: Uint8Array): Answered {
    const outer = this.#talk;
    const talk = new Talk(outer, this.#deadline);
    this.#talk = talk;
    try {
      let reply = this.#ask(target, Ask.call, body);
      while (reply.kind === Answer.callback) {
        const { kind, body } = this.#callBack(target, reply.body, talk);
        reply = this.#ask(target, kind, body);
      }
      if (talk.broken) throw talk.broken.error;
      return reply;
    } finally {
      this.#talk = outer;
    }
  }

  /** What the child is told of a function of the test that it asked for. */
  #callBack(target: Target, body: Uint8Array, talk: Talk): { kind: number; body: Uint8Array } {
    if (talk.count() > mostCallbacks || talk.depth > deepestTalk) {
      this.#abandon();
      this.#strike(target.name);
      throw new LearnerError("callbacks", { name: target.label });
    }
    const { callback, args } = this.#question(target, body);
    const request = new Encoder(this.#codec, inputCaps);
    try {
      const given = callback(...args);
      if (given instanceof Promise) throw talk.breakOff(new Error(asyncCallback));
      request.write(given, null);
      return { kind: Ask.returned, body: request.out.bytes() };
    } catch (error) {
      if (!this.#child.isOpen) throw error;
      return { kind: Ask.raised, body: encode(raised(error, talk), plainCodec) };
    }
  }

  #question(target: Target, body: Uint8Array): Question {
    try {
      return readQuestion(body, this.#codec, this.#book);
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      this.#abandon();
      throw this.#error(target.label, "protocol");
    }
  }

  /** Where it is not yet, or not alone; before it the classes of other exercises that it shares. */
  #load(name: string): void {
    const program = this.#programs.get(name);
    if (program === undefined) throw new LearnerError("missing", { name });
    if (this.#child.loaded.has(name) && !this.#child.references.has(name)) return;
    for (const other of program.classes ?? []) {
      const shared = this.#programs.get(other);
      if (shared && !this.#child.loaded.has(other)) this.#loadProgram(other, shared);
    }
    this.#loadProgram(name, program);
  }

  /**
   * Into the child that is there, unless the reference's version of this very function is in it, or another function
   * left marks or work there: what one exercise does is nothing to the next. Nor may the reference of a class come to its
   * instances. Where instances live, or a call is under way, all that ran since {@link discard} is of one exercise.
   */
  #loadProgram(name: string, program: Program): void {
    const isBusy = this.#talk !== null || this.#book.hasInstances;
    const isOver = !isBusy && (this.#child.seconds > this.#limits.cpuSeconds || !this.#isSettled());
    const meetsReference = this.#child.references.has(name) || this.#book.hasInstanceOf(program.references);
    if (!this.#child.isOpen || meetsReference || isOver) this.#renew(name);
    let reply = this.#sendProgram(name, program, !isBusy);
    if (reply.kind === Answer.spoiled) {
      this.#renew(name);
      reply = this.#sendProgram(name, program, true);
    }
    const target = { name, label: name };
    const type = asLoadError(name, () =>
      new Decoder(this.#answer(target, reply), plainCodec, defaultCaps).read(),
    );
    if (program.isClass && type !== "class") throw new LearnerError("class", { name });
    if (!program.isClass && type !== "function") throw new LearnerError("callable", { name });
    this.#child.loaded.add(name);
  }

  #renew(name: string): void {
    if (this.#talk) throw new LearnerError("nested", { name });
    this.#bridge.fresh();
    this.#child.renew();
    this.#book.clear();
  }

  /** Whether nothing in the child works on that earlier calls began. */
  #isSettled(): boolean {
    if (!this.#child.isOpen || this.#child.seconds === 0) return true;
    const reply = this.#bridge.ask(Ask.settle, new Uint8Array(0), settling);
    return !("failure" in reply) && reply.kind === Answer.value;
  }

  #sendProgram(name: string, { text, references, isClass }: Program, checks: boolean): Answered {
    for (const reference of references) this.#child.references.add(reference);
    const request = new Encoder(plainCodec, inputCaps);
    request.out.u8(checks ? 1 : 0);
    request.out.u32(this.#seed);
    request.out.text(name);
    request.out.u32(isClass ? [...this.#programs.keys()].indexOf(name) + 1 : 0);
    request.out.text(text);
    return this.#ask({ name, label: name }, Ask.load, request.out.bytes());
  }

  #ask({ name, label }: Named, kind: number, body: Uint8Array): Answered {
    const deadline = this.#talk?.left() ?? this.#deadline;
    const reply =
      Math.min(deadline.wallSeconds, deadline.cpuSeconds) > 0
        ? this.#bridge.ask(kind, body, deadline)
        : outOfTime;
    this.#talk?.spend(reply.seconds);
    this.#spent.set(name, (this.#spent.get(name) ?? 0) + reply.seconds);
    this.#child.seconds += reply.seconds;
    if (!("failure" in reply)) return reply;
    this.#abandon();
    if (reply.failure === "timeout") this.#strike(name);
    throw this.#error(label, reply.failure);
  }

  #answer({ name, label }: Named, { kind, body }: Answered): Uint8Array {
    if (kind === Answer.value) return body;
    this.#child.loaded.delete(name);
    if (kind === Answer.threw) throw thrownError(label, body);
    if (kind === Answer.refused) throw refusedError(label, body);
    this.#abandon();
    throw this.#error(label, "protocol");
  }

  /** The child is given up; the next load starts another. */
  #abandon(): void {
    this.#child.isOpen = false;
    this.discard();
  }

  #strike(name: string): void {
    this.#strikes.set(name, (this.#strikes.get(name) ?? 0) + 1);
  }

  #error(name: string, failure: Failure): LearnerError {
    return new LearnerError(failure, { name, seconds: this.#deadline.cpuSeconds });
  }
}

type Answered = Exclude<Reply, { failure: Failure }>;

const outOfTime: Reply = { failure: "timeout", seconds: 0 };
/** What the judge knows to be in the child. */
class Contents {
  isOpen = false;
  seconds = 0;
  readonly loaded = new Set<string>();
  readonly references = new Set<string>();

  renew(): void {
    this.isOpen = true;
    this.seconds = 0;
    this.loaded.clear();
    this.references.clear();
  }
}
