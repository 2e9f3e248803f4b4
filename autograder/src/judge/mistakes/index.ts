// Says of failed tests which mistake they show. Asks for the wrong versions only when there is something to say it about.
import type { Said } from "kernel-lib";
import type { Assignment, Exercise } from "../../assignment.js";
import type { Extracted, Warning } from "../../extract/types.js";
import type { MessageId } from "../../messages/en.js";
import { said } from "../../messages/say.js";
import { LearnerError } from "../../sandbox/learner-error.js";
import type { CallRecord } from "../calls.js";
import type { Outcome } from "../outcome.js";
import type { TestModule } from "../register.js";
import { diagnose, type Mistake, type Recorded } from "./diagnose.js";
import { type Leaves, leavesOf, thrownLeaves } from "./leaves.js";
import type { Readable, ReferencePrograms } from "./programs.js";
import { type Reference, referencesOf, type Variant, variantOf } from "./reference.js";

export interface Failure {
  readonly exercise: Exercise;
  readonly outcome: Outcome;
  readonly calls: readonly CallRecord[];
  /** Writes down the better words. */
  tell(outcome: Outcome): void;
}

/** Wrong versions of an exercise by what is to be said of them: the default export of an assignment's variants.ts. */
export type OwnVariants = Readonly<Record<string, Readonly<Record<string, (...args: never[]) => unknown>>>>;

export interface Knowledge {
  readonly assignment: Assignment;
  visible(): Promise<TestModule>;
  /** The reference and wrong versions of it. */
  programs(): Promise<readonly ReferencePrograms[]>;
  /** Which parameters a learner's function mentions. */
  uses(learner: Readable): Promise<readonly boolean[]>;
  variants(): Promise<OwnVariants>;
}

interface Known {
  readonly references: ReadonlyMap<string, Reference>;
  readonly answers: ReadonlyMap<string, readonly Leaves[]>;
  readonly own: OwnVariants;
}

const knowledge = new WeakMap<Assignment, Promise<Known>>();

/** @param functions - the learner's; @param warnings - what extraction said about them */
export async function nameMistakes(
  about: Knowledge,
  failures: readonly Failure[],
  functions: readonly Extracted[],
  warnings: readonly Warning[],
): Promise<void> {
  const open = failures.filter((f) => isOpen(f, warnings));
  if (open.length === 0) return;
  const known = knowledge.get(about.assignment) ?? learn(about);
  knowledge.set(about.assignment, known);
  for (const { name } of about.assignment.exercises) {
    const mine = open.filter((f) => f.exercise.name === name);
    const reference = (await known).references.get(name);
    if (mine.length > 0 && reference) await nameAll(mine, reference, await known, functions, about.uses);
  }
}

/** Rungs on which a value, or an error of the library, may show a mistake. Names of the notebook are settled here. */
function isOpen(failure: Failure, warnings: readonly Warning[]): boolean {
  const { outcome, exercise, calls } = failure;
  if (outcome.mistake === "own") return false; // the test has said it itself
  const thrown = calls.map((c) => c.error).find((e) => e instanceof LearnerError && e.kind === "threw");
  const isMissing = thrown instanceof LearnerError && thrown.thrown?.name === "ReferenceError";
  if (isMissing && warnings.some((w) => w.kind === "notebook-value" && w.exercise === exercise.name)) {
    failure.tell(withMistake(outcome, { id: "notebook", said: said("mistake.notebook") }));
    return false;
  }
  return thrown !== undefined || ["type", "shape", "dtype", "finite", "values"].includes(outcome.rung);
}

async function learn({ programs, visible, variants }: Knowledge): Promise<Known> {
  const { visibleAnswers } = await import("./answers.js");
  const library = await import("kernel-lib");
  const references = referencesOf(await programs(), library);
  return { references, answers: await visibleAnswers(await visible(), references), own: await variants() };
}

async function nameAll(
  failures: readonly Failure[],
  reference: Reference,
  { answers, own }: Known,
  functions: readonly Extracted[],
  uses: Knowledge["uses"],
): Promise<void> {
  const { name } = failures[0]!.exercise;
  const { program, params } = functions.find((f) => f.name === name)!;
  const used = program === null ? [] : await uses({ name, params, program });
  const unused = new Map(
    [...params.entries()].filter(([i]) => used[i] === false && reference.uses[i] === true),
  );
  const tests = await Promise.all(failures.map(({ calls }) => recordsOf(name, calls)));
  const ownVariants: Variant[] = Object.entries(own[name] ?? {}).map(([text, f]) =>
    variantOf(text, f as never),
  );
  const mistakes = await diagnose({
    tests,
    reference,
    own: ownVariants,
    answers: answers.get(name) ?? [],
    unused,
  });
  failures.forEach(({ outcome, tell }, i) => {
    const mistake = mistakes[i];
    if (mistake) tell(withMistake(outcome, mistake));
  });
}

async function recordsOf(name: string, calls: readonly CallRecord[]): Promise<Recorded[]> {
  const mine = calls.filter((call) => call.name === name);
  return (await Promise.all(mine.map(recordOf))).flat();
}

/** Nothing for a call that gave neither a value nor an error of its own. */
async function recordOf({ args, value, error }: CallRecord): Promise<Recorded[]> {
  try {
    if (error !== undefined) throw error;
    return [{ args, gave: leavesOf(await value) }];
  } catch (thrown) {
    if (!(thrown instanceof LearnerError) || !thrown.thrown) return [];
    return [{ args, gave: thrownLeaves(thrown.thrown.name, thrown.thrown.message) }];
  }
}

/** A clue of the comparison is a guess at what the mistake explains. */
function withMistake({ rung, said: before }: Outcome, { id, said: mistake }: Mistake): Outcome {
  const isGuess = ({ id: part }: Said): boolean =>
    /^(clue\.|shape\.(transposed|lost|grown|total)$)/.test(part) ||
    (id === "part" && /^(type\.return|judge\.part)$/.test(part));
  return {
    rung,
    said: [...before.filter((part) => !isGuess(part)), said("colon" as MessageId), mistake],
    mistake: id,
  };
}
