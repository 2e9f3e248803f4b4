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
 * lower, and of a loop over a million elements a sixth, for 0.3 ms each time. Less would cost more: what a training step
 * still needs at two such looks is taken for long-lived, and stays when it no longer is.
 */
const mostYoung = 20 * 1024 * 1024;

/**
 * Less is enough when making it took long (looking costs a hundredth of the time) and many results (so that what a
 * step needs is gone at the second look): logistic regression then peaks at 84 MB, not at 103.
 */
const fewYoung = 4 * 1024 * 1024;
const longMs = 30;
const manyResults = 20;

/** From here on glibc asks the system for a block of its own. */
const smallestBlock = 128 * 1024;

/** @param now - a clock in milliseconds */
export function makeNodeMemory(now: () => number): HostMemory {
  let young = 0;
  let results = 0;
  let lastLook = now();
  let blocks = 0;
  const isDue = (bytes: number): boolean =>
    bytes > mostYoung || (bytes > fewYoung && results >= manyResults && now() - lastLook > longMs);
  return {
    raw(bytes) {
      if (isDue(young + bytes)) {
        collectYoung();
        young = results = 0;
        lastLook = now();
      }
      young += bytes;
      results++;
      if (bytes >= smallestBlock && ++blocks === 2) teachToKeep(); // the first may be the data, which stay
      return Buffer.allocUnsafeSlow(bytes).buffer as ArrayBuffer; // "slow": a buffer of its own
    },
    prepare: askForHugePages,
  };
}

offerMemory(makeNodeMemory(() => performance.now()));

let collector: (() => void) | undefined;

function collectYoung(): void {
  collector ??= findCollector();
  collector();
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
 * 32 MiB is the most it learns from. Programs of small results go without: V8's compilers would keep 3 MB more.
 */
function teachToKeep(): void {
  Buffer.allocUnsafeSlow(32 * 1024 * 1024 - 65536);
}
