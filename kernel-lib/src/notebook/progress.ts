/** `np.progress`: a loop that tells how far it is. The bar changes in place; when the loop ends, one line stays. */
import { DataError } from "../core/errors.js";
import { tick } from "../core/tick.js";
import { checkOptions, describeValue } from "../core/words.js";
import { currentHost, type Host, type MimeBundle, pauseBetweenChanges, type Spot } from "./host.js";
import { countWords, rateWords, timeWords } from "./words.js";

/** Words and pace of the bar. */
export interface ProgressOptions {
  /** What the loop does, in a word or two: stands in front of the bar. */
  label?: string;
}

/** What a test replaces: the clock in milliseconds, and what shows the bar. */
export interface ProgressWorld {
  readonly now: () => number;
  readonly host: Host | null;
}

/** A loop that is over sooner shows nothing. */
const shortest = 500;

/**
 * Runs a loop with a progress bar: count, share, rate and time left, at most four times a second. Loops that are over
 * within half a second show nothing; the others leave one line, also when they are stopped or fail. In nbconvert, on CI
 * and on stock tslab that line is all. Between steps it lets output and interrupts through, as {@link tick} does.
 *
 * @param over - how many steps, for the numbers 0, 1, …; or the things to go through
 * @throws DataError when `over` is neither a count nor iterable
 *
 * @example
 * ```ts
 * for await (const i of np.progress(2500, { label: "training" })) {
 *   // step number i
 * }
 * ```
 */
export function progress(over: number, options?: ProgressOptions): AsyncIterableIterator<number>;
export function progress<T>(over: Iterable<T>, options?: ProgressOptions): AsyncIterableIterator<T>;
export function progress<T>(
  over: number | Iterable<T>,
  options: ProgressOptions = {},
): AsyncIterableIterator<T | number> {
  checkOptions("progress", options, ["label"]);
  return follow(over, options, { now: () => performance.now(), host: currentHost() });
}

/** {@link progress} with a world of its own. */
export function follow<T>(
  over: number | Iterable<T>,
  { label = "" }: ProgressOptions,
  world: ProgressWorld,
): AsyncIterableIterator<T | number> {
  const items: Iterable<T | number> = typeof over === "number" ? numbersTo(over) : over;
  if (typeof over === "number" && !(Number.isInteger(over) && over >= 0))
    throw new DataError(`progress: the number of steps is a whole number from 0, got ${over}`);
  if (typeof items?.[Symbol.iterator] !== "function")
    throw new DataError(
      `progress: it goes through a count or a list, got ${describeValue(over)}. Give a number of steps.`,
    );
  return steps(items, new Bar(label, lengthOf(over), world));
}

async function* steps<T>(items: Iterable<T>, bar: Bar): AsyncGenerator<T, void, undefined> {
  try {
    for (const item of items) {
      await tick();
      bar.change();
      yield item;
      bar.done++;
    }
    bar.isComplete = true;
  } finally {
    bar.end();
  }
}

function* numbersTo(count: number): Generator<number, void, undefined> {
  for (let i = 0; i < count; i++) yield i;
}

function lengthOf(over: unknown): number | null {
  if (typeof over === "number") return over;
  const { length, size } = over as { length?: unknown; size?: unknown };
  const found = [length, size].find((value) => typeof value === "number");
  return (found as number | undefined) ?? null;
}

class Bar {
  done = 0;
  isComplete = false;
  private readonly label: string;
  private readonly total: number | null;
  private readonly now: () => number;
  private readonly host: Host | null;
  private readonly started: number;
  private lastChange: number;
  private spot: Spot | null = null;

  constructor(label: string, total: number | null, { now, host }: ProgressWorld) {
    [this.label, this.total, this.now, this.host] = [label, total, now, host];
    this.started = now();
    this.lastChange = this.started + shortest - pauseBetweenChanges;
  }

  /** Draws the bar when it is time to. */
  change(): void {
    if (!this.host?.isWatched) return;
    const now = this.now();
    if (now - this.lastChange < pauseBetweenChanges) return;
    this.lastChange = now;
    this.show(barBundle(this.label, this.done, this.total, now - this.started), false);
  }

  /** Leaves one line. */
  end(): void {
    const spent = this.now() - this.started;
    if (spent >= shortest) this.show({ "text/plain": this.summary(spent) }, true);
  }

  private show(bundle: MimeBundle, isLast: boolean): void {
    this.spot ??= this.host?.openSpot() ?? null;
    this.spot?.(bundle, isLast);
  }

  private summary(spent: number): string {
    const speed = this.done > 0 ? ` (${rateWords(this.done, spent)})` : "";
    const of = this.total === null ? "" : ` of ${countWords(this.total)}`;
    const count = this.isComplete ? countWords(this.done) : `stopped after ${countWords(this.done)}${of}`;
    return `${prefix(this.label)}${count} in ${timeWords(spent)}${speed}`;
  }
}

/** The bar with its words; without a total only the words. */
function barBundle(label: string, done: number, total: number | null, spent: number): MimeBundle {
  const speed = done > 0 ? [rateWords(done, spent)] : [];
  if (total === null || total === 0)
    return { "text/plain": prefix(label) + [countWords(done), ...speed].join(", ") };
  const left = done > 0 ? [`${timeWords((spent / done) * (total - done))} left`] : [];
  const words = [`${countWords(done)} of ${countWords(total)}`, ...speed, ...left].join(", ");
  const percent = Math.floor((100 * done) / total);
  const full = Math.round((20 * done) / total);
  const bar = "█".repeat(full) + "░".repeat(20 - full);
  return {
    "text/plain": `${prefix(label)}${bar} ${percent} %  ${words}`,
    "text/html": barHtml(prefix(label), percent, words),
  };
}

/** Native, so that it has the page's colours in light and dark and is read out by a screen reader. */
function barHtml(head: string, percent: number, words: string): string {
  const text = (value: string): string => value.replace(/&/g, "&amp;").replace(/</g, "&lt;");
  const bar = `<progress max="100" value="${percent}" style="width: 16em; vertical-align: middle"></progress>`;
  return `<span style="font-variant-numeric: tabular-nums">${text(head)}${bar} ${percent} % &nbsp;${text(words)}</span>`;
}

function prefix(label: string): string {
  return label === "" ? "" : `${label}: `;
}
