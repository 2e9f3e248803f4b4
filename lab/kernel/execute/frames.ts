// What the kernel's process and the learner's process say to each other. Down (file descriptor 3: JSON, one per line) go
// orders; up (descriptor 4: a length, then JSON) comes everything a cell produces, in the order it happened.

import { writeSync } from "node:fs";

export type MimeBundle = Record<string, unknown>;

/** A TypeScript file beside the notebook as it was checked, and as JavaScript. */
export interface LocalModule {
  path: string;
  text: string;
  code: string;
  /** source map, as JSON text */
  map: string;
}

/** Orders to the learner's process. `cell` is the number of a run, never used twice. */
export type Order =
  | {
      op: "run";
      cell: number;
      name: string;
      code: string;
      map: string;
      files: LocalModule[];
      isWatched: boolean;
    }
  | { op: "interrupt" }
  | { op: "input"; id: number; value: string | null };

/** What a cell produces, on descriptor 4. */
export type Frame =
  | { t: "ready" }
  | { t: "stream"; cell: number; name: "stdout" | "stderr"; text: string }
  | {
      t: "display";
      cell: number;
      data: MimeBundle;
      metadata: MimeBundle;
      id?: string | undefined;
      update: boolean;
    }
  | { t: "clear"; cell: number; wait: boolean }
  | { t: "input"; cell: number; id: number; prompt: string; password: boolean }
  | { t: "result"; cell: number; data: MimeBundle; metadata: MimeBundle }
  | { t: "done"; cell: number; error: Failure | null };

/** An error as Jupyter wants it. */
export interface Failure {
  ename: string;
  evalue: string;
  traceback: string[];
}

/** What a worker is told when a cell starts it. */
export interface WorkerOrigin {
  /** the cell's script */
  run: string;
  /** streams that the cell reads itself */
  own: ("stdout" | "stderr")[];
  /** characters it may print */
  limit: number;
}

/** What a worker prints, on its way through the main thread. */
export interface WorkerText {
  run: string;
  name: "stdout" | "stderr";
  text: string;
}

const up = 4;

/** Sends a frame and returns when the pipe has taken it, so that output leaves while a loop still runs. */
export function send(frame: Frame): void {
  const text = JSON.stringify(frame);
  const size = Buffer.byteLength(text);
  const bytes = Buffer.allocUnsafe(4 + size);
  bytes.writeUInt32LE(size, 0);
  bytes.write(text, 4);
  for (let at = 0; at < bytes.length; ) at += writeSync(up, bytes, at);
}

/** Cuts a stream of bytes into the frames that {@link send} wrote. */
export class FrameReader {
  private pieces: Buffer[] = [];
  private length = 0;
  private readonly receive: (frame: Frame) => void;

  constructor(receive: (frame: Frame) => void) {
    this.receive = receive;
  }

  push(piece: Buffer): void {
    this.pieces.push(piece);
    this.length += piece.length;
    if (this.length < 4 || this.length < this.wanted()) return;
    let rest = Buffer.concat(this.pieces, this.length);
    while (rest.length >= 4 && rest.length >= 4 + rest.readUInt32LE(0)) {
      const end = 4 + rest.readUInt32LE(0);
      this.receive(JSON.parse(rest.toString("utf8", 4, end)) as Frame);
      rest = rest.subarray(end);
    }
    this.pieces = [rest];
    this.length = rest.length;
  }

  private wanted(): number {
    if (this.pieces[0]!.length < 4) this.pieces = [Buffer.concat(this.pieces, this.length)];
    return 4 + this.pieces[0]!.readUInt32LE(0);
  }
}
