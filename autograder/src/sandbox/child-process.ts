// One child seen from outside: frames in and out, deadlines in CPU time with wall time behind, memory, and every way it
// can end turned into a name. The child's streams are never shown or parsed, except for V8's and Deno's last words.
import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { headBytes, lengthBytes, nonceBytes } from "../wire/frame.js";
import { Guard } from "./guard.js";
import { type Layers, type Limits, launch, type Programs } from "./launch.js";

/** How a request can fail without an answer. */
export type Failure = "timeout" | "memory" | "unsettled" | "died" | "protocol";

export type Reply = ({ readonly kind: number; readonly body: Uint8Array } | { readonly failure: Failure }) & {
  /** What the request cost: CPU time where it can be known, wall time elsewhere. */
  readonly seconds: number;
  /** How long the child lived on after it was killed, in seconds. */
  readonly killSeconds?: number;
};

/** What ends a request. */
type Ending =
  | { readonly kind: number; readonly body: Uint8Array }
  | { readonly failure: Failure; readonly killSeconds?: number };

/** Deadline of one request. */
export interface Deadline {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
}

/** Answers larger than this are refused before they are read. */
const answerCap = 20 * 2 ** 20;

const nothing = Buffer.alloc(0);

export class Child {
  readonly #process: ChildProcess;
  readonly #limits: Limits;
  /** The answer's length, as it comes in. */
  readonly #prefix: Buffer = Buffer.alloc(lengthBytes);
  /** The answer without its length, in a buffer of its own size; empty before that is known. */
  #frame: Buffer = nothing;
  #received = 0;
  #lastWords = "";
  #waiting: ((ending: Ending) => void) | null = null;
  #nonce: Buffer = Buffer.alloc(0);
  #ended = false;
  /** Why it was killed, and when. */
  #killed: { readonly failure: Failure; readonly at: number } | null = null;

  constructor(programs: Programs, limits: Limits, layers: Layers) {
    this.#limits = limits;
    this.#process = launch(programs, limits, layers);
    this.#process.stdin!.on("error", () => {});
    this.#process.stdout!.on("data", (chunk: Buffer) => this.#take(chunk));
    this.#process.stderr!.on("data", (chunk: Buffer) => {
      this.#lastWords = (this.#lastWords + chunk.toString("latin1")).slice(0, 4000);
    });
    this.#process.on("error", () => this.#end("died"));
    this.#process.on("exit", () => this.#killed && this.#end(this.#killed.failure));
    this.#process.on("close", () => this.#end(causeOfDeath(this.#process, this.#lastWords)));
  }

  get isAlive(): boolean {
    return !this.#ended;
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** Sends one frame and waits for its answer. After a failure the child is gone. */
  async request(kind: number, body: Uint8Array, deadline: Deadline): Promise<Reply> {
    if (this.#ended) return { failure: "died", seconds: 0 };
    if (this.#received > 0) this.kill();
    if (this.#ended) return { failure: "protocol", seconds: 0 };
    const ending = new Promise<Ending>((resolve) => {
      this.#waiting = resolve;
    });
    this.#nonce = randomBytes(nonceBytes);
    this.#send(kind, body);
    const guard = new Guard(this.pid, deadline, this.#limits, (failure) => this.#fail(failure));
    const answer = await ending;
    return { ...answer, seconds: guard.end() };
  }

  kill(): void {
    this.#ended = true;
    this.#process.kill("SIGKILL");
    for (const stream of [this.#process.stdin, this.#process.stdout, this.#process.stderr]) stream?.destroy();
  }

  #send(kind: number, body: Uint8Array): void {
    const head = Buffer.alloc(lengthBytes + headBytes);
    head.writeUInt32LE(headBytes + body.length, 0);
    head[lengthBytes] = kind;
    this.#nonce.copy(head, lengthBytes + 1);
    const stdin = this.#process.stdin!;
    stdin.cork(); // one system call for both
    stdin.write(head);
    stdin.write(body);
    stdin.uncork();
  }

  #take(chunk: Buffer): void {
    const before = this.#received;
    this.#received += chunk.length;
    if (!this.#waiting) return void this.#fail("protocol");
    if (before < lengthBytes) chunk.copy(this.#prefix, before);
    if (this.#received < lengthBytes) return;
    const length = this.#prefix.readUInt32LE(0);
    if (length < headBytes || length > answerCap || this.#received > lengthBytes + length)
      return void this.#fail("protocol");
    if (before <= lengthBytes) this.#frame = Buffer.from(new ArrayBuffer(length));
    chunk.copy(this.#frame, Math.max(before - lengthBytes, 0), Math.max(lengthBytes - before, 0));
    if (this.#received === lengthBytes + length) this.#finish(this.#frame);
  }

  #finish(frame: Buffer): void {
    const nonce = frame.subarray(1, headBytes);
    if (!nonce.equals(this.#nonce)) return void this.#fail("protocol");
    this.#frame = nothing;
    this.#received = 0;
    this.#answer({ kind: frame[0]!, body: new Uint8Array(frame.buffer as ArrayBuffer, headBytes) });
  }

  /** The answer comes when the process is gone. */
  #fail(failure: Failure): void {
    this.#killed ??= { failure, at: performance.now() };
    this.kill();
  }

  #end(failure: Failure): void {
    this.#ended = true;
    if (this.#killed) this.#answer({ failure, killSeconds: (performance.now() - this.#killed.at) / 1000 });
    else this.#answer({ failure });
  }

  #answer(ending: Ending): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.(ending);
  }
}

/** SIGXCPU is RLIMIT_CPU's signal; V8 says "out of memory" before it traps. */
function causeOfDeath(process: ChildProcess, lastWords: string): Failure {
  if (process.signalCode === "SIGXCPU" || process.exitCode === 152) return "timeout";
  if (/out of memory|allocation fail|Reached heap limit/i.test(lastWords)) return "memory";
  if (/promise never resolved|Promise resolution is still pending/i.test(lastWords)) return "unsettled";
  return "died";
}
