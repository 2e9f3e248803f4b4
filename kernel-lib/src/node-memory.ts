/**
 * Imported for its effect by the package's Node entry: from then on large results are made in memory that Node has not
 * cleared, what is freed is used again, and large buffers lie in huge pages.
 */
import { offerMemory } from "./core/memory.js";
import { askForHugePages } from "./huge-pages.js";

offerMemory({
  raw: (bytes) => Buffer.allocUnsafeSlow(bytes).buffer as ArrayBuffer, // "slow": a buffer of its own
  prepare: askForHugePages,
});

/**
 * glibc gives freed memory back to the system (a training step then pays hundreds of page faults to get it again) until
 * it has seen a larger block freed: then it keeps up to twice that size. So one is allocated, never touched, and dropped.
 * 32 MiB is the most it learns from.
 */
const largestLesson = 32 * 1024 * 1024 - 65536;
Buffer.allocUnsafeSlow(largestLesson);
