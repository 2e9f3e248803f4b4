// Blocking frames over stdin and stdout. Blocking is on purpose: between calls nothing of the learner's can run.

import { headBytes, lengthBytes } from "../../wire/frame.js";
import {
  Buffer,
  bufferOf,
  byteLengthOf,
  byteOffsetOf,
  bytesOf,
  getUint32,
  setBytes,
  setUint32,
  U8,
  View,
} from "../../wire/safe.js";
import { deno } from "./deno-globals.js";

const { stdin, stdout, exit } = deno;

export interface Frame {
  readonly kind: number;
  /** Kind and nonce as they came; the answer begins with them. */
  readonly head: Uint8Array;
  readonly body: Uint8Array;
}

/** A frame is half read or half written. */
let isMidway = false;

/** A learner's recursion may have left no room on the stack in the middle of a frame: nothing after that can be trusted. */
function begin(): void {
  if (isMidway) exit(70);
  isMidway = true;
}

/** Waits for the judge's next frame; ends the process when the judge has gone. */
export function readFrame(): Frame {
  begin();
  const prefix = readExactly(lengthBytes);
  const length = getUint32(new View(prefix), 0, true);
  const payload = readExactly(length);
  const head = bytesOf(payload, 0, headBytes);
  isMidway = false;
  return { kind: head[0]!, head, body: bytesOf(payload, headBytes, length) };
}

function readExactly(length: number): ArrayBuffer {
  const buffer = new Buffer(length);
  for (let at = 0; at < length; ) {
    const count = stdin.readSync(bytesOf(buffer, at, length));
    if (count === null) return exit(0);
    at += count;
  }
  return buffer;
}

/** A smaller answer goes out in one piece: one system call here, one event at the judge's end. */
const largestCopy = 65536;

/** Sends the answer to `request`. */
export function writeFrame(request: Frame, kind: number, body: Uint8Array): void {
  begin();
  const bodyLength = byteLengthOf(body);
  const isSmall = bodyLength <= largestCopy;
  const start = lengthBytes + headBytes;
  const head = new U8(isSmall ? start + bodyLength : start);
  setUint32(new View(bufferOf(head)), 0, headBytes + bodyLength, true);
  for (let i = 0; i < headBytes; i++) head[lengthBytes + i] = request.head[i]!;
  head[lengthBytes] = kind;
  if (isSmall) setBytes(head, body, start);
  writeAll(head);
  if (!isSmall) writeAll(body);
  isMidway = false;
}

function writeAll(bytes: Uint8Array): void {
  const start = byteOffsetOf(bytes);
  const length = byteLengthOf(bytes);
  const buffer = bufferOf(bytes);
  for (let at = 0; at < length; ) at += stdout.writeSync(bytesOf(buffer, start + at, start + length));
}
