// Names the mistake behind failed tests: what the learner's function gave is compared with what wrong versions of the
// reference give for the same arguments. Nothing is said unless a wrong version explains the answers of a whole test.
import type { Said } from "kernel-lib";
import type { MessageId } from "../../messages/en.js";
import { said } from "../../messages/say.js";
import { isTensor } from "../calls.js";
import { differingPlaces, isEqual, type Leaves, leavesOf, mostLeaves } from "./leaves.js";
import type { Reference, Variant } from "./reference.js";

/** One call of the learner's function in a test. */
export interface Recorded {
  readonly args: readonly unknown[];
  readonly gave: Leaves;
}

/** Of a message `mistake.ID`. */
export interface Mistake {
  readonly id: string;
  readonly said: Said;
}

/** Enough to tell one mistake from another; tests that measure slopes call a function dozens of times. */
const mostCalls = 6;
/** Numbers in the arguments, and counts among them: a wrong product of larger ones would not fit into memory. */
const largest = 2000;
/** Numbers in the tensors of an answer. */
const largestAnswer = 50_000;
/** Long training runs take long with every wrong version, too. */
const mostRounds = 210;

/** A call beside what the reference gives for it. */
interface Case extends Recorded {
  readonly right: Leaves;
  readonly wrongPlaces: ReadonlySet<string>;
}

export interface Question {
  /** The calls of each failed test. */
  readonly tests: readonly (readonly Recorded[])[];
  readonly reference: Reference;
  /** Wrong versions that the assignment itself declares. */
  readonly own: readonly Variant[];
  /** What the visible tests want. */
  readonly answers: readonly Leaves[];
  /** Arguments that the learner's function never mentions, though the reference does: names by place. */
  readonly unused: ReadonlyMap<number, string>;
}

/** The mistakes of one exercise's failed tests, in their order; null where none is known. */
export async function diagnose({
  tests,
  reference,
  own,
  answers,
  unused,
}: Question): Promise<(Mistake | null)[]> {
  const cases: Case[][] = [];
  for (const calls of tests) cases.push(await casesOf(calls, reference));
  const verdicts = new Map<Variant, Verdict[]>();
  for (const variant of [...own, ...reference.variants])
    verdicts.set(variant, await verdictsOf(variant, cases));
  const missed = await Promise.all(cases.map((test) => neededOf(unused, test, reference)));
  return cases.map((test, i) => {
    if (!test.some((c) => c.wrongPlaces.size > 0)) return null;
    return (
      visibleAnswer(test, answers) ??
      bestOf(verdicts, i, "all") ??
      missingPart(test) ??
      constantAnswer(test) ??
      sharedEntries(test) ??
      missed[i]! ??
      bestOf(verdicts, i, "part")
    );
  });
}

/** The first unused argument without which the reference would answer otherwise; one that is only printed is not needed. */
async function neededOf(
  unused: Question["unused"],
  test: readonly Case[],
  reference: Reference,
): Promise<Mistake | null> {
  if (threw(test)) return null;
  for (const [place, name] of unused)
    for (const { args, right } of test) {
      const without = await reference.run(args.map((arg, i) => (i === place ? undefined : arg)));
      if (!without || !isEqual(without, right)) return mistake("argument", { name });
    }
  return null;
}

/** A record that lacks a part, or a list in its place. Names of the learner's own are not said: they could carry an input out. */
function missingPart(test: readonly Case[]): Mistake | null {
  for (const { gave, right } of test) {
    const [got, want] = [partsOf(gave), partsOf(right)];
    const missing = want?.find((part) => got && !got.includes(part));
    if (missing !== undefined) return mistake("part", { part: missing, parts: want!.join(", ") });
  }
  return null;
}

/** Names of a record's parts, of a list none; null for what has no parts. */
function partsOf(leaves: Leaves): string[] | null {
  if (leaves.has("") || leaves.has("!")) return null;
  if (leaves.has(".length")) return [];
  return [...new Set([...leaves.keys()].map((place) => place.split(".")[0]!))];
}

function threw(test: readonly Case[]): boolean {
  return test.some(({ gave }) => gave.has("!"));
}

async function casesOf(calls: readonly Recorded[], reference: Reference): Promise<Case[]> {
  const cases: Case[] = [];
  for (const call of calls.filter(isSmall).slice(0, mostCalls)) {
    if ((await reference.rounds(call.args)) > mostRounds) continue;
    const right = await reference.run(call.args);
    if (right) cases.push({ ...call, right, wrongPlaces: differingPlaces(call.gave, right) });
  }
  return cases;
}

/** A larger answer would be compared with itself for minutes, and in many copies. */
function isSmall({ args, gave }: Recorded): boolean {
  let numbers = 0;
  for (const leaf of gave.values()) numbers += isTensor(leaf) ? leaf.size : 0;
  return gave.size <= mostLeaves && numbers <= largestAnswer && sizeOf(args) <= largest;
}

