// The learner's process, seen from the kernel: start it, give orders, read frames, replace it when it dies.

import { type ChildProcess, spawn } from "node:child_process";
import type { Duplex, Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { getHeapStatistics } from "node:v8";
import { type Frame, FrameReader, type Order } from "../execute/frames.js";

export interface ChildEvents {
  frame: (frame: Frame) => void;
  /** text that bypassed the runtime: native code, programs started by a cell */
  raw: (name: "stdout" | "stderr", text: string) => void;
  /** the process ended by itself; `why` in words */
  died: (why: string) => void;
}

const mostDeaths = 3;
const hasGroups = process.platform !== "win32"; // the programs that cells start are in the process's group, and end with it
const dying = /\s*(<--- Last few GCs --->|-+ Native stack trace -+|Waiting for the debugger)/; // what V8 says from here on helps nobody who wrote the cell
const program = fileURLToPath(new URL("../execute/main.js", import.meta.url));
const inWorkers = fileURLToPath(new URL("../execute/worker-output.cjs", import.meta.url));

export class Child {
  private readonly events: ChildEvents;
  private process: ChildProcess;
  private lastWords = "";
  private ended = false;
  private deaths = 0; // since the last sign of life

  constructor(events: ChildEvents) {
    this.events = events;
    this.process = this.start();
  }

  give(order: Order): void {
    (this.process.stdio[3] as Duplex).write(`${JSON.stringify(order)}\n`);
  }

  /** Ends the process for good. */
  end(): void {
    this.ended = true;
    endGroup(this.process);
  }

  private start(): ChildProcess {
    const stdio: ("ignore" | "pipe")[] = ["ignore", "pipe", "pipe", "pipe", "pipe"];
    const options = ["--no-warnings", `--max-old-space-size=${megabytes()}`, "--require", inWorkers];
    const child = spawn(process.execPath, [...options, program], { stdio, detached: hasGroups });
    const reader = new FrameReader(this.events.frame);
    const up = child.stdio[4] as Readable;
    up.on("data", (piece: Buffer) => {
      this.deaths = 0;
      reader.push(piece);
    });
    (child.stdio[3] as Duplex).on("error", () => undefined); // its death is reported by "close"
    for (const name of ["stdout", "stderr"] as const) this.readRaw(child, name);
    child.on("exit", () => endGroup(child)); // else its pipes stay open as long as a program that has inherited them runs
    child.on("close", (code, signal) => this.replace(code, signal));
    return child;
  }

  private readRaw(child: ChildProcess, name: "stdout" | "stderr"): void {
    child[name]!.setEncoding("utf8").on("data", (text: string) => {
      const wasDying = dying.test(this.lastWords);
      this.lastWords = (this.lastWords + text).slice(-4000);
      if (!wasDying) this.events.raw(name, text.slice(0, text.match(dying)?.index));
    });
  }

  private replace(code: number | null, signal: string | null): void {
    if (this.ended) return;
    const why = causeOfDeath(code, signal, this.lastWords);
    if (++this.deaths > mostDeaths)
      throw new Error(`the learner's process does not start: ${this.lastWords}`);
    this.lastWords = "";
    this.process = this.start();
    this.events.died(why);
  }
}

/** Ends the process and the programs that cells have started in it. */
function endGroup({ pid }: ChildProcess): void {
  try {
    process.kill(hasGroups ? -pid! : pid!, "SIGKILL");
  } catch {
    // all of it has ended
  }
}

/** How large the learner's values may grow, typed arrays not counted. */
function megabytes(): number {
  return Number(process.env.NABLA_MEMORY) || Math.round(getHeapStatistics().heap_size_limit / 2 ** 20);
}

function causeOfDeath(code: number | null, signal: string | null, words: string): string {
  if (/heap out of memory|Allocation failed/.test(words)) {
    return `the program ran out of memory. Keep fewer or smaller values, or set NABLA_MEMORY=${2 * megabytes()} before Jupyter starts`;
  }
  if (signal === "SIGKILL")
    return "the program was ended by SIGKILL, as the system does when memory runs out";
  return signal ? `the program was ended by ${signal}` : `the program ended with code ${code}`;
}
