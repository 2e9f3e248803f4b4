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

export class Sandbox {
  readonly #bridge: Bridge;
  readonly #codec: Codec;
  readonly #programs: ReadonlyMap<string, string>;
  readonly #deadline: Deadline;
  readonly #strikes = new Map<string, number>();
  #loaded: string | null = null;

  /** @param programs - for each function a program text whose last statement returns it */
  constructor(bridge: Bridge, programs: ReadonlyMap<string, string>, limits: Limits, codec: Codec) {
    this.#bridge = bridge;
    this.#codec = codec;
    this.#programs = programs;
    const cpuSeconds = limits.cpuSeconds / 4;
    this.#deadline = { cpuSeconds, wallSeconds: 2 * cpuSeconds + 1 };
  }

  /** @throws LearnerError when the function gives no value */
  call(name: string, args: readonly unknown[]): CallResult {
    if ((this.#strikes.get(name) ?? 0) >= strikesAllowed) throw this.#error(name, "timeout");
    if (this.#loaded !== name) this.#load(name);
    const request = new Encoder(this.#codec, inputCaps);
    request.out.text(name);
    request.out.u8(args.length);
    for (const arg of args) request.write(arg, null);
    return readResult(name, this.#ask(name, Ask.call, request.out.bytes()), this.#codec);
  }

  /** The next call starts a fresh child: after a failed test nothing of it may live on. */
  discard(): void {
    this.#loaded = null;
  }

  #load(name: string): void {
    const program = this.#programs.get(name);
    if (program === undefined) throw new LearnerError("missing", { name });
    this.#bridge.fresh();
    const request = new Encoder(plainCodec, inputCaps);
    request.out.text(name);
    request.out.text(program);
    const type = asLoadError(name, () =>
      new Decoder(this.#ask(name, Ask.load, request.out.bytes()), plainCodec, defaultCaps).read(),
    );
    if (type !== "function") throw new LearnerError("callable", { name });
    this.#loaded = name;
  }

  #ask(name: string, kind: number, body: Uint8Array): Uint8Array {
    const reply: Reply = this.#bridge.ask(kind, body, this.#deadline);
    if ("failure" in reply) {
      this.#loaded = null;
      if (reply.failure === "timeout") this.#strikes.set(name, (this.#strikes.get(name) ?? 0) + 1);
      throw this.#error(name, reply.failure);
    }
    if (reply.kind === Answer.value) return reply.body;
    this.#loaded = null;
    throw reply.kind === Answer.threw ? thrownError(name, reply.body) : refusedError(name, reply.body);
  }

  #error(name: string, failure: Failure): LearnerError {
    return new LearnerError(failure, { name, seconds: this.#deadline.cpuSeconds });
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
