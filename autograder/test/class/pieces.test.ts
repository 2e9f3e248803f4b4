// The class's parts that need no sandbox: progress, the table, the report, the queue.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { summaryCsv } from "../../src/class/csv.js";
import type { Answer, Judge } from "../../src/class/judge-process.js";
import { runPool } from "../../src/class/pool.js";
import { duration, Progress } from "../../src/class/progress.js";
import { type LearnerRecord, writeWhole } from "../../src/class/record.js";
import { classReport } from "../../src/class/report.js";
import { findSubmissions } from "../../src/class/submissions.js";
import { summarise } from "../../src/class/summary.js";
import { makeFolder } from "../../src/folder.js";
import type { ExerciseResult, Result } from "../../src/result.js";
import { failed } from "../report/sample.js";

const ungradable: LearnerRecord = {
  schema: 1,
  learner: "x",
  file: "x.ipynb",
  status: "ungradable",
  reason: "no notebook",
  key: null,
  result: null,
};

describe("makeFolder", () => {
  const base = mkdtempSync(join(tmpdir(), "nabla-folder-"));
  after(() => rmSync(base, { recursive: true }));

  it("makes all that is missing, and minds none that is there", async () => {
    const path = join(base, "a", "b", "c");
    await makeFolder(path);
    await makeFolder(path);
    expect(statSync(path).isDirectory()).to.equal(true);
  });

  const refused = (path: string): Promise<string> =>
    makeFolder(path, "out").then(
      () => "made",
      ({ message }: Error) => message,
    );

  it("says when a file is in the way", async () => {
    writeFileSync(join(base, "file"), "");
    for (const [path, code] of [
      [join(base, "file"), "EEXIST"],
      [join(base, "file", "below"), "ENOTDIR"],
    ] as const)
      expect(await refused(path)).to.equal(`out: cannot be made a folder (${code}); choose another one`);
  });

  it("says when nothing can be made, as below /proc", async function () {
    if (!existsSync("/proc/self")) this.skip();
    expect(await refused("/proc/nowhere/x")).to.equal(
      "out: cannot be made a folder (ENOENT); choose another one",
    );
  });
});

describe("findSubmissions", () => {
  it("knows a notebook by its ending in any letters, and its learner once", async () => {
    const folder = mkdtempSync(join(tmpdir(), "nabla-find-"));
    for (const name of ["ANNA.IPYNB", "ben.ipynb", "Ben.Ipynb"]) writeFileSync(join(folder, name), "");
    const { submissions } = await findSubmissions(folder, join(folder, "results"));
    expect(submissions).to.deep.equal([
      { learner: "ANNA", file: "ANNA.IPYNB", refusal: null },
      {
        learner: "Ben",
        file: "Ben.Ipynb",
        refusal: "two submissions of one name: Ben.Ipynb and ben.ipynb; keep one",
      },
    ]);
    rmSync(folder, { recursive: true });
  });
});

describe("writeWhole", () => {
  it("says what cannot be written, and leaves nothing beside it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "nabla-write-"));
    mkdirSync(join(folder, "a.json"));
    const said = await writeWhole(join(folder, "a.json"), "{}").catch(({ message }: Error) => message);
    expect(said).to.equal(`${join(folder, "a.json")}: cannot be written (EISDIR); choose another place`);
    expect(readdirSync(folder)).to.deep.equal(["a.json"]);
    rmSync(folder, { recursive: true });
  });
});

describe("Progress", () => {
  function watch(isTTY: boolean, total: number, secondsEach: number, steps: number): string[] {
    const said: string[] = [];
    let clock = 0;
    const progress = new Progress({ total, isTTY, write: (text) => said.push(text), now: () => clock });
    for (let i = 0; i < steps; i++) {
      clock += secondsEach * 1000;
      progress.step();
    }
    progress.end();
    return said;
  }

  it("is a plain line every ten seconds without a terminal", () => {
    expect(watch(false, 300, 4, 6)).to.deep.equal([
      "graded 3/300, 15 a minute, 19 min 48 s left\n",
      "graded 6/300, 15 a minute, 19 min 36 s left\n",
    ]);
  });

  it("rewrites one line on a terminal and takes it away", () => {
    expect(watch(true, 3, 30, 2)).to.deep.equal([
      "\r\u001b[Kgraded 0/3",
      "\r\u001b[Kgraded 1/3, 2 a minute, 1 min 0 s left",
      "\r\u001b[Kgraded 2/3, 2 a minute, 30 s left",
      "\r\u001b[K",
    ]);
  });

  it("says nothing when nothing is to be graded", () => {
    expect([...watch(true, 0, 1, 0), ...watch(false, 0, 1, 0)]).to.deep.equal([]);
  });

  it("names times as people do", () => {
    expect([0, 59.2, 3599, 7500].map(duration)).to.deep.equal([
      "0 s",
      "1 min 0 s",
      "59 min 59 s",
      "2 h 5 min",
    ]);
  });
});

