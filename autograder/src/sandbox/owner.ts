// The worker thread that owns the children. The judge's thread blocks while it waits for an answer, so somebody else must
// watch the clock; this thread does nothing but move bytes, count time and keep one spare child warm.
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { Child, type Deadline, type Reply } from "./child-process.js";
import type { Layers, Limits, Programs } from "./launch.js";

/** What the judge's thread hands over at the start. */
export interface OwnerData {
  readonly port: MessagePort;
  /** Word 0 counts answers; words 1 and 2 hold the pids of the children for a last clean-up. */
  readonly signal: Int32Array;
  readonly programs: Programs;
}

export type OwnerRequest =
  | { readonly op: "configure"; readonly limits: Limits; readonly layers: Layers }
  | { readonly op: "fresh" }
  | { readonly op: "ask"; readonly kind: number; readonly body: Uint8Array; readonly deadline: Deadline }
  | { readonly op: "close" };

export type OwnerReply = Reply | { readonly done: true };

const { port, signal, programs } = workerData as OwnerData;
const dead: Reply = { failure: "died", seconds: 0 };
let limits: Limits = { cpuSeconds: 10, memoryMb: 512 };
let layers: Layers = { bubblewrap: false, rlimits: false, seccomp: false };
let current: Child | null = null;
let spare: Child | null = null;

parentPort!.on("message", (request: OwnerRequest) => {
  handle(request).then(tell, () => tell(dead));
});

parentPort!.postMessage("ready");

async function handle(request: OwnerRequest): Promise<OwnerReply> {
  if (request.op === "configure") configure(request.limits, request.layers);
  else if (request.op === "fresh") useFresh();
  else if (request.op === "close") closeAll();
  else return (await current?.request(request.kind, request.body, request.deadline)) ?? dead;
  return { done: true };
}

function configure(newLimits: Limits, newLayers: Layers): void {
  closeAll();
  [limits, layers] = [newLimits, newLayers];
  spare = new Child(programs, limits, layers);
  notePids();
}

/** Throws the current child away; the spare one takes its place and a new spare begins to start. */
function useFresh(): void {
  current?.kill();
  current = spare?.isAlive ? spare : new Child(programs, limits, layers);
  spare = new Child(programs, limits, layers);
  notePids();
}

function closeAll(): void {
  current?.kill();
  spare?.kill();
  current = spare = null;
  notePids();
}

function notePids(): void {
  Atomics.store(signal, 1, current?.pid ?? 0);
  Atomics.store(signal, 2, spare?.pid ?? 0);
}

function tell(reply: OwnerReply): void {
  port.postMessage(reply, "body" in reply ? [reply.body.buffer as ArrayBuffer] : []);
  Atomics.add(signal, 0, 1);
  Atomics.notify(signal, 0);
}
