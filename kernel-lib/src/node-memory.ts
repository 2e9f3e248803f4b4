/**
 * Imported for its effect by the package's Node entry: from then on large results are made in memory that Node has not
 * cleared, what is freed is used again, and large buffers lie in huge pages.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type HostMemory, offerMemory } from "./core/memory.js";
import { askForHugePages } from "./huge-pages.js";

/**
 * V8 looks for results that nobody holds when 32 MiB of them were made. With 20 the peak of a training run is a tenth
 * lower, and of a loop over a million elements a sixth, for 0.2 ms each time. Less would cost more: what a training step
 * still needs at two such looks is taken for long-lived, and stays when it no longer is.
 */
const mostYoung = 20 * 1024 * 1024;

let young = 0;
let collectYoung: (() => void) | undefined;

export const nodeMemory: HostMemory = {
  raw(bytes) {
    if (young + bytes > mostYoung) collect();
    young += bytes;
    return Buffer.allocUnsafeSlow(bytes).buffer as ArrayBuffer; // "slow": a buffer of its own
  },
  prepare: askForHugePages,
};

offerMemory(nodeMemory);

function collect(): void {
  collectYoung ??= findCollector();
  collectYoung();
  young = 0;
}

/** V8's own, which a program may have only in a context that is made while the flag is set. */
function findCollector(): () => void {
  setFlagsFromString("--expose-gc");
  const gc: unknown = runInNewContext("globalThis.gc");
  setFlagsFromString("--no-expose-gc");
  return typeof gc === "function" ? () => gc({ type: "minor" }) : () => undefined;
}

/**
 * glibc gives freed memory back to the system (a training step then pays hundreds of page faults to get it again) until
 * it has seen a larger block freed: then it keeps up to twice that size. So one is allocated, never touched, and dropped.
 * 32 MiB is the most it learns from.
 */
const largestLesson = 32 * 1024 * 1024 - 65536;
Buffer.allocUnsafeSlow(largestLesson);
