/**
 * Finds the first rung of the ladder on which a value differs from what it should be: type, shape, dtype,
 * finite, values. `words.ts` turns what is found into sentences.
 */
import { DataError } from "../core/errors.js";
import { sameShape } from "../core/shape.js";
import { Tensor } from "../core/tensor.js";
import { checkOptions, describeValue } from "../core/words.js";
import { array } from "../ops/creation.js";
import { type Clue, findClue, isClose } from "./clues.js";
import { type Said, say } from "./phrases.js";
import * as words from "./words.js";

/** How far a comparison came: each rung is only asked when those before it hold. */
export type Rung = "type" | "shape" | "dtype" | "finite" | "values";

/** What is wrong, as data. */
export interface Difference {
  readonly rung: Rung;
  /** What differs: `dw`, `grads.dw`, `costs[3]`. */
  readonly name: string;
  /** One sentence; with `reveal: false` the same as `masked`. */
  readonly message: string;
  /** The sentence without expected numbers and without what the got value itself could say, for secret tests. */
  readonly masked: string;
  /** `message` as phrases, to be said in another language. */
  readonly said: readonly Said[];
  /** `masked` as phrases. */
  readonly maskedSaid: readonly Said[];
  /** What the mistake looks like, when it looks like a known one. */
  readonly clue: Clue["kind"] | null;
}

/** How near is near, and what the message may say. */
export interface DifferenceOptions {
  /** How the value is called in the message. */
  readonly name?: string;
  /** Relative to the expected size; 1e-7. */
  readonly rtol?: number;
  /** Absolute; 1e-9. */
  readonly atol?: number;
  /** Number of examples: lets the message tell a sum from a mean. */
  readonly m?: number;
  /** false leaves expected numbers out. */
  readonly reveal?: boolean;
}

export interface Settings {
  /** How deep in lists and records. */
  readonly depth: number;
  readonly rtol: number;
  readonly atol: number;
  readonly m: number | null;
  readonly reveal: boolean;
}

/**
 * The first difference between `got` and `want`, or null. Numbers, tensors, lists and records of them;
 * NaN and Infinity in `got` always differ.
 *
 * @example
 * ```ts
 * np.testing.difference(np.ones([1, 3]), np.ones([3, 1]), { name: "dw" })?.message;
 * // "dw has shape (1, 3), expected (3, 1): it looks transposed"
 * ```
 */
export function difference(got: unknown, want: unknown, options: DifferenceOptions = {}): Difference | null {
  checkOptions("difference", options, ["name", "rtol", "atol", "m", "reveal"]);
  const { name = "value", rtol = 1e-7, atol = 1e-9, m = null, reveal = true } = options;
  checkSettings(name, { rtol, atol });
  return compare(name, got, want, { rtol, atol, m, reveal, depth: 0 });
}

function checkSettings(name: unknown, tolerances: Record<string, unknown>): void {
  if (typeof name !== "string") throw new TypeError(`difference: name is a word, got ${describeValue(name)}`);
  for (const [option, value] of Object.entries(tolerances)) {
    if (typeof value === "number" && value >= 0) continue;
    throw new RangeError(`difference: ${option} must be a number from 0, got ${describeValue(value)}`);
  }
}

const mostDepth = 64;

function compare(name: string, got: unknown, want: unknown, settings: Settings): Difference | null {
  if (want instanceof Tensor) return compareTensors(name, got, want, settings);
  if (typeof want === "number") return compareNumbers(name, got, want, settings);
  if (Array.isArray(want)) return compareLists(name, got, want, settings);
  if (typeof want === "object" && want !== null) return compareRecords(name, got, want, settings);
  if (got === want) return null;
  if (typeof got !== typeof want) return report("type", name, words.wrongType(name, got, want), settings);
  return report("values", name, words.unequal(name, got, want), settings);
}

function report(
  rung: Rung,
  name: string,
  sentence: words.Sentence,
  settings: Settings,
  clue: Clue["kind"] | null = null,
): Difference {
  const said = settings.reveal ? sentence.full : sentence.masked;
  const maskedSaid = sentence.masked;
  return { rung, name, message: say(said), masked: say(maskedSaid), said, maskedSaid, clue };
}

function compareTensors(name: string, got: unknown, want: Tensor, settings: Settings): Difference | null {
  if (!(got instanceof Tensor)) return report("type", name, words.wrongType(name, got, want), settings);
  if (!sameShape(got.shape, want.shape)) {
    const clue = words.isTransposedShape(got, want) ? "transposed" : null;
    return report("shape", name, words.wrongShape(name, got, want, settings), settings, clue);
  }
  if (got.dtype !== want.dtype) return report("dtype", name, words.wrongDType(name, got, want), settings);
  return compareValues(name, got, want, settings);
}

function compareNumbers(name: string, got: unknown, want: number, settings: Settings): Difference | null {
  if (typeof got !== "number") return report("type", name, words.wrongType(name, got, want), settings);
  return compareValues(name, array(got), array(want), settings);
}

/** Shape and dtype agree. */
function compareValues(name: string, got: Tensor, want: Tensor, settings: Settings): Difference | null {
  const notFinite = words.notFinite(name, got);
  if (notFinite !== null) return report("finite", name, notFinite, settings);
  if (isClose(got, want, settings)) return null;
  const clue = findClue(got, want, settings);
  return report(
    "values",
    name,
    words.wrongValues(name, got, want, settings, clue),
    settings,
    clue?.kind ?? null,
  );
}

function compareLists(
  name: string,
  got: unknown,
  want: readonly unknown[],
  settings: Settings,
): Difference | null {
  if (!Array.isArray(got)) return report("type", name, words.wrongType(name, got, want), settings);
  if (got.length !== want.length) return report("shape", name, words.wrongLength(name, got, want), settings);
  const numbers = [got, want].every((list) => list.every((item) => typeof item === "number"));
  if (numbers && want.length > 0) {
    return compareValues(name, array(got), array(want as number[]), settings);
  }
  const inner = deeper(settings);
  return firstDifference(want.keys(), (i) => compare(`${name}[${i}]`, got[i], want[i], inner));
}

function compareRecords(name: string, got: unknown, want: object, settings: Settings): Difference | null {
  if (typeof got !== "object" || got === null || got instanceof Tensor || Array.isArray(got)) {
    return report("type", name, words.wrongType(name, got, want), settings);
  }
  const [values, wanted] = [got as Record<string, unknown>, want as Record<string, unknown>];
  const inner = deeper(settings);
  return firstDifference(Object.keys(wanted), (key) => {
    const path = name === "" || name === "value" ? key : `${name}.${key}`;
    if (!Object.hasOwn(values, key)) return report("type", path, words.missing(path, values), settings);
    return compare(path, values[key], wanted[key], inner);
  });
}

/** A list or record that holds itself has no end. */
function deeper(settings: Settings): Settings {
  if (settings.depth < mostDepth) return { ...settings, depth: settings.depth + 1 };
  throw new DataError(`difference: lists may be nested ${mostDepth} deep, got more. Does one hold itself?`);
}

function firstDifference<K>(keys: Iterable<K>, compareAt: (key: K) => Difference | null): Difference | null {
  for (const key of keys) {
    const found = compareAt(key);
    if (found !== null) return found;
  }
  return null;
}