function sizeOf(args: readonly unknown[]): number {
  let size = 0;
  for (const leaf of leavesOf(args).values())
    size += isTensor(leaf)
      ? leaf.size
      : typeof leaf === "number" && Number.isInteger(leaf)
        ? Math.abs(leaf)
        : 1;
  return size;
}

/** Whether a wrong version explains a test: all of what is wrong, a part of it, or nothing; and how many places. */
interface Verdict {
  readonly kind: "all" | "part" | "none";
  readonly places: number;
}

const none: Verdict = { kind: "none", places: 0 };

async function verdictsOf(variant: Variant, tests: readonly (readonly Case[])[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const test of tests) verdicts.push(await verdictOf(variant, test));
  return verdicts;
}

async function verdictOf(variant: Variant, test: readonly Case[]): Promise<Verdict> {
  let explained = 0;
  let isAll = true;
  for (const { args, gave, right, wrongPlaces } of test) {
    const wrong = await variant.run(args);
    if (!wrong) return none;
    const changed = differingPlaces(wrong, right);
    const unlike = differingPlaces(wrong, gave);
    if (unlike.size > 0) isAll = false;
    // What the mistake changes, the learner must have so.
    for (const place of changed) if (unlike.has(place) || !wrongPlaces.has(place)) return none;
    explained += changed.size;
  }
  if (explained === 0) return none;
  return { kind: isAll ? "all" : "part", places: explained };
}

/** The first that explains this test and as many others as possible. */
function bestOf(
  verdicts: ReadonlyMap<Variant, readonly Verdict[]>,
  test: number,
  kind: Verdict["kind"],
): Mistake | null {
  let best: Variant | null = null;
  let bestRank: readonly number[] = [0];
  for (const [variant, all] of verdicts) {
    if (all[test]!.kind !== kind) continue;
    const count = (k: Verdict["kind"]): number => all.filter((v) => v.kind === k).length;
    const rank = [count("all"), count("part"), all[test]!.places];
    if (isAbove(rank, bestRank)) [best, bestRank] = [variant, rank];
  }
  return best && mistake(best.id, best.params);
}

function isAbove(a: readonly number[], b: readonly number[]): boolean {
  const i = a.findIndex((value, k) => value !== (b[k] ?? 0));
  return i >= 0 && a[i]! > (b[i] ?? 0);
}

function mistake(id: string, params: Said["params"] = {}): Mistake {
  return { id, said: said(`mistake.${id}` as MessageId, params) };
}

/** The visible test's answer, for other questions. */
function visibleAnswer(test: readonly Case[], answers: readonly Leaves[]): Mistake | null {
  const wrong = test.filter((c) => c.wrongPlaces.size > 0);
  const found = answers.some((answer) => isTelling(answer) && wrong.every((c) => isEqual(c.gave, answer)));
  return found ? mistake("visible-answer") : null;
}

/** One answer for different questions. */
function constantAnswer(test: readonly Case[]): Mistake | null {
  const [first, ...more] = test.filter((c) => c.wrongPlaces.size > 0 && !c.gave.has("!"));
  if (!first || !more.every((c) => isEqual(c.gave, first.gave))) return null;
  return more.some((c) => !isEqual(c.right, first.right)) ? mistake("constant-answer") : null;
}

/** Zeros and ones are everybody's answer. */
function isTelling(answer: Leaves): boolean {
  return [...answer.values()].some((leaf) => {
    const numbers = typeof leaf === "number" ? [leaf] : (leaf as { toArray?(): unknown }).toArray?.();
    return [numbers].flat(9).some((n) => typeof n === "number" && !Number.isInteger(n));
  });
}

/** Lists of records or tensors that are all the same although they should differ: one object, kept again and again. */
function sharedEntries(test: readonly Case[]): Mistake | null {
  for (const { gave, right } of test)
    for (const place of gave.keys()) {
      if (!place.endsWith(".length") || (gave.get(place) as number) < 2) continue;
      const list = place.slice(0, -".length".length);
      const isNumbers = typeof gave.get(list === "" ? "0" : `${list}.0`) === "number";
      if (!isNumbers && areSame(gave, list) && !areSame(right, list))
        return mistake("shared", { list: list || "list" });
    }
  return null;
}

function areSame(leaves: Leaves, list: string): boolean {
  const entry = (k: number): Leaves => {
    const prefix = list === "" ? `${k}` : `${list}.${k}`;
    const inside = [...leaves].filter(([place]) => place === prefix || place.startsWith(`${prefix}.`));
    return new Map(inside.map(([place, leaf]) => [place.slice(prefix.length), leaf]));
  };
  const count = leaves.get(`${list}.length`) as number | undefined;
  return (
    count !== undefined &&
    count > 1 &&
    Array.from({ length: count - 1 }, (_, k) => k + 1).every((k) => isEqual(entry(0), entry(k)))
  );
}
