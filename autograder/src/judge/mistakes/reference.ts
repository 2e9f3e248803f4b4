// The reference and wrong versions of it as functions of this process. Their programs come from the compiler's thread
// (programs.ts): this one never loads the compiler.
import { copyOf } from "../calls.js";
import { type Leaves, leavesOf, thrownLeaves } from "./leaves.js";
import type { ReferencePrograms } from "./programs.js";

/** Rounds of all loops of one call. */
const mostRounds = 20_000;

export interface Runnable {
  /** What a call with these arguments gives or throws; null when it runs out of fuel. */
  run(args: readonly unknown[]): Promise<Leaves | null>;
}

export interface Variant extends Runnable {
  readonly id: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface Reference extends Runnable {
  readonly call: (...args: unknown[]) => unknown;
  readonly params: readonly string[];
  readonly variants: readonly Variant[];
  /** How many rounds the loops of a call take. */
  rounds(args: readonly unknown[]): Promise<number>;
  /** Arguments that it uses, by index. */
  readonly uses: readonly boolean[];
}

/**
 * By exercise.
 *
 * @param library - kernel-lib as the tests see it
 */
export function referencesOf(
  programs: readonly ReferencePrograms[],
  library: object,
): ReadonlyMap<string, Reference> {
  return new Map(programs.map((found) => [found.name, referenceOf(found, library)]));
}

function referenceOf({ program, params, uses, variants }: ReferencePrograms, library: object): Reference {
  const wrong = variants.flatMap(({ id, params, program }) => {
    const runnable = runnableOf(program, library);
    return runnable ? [{ id, params, ...runnable }] : [];
  });
  return { ...runnableOf(program, library)!, params, variants: wrong, uses };
}

class OutOfFuel extends Error {}

type Call = (...args: unknown[]) => unknown;

/** A wrong version that the assignment itself declares; the text says what is wrong with it. */
export function variantOf(text: string, call: Call): Variant {
  return { id: "own", params: { text }, ...runWith(call, { left: 0 }) };
}

const same = <T>(value: T): T => value;

/** null when the program does not compile. */
function runnableOf(program: string, library: object): Pick<Reference, "call" | "run" | "rounds"> | null {
  const tank = { left: mostRounds };
  const fuel = (): void => {
    if (tank.left-- <= 0) throw new OutOfFuel();
  };
  try {
    const call = new Function("$kernelLib", "$opaque", "$fuel", `"use strict";\n${program}`)(
      library,
      same,
      fuel,
    ) as Call;
    return { call: refuelled(call, tank), ...runWith(call, tank) };
  } catch {
    return null;
  }
}

function refuelled(call: Call, tank: { left: number }): Call {
  return (...args) => {
    tank.left = mostRounds;
    return call(...args);
  };
}

function runWith(call: Call, tank: { left: number }): Pick<Reference, "run" | "rounds"> {
  const run = async (args: readonly unknown[]): Promise<Leaves | null> => {
    tank.left = mostRounds;
    try {
      return leavesOf(await call(...args.map(copyOf)));
    } catch (error) {
      if (error instanceof OutOfFuel) return null;
      return thrownLeaves(nameOf(error), error instanceof Error ? error.message : "");
    }
  };
  const rounds = async (args: readonly unknown[]): Promise<number> => {
    await run(args);
    return mostRounds - tank.left;
  };
  return { run, rounds };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "";
}
