// The loop of the child: load programs, call functions and methods, answer each frame with exactly one frame.
import { Decoder } from "../../wire/decode.js";
import { Encoder, encode } from "../../wire/encode.js";
import { type Codec, defaultCaps, inputCaps, WireError } from "../../wire/format.js";
import { Answer, Ask, Op } from "../../wire/frame.js";
import {
  bindTo,
  bufferOf,
  byteLengthOf,
  byteOffsetOf,
  bytesOf,
  create,
  getOwnPropertyDescriptor,
  U8,
} from "../../wire/safe.js";
import { ask, listen, type Reply, say } from "./conversation.js";
import { deno } from "./deno-globals.js";
import { library, codec as tensors } from "./library.js";
import type { Frame } from "./pipe.js";
import { probe } from "./probe.js";
import { isRealmUnchanged, rememberRealm } from "./realm.js";
import { addClass, instance, makeRefs } from "./refs.js";
import { seedRandomNumbers } from "./seed.js";
import { describeThrown } from "./thrown.js";

const compile = Function;
const { apply, construct } = Reflect;
const isPromise = (value: unknown): value is Promise<unknown> => value instanceof Promise;

type Table = Record<string, unknown>;

const functions = create(null) as Table;
/** The library's codec, and numbers for what does not travel. */
const codec: Codec = {
  ...tensors,
  refs: makeRefs((id, args) => ask(id, args, codec, inputCaps, answerAtOnce)),
};

export async function serve(): Promise<never> {
  for (;;) say(await answer(listen()));
}

async function answer({ kind, body }: Frame): Promise<Reply> {
  try {
    if (kind === Ask.load) return load(body);
    if (kind === Ask.call) return await call(body);
    if (kind === Ask.settle) return value(await settle());
    return value(await probe(deno, new Decoder(body, codec, defaultCaps).text()));
  } catch (error) {
    return failure(error);
  }
}

/** While a function of the learner's waits for one of the test's: nothing here can wait, too. */
function answerAtOnce({ kind, body }: Frame): Reply {
  try {
    if (kind === Ask.load) return load(body);
    const work = begin(body);
    if (isPromise(work.returned)) throw new WireError("a promise while a function of the test runs");
    return finish(work, false, work.returned);
  } catch (error) {
    return failure(error);
  }
}

function failure(error: unknown): Reply {
  if (error instanceof WireError) return { kind: Answer.refused, body: encode(error.message, codec) };
  return { kind: Answer.threw, body: encode(describeThrown(error), codec) };
}

const value = (v: unknown): Reply => ({ kind: Answer.value, body: encode(v, codec) });

/** A program's text: the body of a function that returns the graded function or class. */
type Program = (library: object, hide: (f: unknown) => unknown, shared: (name: string) => unknown) => unknown;

/** Runs a program and keeps what it returns, unless what ran before has changed the realm. */
function load(body: Uint8Array): Reply {
  const decoder = new Decoder(body, codec, inputCaps);
  if (decoder.u8() === 1 && !isRealmUnchanged()) return { kind: Answer.spoiled, body: new U8(0) };
  rememberRealm(library);
  seedRandomNumbers(decoder.u32());
  const name = decoder.text();
  const classNumber = decoder.u32();
  const text = `"use strict";\n${decoder.text()}`;
  const program = compile("$kernelLib", "$opaque", "$class", text) as Program;
  const loaded = program(library, opaque, (other) => functions[other]);
  functions[name] = loaded;
  if (classNumber === 0) return value(typeof loaded);
  if (typeof loaded !== "function" || !isConstructor(loaded)) return value("no class");
  addClass(classNumber, loaded);
  return value("class");
}

interface WasmFace {
  compile(bytes: Uint8Array): Promise<unknown>;
}
const { compile: compileWasm } = (globalThis as unknown as { WebAssembly: WasmFace }).WebAssembly;
const emptyModule = new U8([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** The event loop comes round to this only when no promise has anything left to do. Timers would cost eight times as much. */
async function settle(): Promise<void> {
  await compileWasm(emptyModule);
}

/** Without running it. */
function isConstructor(f: object): boolean {
  try {
    construct(Object, [], f as () => void);
    return true;
  } catch {
    return false;
  }
}

/** A function that does the same and does not tell its source; a class stays what it is, since others extend it. */
function opaque(f: unknown): unknown {
  if (typeof f !== "function" || getOwnPropertyDescriptor(f, "prototype")?.writable === false) return f;
  return bindTo(f as () => unknown, undefined);
}

async function call(body: Uint8Array): Promise<Reply> {
  const work = begin(body);
  const later = isPromise(work.returned);
  return finish(work, later, later ? await work.returned : work.returned);
}

/** A call that has begun. */
interface Work {
  readonly returned: unknown;
  readonly args: Arguments;
  /** Of the request, to see which arguments have changed. */
  readonly body: Uint8Array;
}

type Callable = (...args: unknown[]) => unknown;

function begin(body: Uint8Array): Work {
  const decoder = new Decoder(body, codec, inputCaps);
  const op = decoder.u8();
  const name = decoder.text();
  const id = decoder.u32();
  const self = (id === 0 ? functions[name] : instance(id)) as Table & Callable;
  const key = decoder.text();
  const args = readArguments(decoder);
  return { returned: perform(op, self, key, args.values), args, body };
}

function perform(op: number, self: Table & Callable, key: string, args: unknown[]): unknown {
  if (op === Op.call) return apply(self, undefined, args);
  if (op === Op.construct) return construct(self, args);
  if (op === Op.get) return self[key];
  if (op === Op.method) return apply(self[key] as Callable, self, args);
  self[key] = args[0];
  return undefined;
}

/** Answer: was it a promise, the value, and the arguments that changed. */
function finish({ args, body }: Work, later: boolean, result: unknown): Reply {
  const reply = new Encoder(codec, defaultCaps);
  reply.write(later, null);
  reply.write(result, null);
  writeChanges(reply, args, body);
  return { kind: Answer.value, body: reply.out.bytes() };
}

interface Arguments {
  readonly values: unknown[];
  /** Where argument i begins in the request; one more entry than values. */
  readonly starts: number[];
}

function readArguments(decoder: Decoder): Arguments {
  const count = decoder.u8();
  const values = new Array<unknown>(count);
  const starts = new Array<number>(count + 1);
  for (let i = 0; i < count; i++) {
    starts[i] = decoder.at;
    values[i] = decoder.read();
  }
  starts[count] = decoder.at;
  return { values, starts };
}

/** The inputs that are not what they were, as a list of index and value, ended by undefined. */
function writeChanges(reply: Encoder, { values, starts }: Arguments, body: Uint8Array): void {
  for (let i = 0; i < values.length; i++) {
    const now = encode(values[i], codec, inputCaps);
    const before = part(body, starts[i]!, starts[i + 1]!);
    if (equalBytes(now, before)) continue;
    reply.write(i, null);
    reply.write(values[i], null);
  }
  reply.write(undefined, null);
}

function part(bytes: Uint8Array, from: number, to: number): Uint8Array {
  const start = byteOffsetOf(bytes);
  return bytesOf(bufferOf(bytes), start + from, start + to);
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  const length = byteLengthOf(a);
  if (length !== byteLengthOf(b)) return false;
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return false;
  return true;
}