describe("summaryCsv", () => {
  const cases: [string, string][] = [
    ["=1+1", "'=1+1"],
    ["+1", "'+1"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", '"\t\'=1"'],
    ["＝1+1", "'＝1+1"],
    ["a;=1+1;b", '"a;\'=1+1;b"'],
    ["a\n@x", '"a\n\'@x"'],
    ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
    ["Doe, Jane", '"Doe, Jane"'],
    ["two\nlines", '"two\nlines"'],
    ["a=b", "a=b"],
  ];
  for (const [learner, field] of cases)
    it(`writes ${JSON.stringify(learner)} as ${JSON.stringify(field)}`, () => {
      const csv = summaryCsv([{ ...ungradable, learner }]);
      expect(csv).to.equal(
        `learner,file,status,assignment,points,max_points,reason\r\n${field},x.ipynb,ungradable,,,,no notebook\r\n`,
      );
    });
});

describe("the class's summary", () => {
  const records = [
    graded("a", [full("f", 10)]),
    graded("b", [wrong("f", 10, ["shape", "it is (1, 2)"], ["shape", "it is (1, 2)"])]),
    graded("c", [wrong("f", 10, ["shape", "it is (1, 2)"], ["values", "\u001b[2J"])]),
    ungradable,
  ];

  it("counts a mistake once per learner, over those who were graded", () => {
    const [summary] = summarise(records);
    expect(summary).to.include({ learners: 3, mean: 3.33, maxPoints: 10 });
    expect(summary!.exercises).to.deep.equal([{ name: "f", mean: 3.33, maxPoints: 10, failureRate: 2 / 3 }]);
    expect(summary!.clusters).to.deep.equal([
      { exercise: "f", rung: "shape", message: "it is (1, 2)", count: 2 },
      { exercise: "f", rung: "values", message: "\u001b[2J", count: 1 },
    ]);
  });

  it("is a table on the terminal", () => {
    expect(classReport(records, false)).to.equal(`3 learners graded, 1 could not be

90-x  X
3 graded, mean 3.33 of 10 points

  exercise  mean     not full
  f         3.33/10  67 %
  all       3.33/10

equal mistakes
  2 x  f  shape  it is (1, 2)
  and 1 rarer mistake

not graded
  x: no notebook
`);
  });

  it("keeps a name with line ends in its line", () => {
    const report = classReport([{ ...ungradable, learner: "x\n  anna: all is well" }], false);
    expect(report).to.include("not graded\n  x\uFFFD  anna: all is well: no notebook\n");
  });
});

describe("runPool", () => {
  /** @param large - which item's notebook is large */
  async function run(
    answers: Answer[],
    size: number,
    items: number,
    large = -1,
  ): Promise<[string[], number]> {
    const landed: string[] = [];
    let started = 0;
    const start = (): Judge => {
      started++;
      return { grade: async () => answers.shift()!, close: () => {} };
    };
    const queue = Array.from({ length: items }, (_, i) => i);
    const open = async (i: number): Promise<{ text: string; name: string }> => ({
      ...{ text: "x".repeat(i === large ? 2 ** 21 : 0), name: `${i}` },
    });
    await runPool({
      ...{ queue, size, start, open },
      landed: async (i, _, answer) => void landed.push(`${i}: ${Object.values(answer)[0]}`),
    });
    return [landed, started];
  }
  const refused: Answer = { refused: "no", lasting: true };

  it("tries a notebook again with a new judge after a crash", async () => {
    expect(await run([{ crashed: "SIGSEGV" }, refused, refused], 1, 2)).to.deep.equal([
      ["0: no", "1: no"],
      2,
    ]);
  });

  it("gives up on a notebook at the second crash and goes on with the others", async () => {
    const crash: Answer = { crashed: "SIGSEGV" };
    expect(await run([crash, crash, refused], 1, 2)).to.deep.equal([["0: SIGSEGV", "1: no"], 2 + 1]);
  });

  it("does not let a judge keep what a large notebook left in it", async () => {
    expect(await run([refused, refused, refused], 1, 3, 1)).to.deep.equal([["0: no", "1: no", "2: no"], 2]);
  });

  it("starts no judge for an empty queue", async () => {
    expect(await run([], 0, 0)).to.deep.equal([[], 0]);
  });
});

function graded(learner: string, exercises: ExerciseResult[]): LearnerRecord {
  const sum = (key: "points" | "maxPoints"): number => exercises.reduce((total, e) => total + e[key], 0);
  const assignment = { id: "90-x", title: "X", version: "1" };
  const notebook = { file: "x.ipynb", sha256: learner, release: null };
  const points = { points: sum("points"), maxPoints: sum("maxPoints") };
  const result = { assignment, notebook, ...points, exercises } as unknown;
  return { ...ungradable, learner, status: "graded", reason: null, result: result as Result };
}

function full(name: string, maxPoints: number): ExerciseResult {
  return {
    name,
    status: "full",
    points: maxPoints,
    maxPoints,
    cell: 1,
    reason: null,
    reasonSaid: null,
    tests: [],
  };
}

function wrong(name: string, maxPoints: number, ...failures: ["shape" | "values", string][]): ExerciseResult {
  const tests = failures.map(([rung, message]) => failed("t", 1, message, { rung }));
  return { name, status: "wrong", points: 0, maxPoints, cell: 1, reason: null, reasonSaid: null, tests };
}
