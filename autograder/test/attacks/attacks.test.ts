// Every attack goes through real judges on Deno's own boundary and on all layers of this machine, two at a time each. None may
// earn a point, touch another exercise, tell a canary, outlive its deadline by a second, or make the judge large.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import type { Answer } from "../../src/class/judge-process.js";
import { formats } from "../../src/export/formats.js";
import { solvedNotebook } from "../../src/release/index.js";
import { phases } from "../../src/report/learner-view.js";
import type { Result } from "../../src/result.js";
import { buildChild } from "../../src/sandbox/build-child.mjs";
import { layersHere } from "../../src/sandbox/canary.js";
import type { Layers } from "../../src/sandbox/launch.js";
import { canaries } from "./canaries.js";
import { type Attack, fullFor, type Vault } from "./row.js";
import { everyGroup } from "./rows/index.js";

const root = fileURLToPath(new URL("./assignments", import.meta.url));
const vaults: readonly Vault[] = ["91-vault", "92-lent"];
/** ATTACKS=lent,text runs only those groups. */
const wanted = process.env.ATTACKS?.split(",") ?? Object.keys(everyGroup);
const groups = Object.fromEntries(Object.entries(everyGroup).filter(([name]) => wanted.includes(name)));
const all: readonly Attack[] = Object.values(groups).flat();

/** The built judge, as it grades a class: the sources bring tsx and its memory along. */
const { JudgeProcess } = (await import(
  new URL("../../dist/class/judge-process.js", import.meta.url).href
)) as typeof import("../../src/class/judge-process.js");

const atATime = 2;
/** From the kill, which the guard issues at its first look after the deadline (test/sandbox/guard.test.ts). */
const longestLifeSeconds = 1;
const largestJudgeMb = 300;

const hardened = await layersHere();
const plain: Layers = { bubblewrap: false, rlimits: false, seccomp: false };

for (const [where, layers] of Object.entries({ "Deno alone": plain, "all layers": hardened }))
  describe(`attacks on ${where}`, function () {
    this.timeout(240_000);
    const ended = new Map<Attack, Answer>();
    const peaks: number[] = [];

    before(async () => {
      await buildChild();
      const queue = all[Symbol.iterator]();
      await Promise.all(Array.from({ length: atATime }, () => lane(layers, queue, ended, peaks)));
    });

    for (const [group, attacks] of Object.entries(groups))
      describe(group, () => {
        for (const attack of attacks)
          it(attack.name, () => {
            const { result, slowestKill } = gradedBy(ended.get(attack)!);
            const points = pointsOf(result);
            const most = { ...fullFor(attack), ...noPoints(attack), ...attack.points };
            if (attack.mayLoseMore)
              for (const name of definedBy(attack)) {
                expect(points[name]).to.be.at.most(most[name]!);
                points[name] = most[name]!;
              }
            expect(points).to.deep.equal(most);
            const { says, warns } = attack;
            if (warns) expect(result.warnings.some((w) => warns.test(w.message))).to.equal(true);
            if (says)
              expect(complaints(result)).to.satisfy((lines: string[]) => lines.some((l) => says.test(l)));
            for (const artefact of artefactsOf(result)) expectNoCanary(artefact);
            expect(slowestKill).to.be.below(longestLifeSeconds);
          });
      });

    it("never take a judge above 300 MB", function () {
      if (process.platform !== "linux") this.skip();
      expect(peaks).to.have.length(atATime);
      for (const peak of peaks) expect(peak).to.be.below(largestJudgeMb);
    });
  });

async function lane(
  layers: Layers,
  queue: Iterator<Attack>,
  ended: Map<Attack, Answer>,
  peaks: number[],
): Promise<void> {
  const judge = new JudgeProcess({ assignment: null, root, layers });
  const solved = new Map<string, string>();
  for (const vault of vaults) solved.set(vault, await solvedNotebook(join(root, vault)));
  try {
    for (let next = queue.next(); !next.done; next = queue.next()) {
      const { name, vault = "91-vault" } = next.value;
      const text = withCode(solved.get(vault)!, next.value);
      ended.set(next.value, await judge.grade({ text, name: `${name}.ipynb` }));
    }
    if (process.platform === "linux") peaks.push(peakMb(judge.pid));
  } finally {
    judge.close();
  }
}

function peakMb(pid: number): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) / 1024;
}

function gradedBy(answer: Answer): Extract<Answer, { result: Result }> {
  if ("result" in answer) return answer;
  throw new Error(`no result: ${JSON.stringify(answer)}`);
}

function pointsOf({ exercises }: Result): Record<string, number> {
  return Object.fromEntries(exercises.map((e) => [e.name, e.points]));
}

/** The solved notebook with the attack's cell in place of the exercises that it defines. */
function withCode(solved: string, attack: Attack): string {
  const notebook = JSON.parse(solved) as { cells: { cell_type: string; source: string | string[] }[] };
  const names = [...definedBy(attack), ...(attack.drops ?? [])];
  const isReplaced = (source: string): boolean =>
    names.some((name) => source.includes(`EXERCISE: ${name}\n`));
  const cells = notebook.cells.filter((c) => !isReplaced([c.source].flat().join("")));
  cells.push({ ...cells.find((c) => c.cell_type === "code")!, source: attack.code });
  return JSON.stringify({ ...notebook, cells });
}

function definedBy(attack: Attack): string[] {
  const { code } = attack;
  return Object.keys(fullFor(attack)).filter((name) =>
    new RegExp(`(function\\*?|const|class) ${name}\\b`).test(code),
  );
}

/** The functions that an attack defines earn nothing unless its row says so. */
function noPoints(attack: Attack): Record<string, number> {
  return Object.fromEntries(definedBy(attack).map((name) => [name, 0]));
}

function complaints({ exercises }: Result): string[] {
  return exercises
    .filter((e) => e.status !== "full")
    .flatMap((e) => [e.reason ?? e.status, ...e.tests.map((t) => t.message ?? "")]);
}

/** Everything that is made of a result, for whomever and whenever. */
function artefactsOf(result: Result): string[] {
  const entries = [{ learner: "x", result, reason: null }];
  const texts = phases.flatMap((phase) =>
    Object.values(formats).map((f) => ("one" in f ? f.one(result, phase) : f.all(entries, phase))),
  );
  const decoded = texts.map((text) =>
    /^[\w+/=\s]+$/.test(text) ? Buffer.from(text, "base64").toString() : text,
  );
  return [JSON.stringify(result), ...decoded];
}

function expectNoCanary(artefact: string): void {
  const lower = artefact.toLowerCase();
  for (const canary of canaries)
    expect(lower.includes(canary.toLowerCase()), `${canary} in ${artefact}`).to.equal(false);
}
