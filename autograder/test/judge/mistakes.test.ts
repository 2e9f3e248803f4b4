// The bank of right and wrong programs, a file per function: every wrong one is to get the name that stands above it, no
// right one may be accused. Programs of different functions share a notebook, since each function is graded on its own. They
// are ours, so they run in this process: what the sandbox does has tests of its own.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { type Assignment, assignmentsFolder, loadAssignment } from "../../src/assignment.js";
import { extract } from "../../src/extract/extract.js";
import { Model } from "../../src/extract/model.js";
import type { Extracted } from "../../src/extract/types.js";
import type { Callee } from "../../src/judge/calls.js";
import { referencePrograms, usedParams } from "../../src/judge/mistakes/programs.js";
import { runTests } from "../../src/judge/run-tests.js";
import { parseNotebook } from "../../src/notebook/read.js";
import { notebookWith } from "../../src/release/index.js";
import { LearnerError } from "../../src/sandbox/learner-error.js";
import type { Judged } from "../../src/score.js";

interface Program {
  readonly exercise: string;
  /** Names that are right; `right` for a program without a mistake. */
  readonly names: readonly string[];
  readonly code: string;
}

const banks = readdirSync(assignmentsFolder)
  .map((id) => join(assignmentsFolder, id))
  .filter((dir) => existsSync(join(dir, "samples", "bank")));

function bankOf(dir: string): Program[][] {
  const files = readdirSync(join(dir, "samples", "bank"));
  return files.map((file) => {
    const [, ...parts] = readFileSync(join(dir, "samples", "bank", file), "utf8").split(/^\/\/ %% /m);
    return parts.map((part) => {
      const end = part.indexOf("\n");
      return {
        exercise: file.replace(/\.ts$/, ""),
        names: part.slice(0, end).split(" | "),
        code: part.slice(end),
      };
    });
  });
}

/** Names given to failed tests, the most frequent first. */
function namesOf(tests: readonly Judged[]): string[] {
  const counts = new Map<string, number>();
  for (const { mistake } of tests) if (mistake) counts.set(mistake, (counts.get(mistake) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

/** The judge's calls without a sandbox. */
function inProcess(functions: readonly Extracted[], library: object): Callee {
  const load = ({ program }: Extracted): ((...args: unknown[]) => unknown) => {
    const value = new Function("$kernelLib", "$opaque", `"use strict";\n${program}`)(
      library,
      <T>(f: T) => f,
    ) as unknown;
    if (typeof value !== "function") throw new Error("the bank holds functions");
    return value as (...args: unknown[]) => unknown;
  };
  const loaded = new Map(functions.filter((f) => f.program).map((f) => [f.name, load(f)]));
  return {
    discard: () => {},
    showInstances: () => {},
    reach: ({ name }, args) => {
      try {
        const value = loaded.get(name)!(...args);
        if (!(value instanceof Promise)) return { value, later: false, changes: new Map() };
        return { value: value.catch((error: Error) => thrown(name, error)), later: true, changes: new Map() };
      } catch (error) {
        return thrown(name, error as Error);
      }
    },
  };
}

function thrown(name: string, { name: error, message }: Error): never {
  throw new LearnerError("threw", { name, error }, { name: error, message });
}

async function gradeHere(assignment: Assignment, code: string): Promise<Map<string, Judged[]>> {
  const { exercises, solution } = assignment;
  const { codeCells } = parseNotebook(await notebookWith(assignment.dir, code), "bank.ipynb");
  const { functions, warnings } = extract({ cells: codeCells, exercises }, new Model([], solution));
  const load = async (name: string): Promise<never> =>
    (await import(join(assignment.dir, name))).default as never;
  return runTests({
    ...{
      assignment,
      functions,
      warnings,
      tests: await load("hidden.test.ts"),
      seed: 0,
      reveal: false,
      timed: () => {},
    },
    ...{
      sandbox: inProcess(functions, await import("kernel-lib")),
      visible: () => load("visible.test.ts"),
      variants: () => load("variants.ts"),
      programs: async () => referencePrograms(assignment),
      uses: async (learner) => usedParams(learner),
    },
  });
}

describe("the names of mistakes", () => {
  const misses: string[] = [];
  let wrong = 0;

  for (const dir of banks) {
    const bank = bankOf(dir);
    const assignment = loadAssignment(dir);
    const rounds = Math.max(...bank.map((programs) => programs.length));
    for (let round = 0; round < rounds; round++) {
      const programs = bank.flatMap((list) => list[round] ?? []);
      it(`are right in ${dir.split(/[\\/]/).at(-1)}, round ${round + 1}`, async () => {
        const results = await gradeHere(await assignment, programs.map((p) => p.code).join("\n"));
        for (const { exercise, names } of programs) {
          const tests = results.get(exercise)!;
          const where = `${exercise}, ${round + 1}: ${names.join(" | ")}`;
          const failed = tests.filter((t) => t.status !== "ok");
          const given = namesOf(tests);
          if (names.includes("right")) {
            expect([where, failed]).to.deep.equal([where, []]);
            continue;
          }
          expect(failed, where).to.not.deep.equal([]);
          wrong++;
          if (!names.includes(given[0] ?? "")) misses.push(`${where}, got ${given.join(", ") || "none"}`);
        }
      });
    }
  }

  it("are right for nine wrong programs of ten", () => {
    expect(wrong).to.be.above(100);
    expect(misses, misses.join("\n")).to.have.length.at.most(wrong / 10);
  });
});
