/**
 * Lets a long loop breathe: output appears and interrupts arrive only when the event loop gets a turn.
 */

/** Milliseconds of work between two turns of the event loop. */
const pause = 50;

const done: Promise<void> = Promise.resolve();
let lastTurn = 0;

type Scheduler = (callback: () => void) => unknown;

/** A notebook kernel may put a function here that throws when the cell was stopped. */
const resume = Symbol.for("nabla.resume");

/**
 * Yields to the event loop when 50 ms have passed since the last yield, else resolves at once. In a notebook cell that
 * was stopped it throws, so the loop ends.
 *
 * @example
 * ```ts
 * for (let i = 0; i < numIterations; i++) {
 *   await np.tick();
 * }
 * ```
 */
export function tick(): Promise<void> {
  if (performance.now() - lastTurn < pause) return done;
  return new Promise((resolve, reject) => {
    const later: Scheduler = typeof setImmediate === "function" ? setImmediate : setTimeout;
    later(() => {
      lastTurn = performance.now();
      try {
        (globalThis as { [resume]?: () => void })[resume]?.();
        resolve();
      } catch (stopped) {
        reject(stopped);
      }
    });
  });
}
