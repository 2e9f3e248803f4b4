// The loop of the child: load programs, call functions, answer each frame with exactly one frame.
import { Decoder } from "../../wire/decode.js";
import { Encoder, encode } from "../../wire/encode.js";
import { type Caps, defaultCaps, WireError } from "../../wire/format.js";
import { Answer, Ask } from "../../wire/frame.js";
import { bindTo, bufferOf, byteLengthOf, byteOffsetOf, bytesOf, create, U8 } from "../../wire/safe.js";
import { deno } from "./deno-globals.js";
import { codec, library } from "./library.js";
import { type Frame, readFrame, writeFrame } from "./pipe.js";
import { probe } from "./probe.js";
import { isRealmUnchanged, rememberRealm } from "./realm.js";
import { seedRandomNumbers } from "./seed.js";
import { describeThrown } from "./thrown.js";

const compile = Function;
const { apply } = Reflect;
const isPromise = (value: unknown): value is Promise<unknown> => value instanceof Promise;

/** Inputs may be larger than answers: pictures go in, numbers come out. */
const inputCaps: Caps = { ...defaultCaps, bytes: 256 * 2 ** 20 };

type Table = Record<string, unknown>;

interface Reply {
  readonly kind: number;
  readonly body: Uint8Array;
}

export async function serve(): Promise<never> {
  const functions = create(null) as Table;
  for (;;) {
    const request = readFrame();
    const { kind, body } = await answer(request, functions);
    writeFrame(request, kind, body);
  }
}

async function answer(request: Frame, functions: Table): Promise<Reply> {
  try {
    if (request.kind === Ask.load) return load(request.body, functions);
    if (request.kind === Ask.call) return await call(request.body, functions);
    return value(await probe(deno, new Decoder(request.body, codec, defaultCaps).text()));
  } catch (error) {
    if (error instanceof WireError) return { kind: Answer.refused, body: encode(error.message, codec) };
    return { kind: Answer.threw, body: encode(describeThrown(error), codec) };
  }
}

const value = (v: unknown): Reply => ({ kind: Answer.value, body: encode(v, codec) });

/** A program's text: the body of a function that returns the graded function. */
type Program = (library: object, hide: (f: unknown) => unknown) => unknown;

/** Runs a program and keeps what it returns, unless what ran before has changed the realm. */
function load(body: Uint8Array, functions: Table): Reply {
  if (!isRealmUnchanged()) return { kind: Answer.spoiled, body: new U8(0) };
  rememberRealm(library);
  const decoder = new Decoder(body, codec, inputCaps);
  seedRandomNumbers(decoder.u32());
  const name = decoder.text();
  const program = compile("$kernelLib", "$opaque", `"use strict";\n${decoder.text()}`) as Program;
  functions[name] = program(library, opaque);
  return value(typeof functions[name]);
}

/** A function that does the same and does not tell its source. */
function opaque(f: unknown): unknown {
  return typeof f === "function" ? bindTo(f as () => unknown, undefined) : f;
}

/** Body: name, number of arguments, arguments. Answer: was it a promise, the value, and the arguments that changed. */
async function call(body: Uint8Array, functions: Table): Promise<Reply> {
  const decoder = new Decoder(body, codec, inputCaps);
  const f = functions[decoder.text()] as (...args: unknown[]) => unknown;
  const args = readArguments(decoder);
  const returned = apply(f, undefined, args.values);
  const later = isPromise(returned);
  const result = later ? await returned : returned;
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
