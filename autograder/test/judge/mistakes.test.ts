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
  /** Names that are right, `own: TEXT` for a sentence of the assignment's that holds it; `right` where nothing is wrong. */
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
    spentOn: () => 0,
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
      isHidden: true,
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

/** Whether the most frequent name is one of those, in the right words; without a mistake the rung says it. */
function isNamed(names: readonly string[], tests: readonly Judged[]): boolean {
  const [given = tests.find((t) => t.rung)?.rung] = namesOf(tests);
  const said = tests.filter((t) => t.mistake === given).map((t) => t.message ?? "");
  return names.some((name) => {
    const [id, words = ""] = name.split(": ");
    return id === given && (words === "" || said.some((message) => message.includes(words)));
  });
}

describe("the names of mistakes", () => {
  const misses = new Map<string, string[]>();
  const wrong = new Map<string, number>();

  for (const dir of banks) {
    const bank = bankOf(dir);
    misses.set(dir, []);
    wrong.set(dir, 0);
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
          if (names.includes("right")) {
            expect([where, failed]).to.deep.equal([where, []]);
            continue;
          }
          expect(failed, where).to.not.deep.equal([]);
          wrong.set(dir, wrong.get(dir)! + 1);
          if (isNamed(names, tests)) continue;
          const said = failed.map((t) => `${t.mistake}: ${t.message}`);
          misses.get(dir)!.push(`${where}, got ${[...new Set(said)].join("; ")}`);
        }
      });
    }
  }

  for (const dir of banks)
    it(`are right for nine wrong programs of ten in ${dir.split(/[\\/]/).at(-1)}`, () => {
      const missed = misses.get(dir)!;
      expect(missed, missed.join("\n")).to.have.length.at.most(wrong.get(dir)! / 10);
    });

  it("are asked for in every assignment, of two hundred wrong programs", () => {
    expect(banks).to.have.length(5);
    expect([...wrong.values()].reduce((sum, n) => sum + n, 0)).to.be.above(200);
  });
});
