// The judge's view of the sandbox: programs go in, calls return values or throw LearnerError. Decides when a fresh child
// is due, how long a call may take, and what happens to inputs that the learner's function changed.
import { Decoder } from "../wire/decode.js";
import { Encoder } from "../wire/encode.js";
import { type Caps, type Codec, defaultCaps, WireError } from "../wire/format.js";
import { Answer, Ask } from "../wire/frame.js";
import { plainCodec } from "../wire/judge-codec.js";
import type { Bridge } from "./bridge.js";
import type { Deadline, Failure, Reply } from "./child-process.js";
import type { Limits } from "./launch.js";
import { LearnerError, safeClass, type Thrown } from "./learner-error.js";
import { safeRefusal } from "./refusals.js";

const inputCaps: Caps = { ...defaultCaps, bytes: 256 * 2 ** 20 };
/** Calls of one function that may run out of time before its other tests fail unheard. */
const strikesAllowed = 2;

/** What a call gave. */
export interface CallResult {
  readonly value: unknown;
  /** The function returned a promise, which was awaited. */
  readonly later: boolean;
  /** New values of the arguments that the function changed in place, by index. */
  readonly changes: ReadonlyMap<number, unknown>;
}

/** One function of a learner, ready to be loaded. */
export interface Program {
  /** JavaScript whose last statement returns the function. */
  readonly text: string;
  /** Names of the reference's functions that come along in the text. */
  readonly references: readonly string[];
}

export class Sandbox {
  readonly #bridge: Bridge;
  readonly #codec: Codec;
  readonly #programs: ReadonlyMap<string, Program>;
  readonly #limits: Limits;
  readonly #deadline: Deadline;
  readonly #seed: number;
  readonly #strikes = new Map<string, number>();
  /** Seconds that each function has used. */
  readonly #spent = new Map<string, number>();
  readonly #child = new Contents();

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
    this.#codec = codec;
    this.#programs = programs;
    this.#limits = limits;
    const cpuSeconds = limits.cpuSeconds / 4;
    this.#deadline = { cpuSeconds, wallSeconds: 2 * cpuSeconds + 1 };
  }

  /** @throws LearnerError when the function gives no value */
  call(name: string, args: readonly unknown[]): CallResult {
    if ((this.#strikes.get(name) ?? 0) >= strikesAllowed) throw this.#error(name, "timeout");
    if ((this.#spent.get(name) ?? 0) > this.#limits.cpuSeconds)
      throw new LearnerError("slow", { name, seconds: this.#limits.cpuSeconds });
    if (!this.#child.loaded.has(name) || this.#child.references.has(name)) this.#load(name);
    const request = new Encoder(this.#codec, inputCaps);
    request.out.text(name);
    request.out.u8(args.length);
    for (const arg of args) request.write(arg, null);
    return readResult(name, this.#answer(name, this.#ask(name, Ask.call, request.out.bytes())), this.#codec);
  }

  /** Seconds that a function has used: CPU time where it can be known. */
  spentOn(name: string): number {
    return this.#spent.get(name) ?? 0;
  }

  /** Functions are loaded anew from here on: after a failed test nothing that one of them keeps may live on. */
  discard(): void {
    this.#child.loaded.clear();
  }

  /**
   * Into the child that is there, unless the reference's version of this very function is in it, or another function
   * left marks there: what one exercise does is nothing to the next.
   */
  #load(name: string): void {
    const program = this.#programs.get(name);
    if (program === undefined) throw new LearnerError("missing", { name });
    if (
      !this.#child.isOpen ||
      this.#child.references.has(name) ||
      this.#child.seconds > this.#limits.cpuSeconds
    )
      this.#renew();
    let reply = this.#sendProgram(name, program);
    if (reply.kind === Answer.spoiled) {
      this.#renew();
      reply = this.#sendProgram(name, program);
    }
    const type = asLoadError(name, () =>
      new Decoder(this.#answer(name, reply), plainCodec, defaultCaps).read(),
    );
    if (type !== "function") throw new LearnerError("callable", { name });
    this.#child.loaded.add(name);
  }

  #renew(): void {
    this.#bridge.fresh();
    this.#child.renew();
  }

  #sendProgram(name: string, { text, references }: Program): Answered {
    for (const reference of references) this.#child.references.add(reference);
    const request = new Encoder(plainCodec, inputCaps);
    request.out.u32(this.#seed);
    request.out.text(name);
    request.out.text(text);
    return this.#ask(name, Ask.load, request.out.bytes());
  }

  #ask(name: string, kind: number, body: Uint8Array): Answered {
    const reply = this.#bridge.ask(kind, body, this.#deadline);
    this.#spent.set(name, (this.#spent.get(name) ?? 0) + reply.seconds);
    this.#child.seconds += reply.seconds;
    if (!("failure" in reply)) return reply;
    this.#child.isOpen = false;
    this.discard();
    if (reply.failure === "timeout") this.#strikes.set(name, (this.#strikes.get(name) ?? 0) + 1);
    throw this.#error(name, reply.failure);
  }

  #answer(name: string, { kind, body }: Answered): Uint8Array {
    if (kind === Answer.value) return body;
    this.#child.loaded.delete(name);
    if (kind === Answer.threw) throw thrownError(name, body);
    if (kind === Answer.refused) throw refusedError(name, body);
    this.#child.isOpen = false;
    throw this.#error(name, "protocol");
  }

  #error(name: string, failure: Failure): LearnerError {
    return new LearnerError(failure, { name, seconds: this.#deadline.cpuSeconds });
  }
}

type Answered = Exclude<Reply, { failure: Failure }>;

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

function readResult(name: string, body: Uint8Array, codec: Codec): CallResult {
  try {
    const decoder = new Decoder(body, codec, defaultCaps);
    const later = decoder.read() === true;
    const value = decoder.read();
    const changes = new Map<number, unknown>();
    for (let index = decoder.read(); typeof index === "number"; index = decoder.read())
      changes.set(index, decoder.read());
    decoder.end();
    return { value, later, changes };
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw new LearnerError("protocol", { name });
  }
}

function thrownError(name: string, body: Uint8Array): LearnerError {
  const { name: className, message } = decodeThrown(body);
  const thrown = { name: className, message };
  if (message.includes("allocation failed") || message.includes("could not allocate memory"))
    return new LearnerError("memory", { name }, thrown);
  return new LearnerError("threw", { name, error: safeClass(thrown) }, thrown);
}

function decodeThrown(body: Uint8Array): Thrown {
  const value = new Decoder(body, plainCodec, defaultCaps).read() as Partial<Thrown> | null;
  return { name: String(value?.name ?? ""), message: String(value?.message ?? "") };
}

function refusedError(name: string, body: Uint8Array): LearnerError {
  const said = new Decoder(body, plainCodec, defaultCaps).read();
  return new LearnerError("refused", { name, why: safeRefusal(said) });
}

function asLoadError<T>(name: string, load: () => T): T {
  try {
    return load();
  } catch (error) {
    if (!(error instanceof LearnerError) || error.kind !== "threw") throw error;
    throw new LearnerError("load", { name, error: safeClass(error.thrown!) }, error.thrown);
  }
}
