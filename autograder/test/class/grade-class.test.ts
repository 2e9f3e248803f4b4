// A small class through real judges: everybody gets a record, nothing is graded twice, nobody stops the others.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { type ClassOutcome, gradeClass } from "../../src/class/grade-class.js";
import { JudgeProcess } from "../../src/class/judge-process.js";
import type { LearnerRecord } from "../../src/class/record.js";
import { notebookWith, releaseNotebook, solvedNotebook } from "../../src/release/index.js";
import { buildChild } from "../../src/sandbox/build-child.mjs";
import { fixtures, vectors } from "../helpers.js";

describe("gradeClass", function () {
  this.timeout(60_000); // two judges start: seconds on a machine with other work
  let base: string;
  let folder: string;
  let out: string;
  let first: ClassOutcome;
  const notes: string[] = [];

  before(async () => {
    await buildChild();
    base = mkdtempSync(join(tmpdir(), "nabla-class-"));
    folder = join(base, "submissions");
    out = join(folder, "results"); // inside: must not become a learner
    mkdirSync(join(folder, "dora"), { recursive: true });
    mkdirSync(join(folder, "empty"));
    const wrong = "const double = () => { throw new TypeError('x') };";
    const hostile = "const steps = () => { for (;;); };\nconst halve = () => process.exit(0);";
    writeFileSync(join(folder, "anna.ipynb"), await solvedNotebook(vectors));
    writeFileSync(join(folder, "ben.ipynb"), await notebookWith(vectors, wrong));
    writeFileSync(join(folder, "carl.ipynb"), await notebookWith(vectors, hostile));
    writeFileSync(join(folder, "dora", "homework.ipynb"), await releaseNotebook(vectors));
    writeFileSync(join(folder, "emil.ipynb"), '{"cells": [');
    writeFileSync(join(folder, "=cmd.ipynb"), await notebookWith(vectors, `${wrong}\n// another`));
    writeFileSync(join(folder, "notes.txt"), "");
    symlinkSync(join(folder, "anna.ipynb"), join(folder, "fred.ipynb"));
    first = await grade();
  });
  after(() => rmSync(base, { recursive: true }));

  const grade = (): Promise<ClassOutcome> =>
    gradeClass({ folder, out, root: fixtures, workers: 2, note: (line) => notes.push(line) });
  const files = (): string[] => readdirSync(join(out, "learners")).sort();
  const recordFile = (learner: string): string => join(out, "learners", `${learner}.json`);
  const points = ({ records }: ClassOutcome): unknown[] =>
    records.map((r) => [r.learner, r.result?.points ?? r.reason]);

  it("gives every learner a record, whatever the notebook is", () => {
    expect(points(first)).to.deep.equal([
      ["=cmd", 20],
      ["anna", 30],
      ["ben", 20],
      ["carl", 20],
      ["dora", 0],
      ["emil", "emil.ipynb: not a notebook: the file is not JSON; save it with JupyterLab"],
      ["empty", "no notebook in the folder: put the .ipynb right into it"],
      ["fred", "a symbolic link: not followed; put the file itself there"],
    ]);
    expect(first).to.include({ graded: 6, kept: 0 });
    expect(files()).to.deep.equal(first.records.map((r) => `${r.learner}.json`));
    for (const record of first.records)
      expect(JSON.parse(readFileSync(recordFile(record.learner), "utf8"))).to.deep.equal(record);
  });

  it("says what it refuses and what is nobody's", () => {
    expect(notes).to.deep.equal([
      "notes.txt: ignored: not an .ipynb file",
      "empty: refused: no notebook in the folder: put the .ipynb right into it",
      "fred.ipynb: refused: a symbolic link: not followed; put the file itself there",
    ]);
  });

  it("writes a table in which no name is a formula", () => {
    const rows = readFileSync(join(out, "summary.csv"), "utf8").split("\r\n");
    expect(rows.slice(0, 3)).to.deep.equal([
      "learner,file,status,assignment,points,max_points,double,total,doubledTotal,halve,steps,reason",
      "'=cmd,'=cmd.ipynb,graded,90-vectors,20,30,0,6,4,3,7,",
      "anna,anna.ipynb,graded,90-vectors,30,30,10,6,4,3,7,",
    ]);
  });

  it("grades nothing again when nothing changed", async () => {
    const second = await grade();
    expect(second).to.include({ graded: 0, kept: 6 });
    expect(second.records).to.deep.equal(first.records);
  });

  it("goes on where a run was killed, to equal records", async () => {
    rmSync(recordFile("anna"));
    writeFileSync(recordFile("emil"), '{"schema": 1, "lear'); // no run of ours leaves this
    const third = await grade();
    expect(third).to.include({ graded: 2, kept: 4 });
    expect(third.records).to.deep.equal(first.records);
  });

  it("notes a record whose submission is gone", async () => {
    writeFileSync(recordFile("ghost"), "{}");
    notes.length = 0;
    await grade();
    expect(notes).to.include(
      `${recordFile("ghost")}: from an earlier run, its submission is gone; delete it if nobody needs it`,
    );
    rmSync(recordFile("ghost"));
  });

  it("grades again what was graded with other tests, by another grader, or handed in anew", async () => {
    change("anna", "suite");
    change("ben", "grader");
    change("dora", "layers");
    writeFileSync(join(folder, "emil.ipynb"), await solvedNotebook(vectors));
    const fourth = await grade();
    expect(fourth).to.include({ graded: 4, kept: 2 });
    expect(fourth.records.find((r) => r.learner === "emil")!.result!.points).to.equal(30);
  });

  it("grades on Deno's own boundary alone, too", async () => {
    const plain = [{ bubblewrap: false, rlimits: false, seccomp: false }];
    const one = join(base, "one");
    mkdirSync(one);
    writeFileSync(join(one, "anna.ipynb"), await solvedNotebook(vectors));
    const { records } = await gradeClass({
      folder: one,
      out: join(base, "plain"),
      root: fixtures,
      layers: plain,
    });
    expect(records[0]!.result).to.deep.include({ points: 30 });
    expect(records[0]!.result!.layers).to.include(plain[0]!);
  });

  it("outlives a judge that is killed in the middle", async () => {
    const judge = new JudgeProcess({
      assignment: null,
      root: fixtures,
      layers: first.records[0]!.result!.layers,
    });
    const answer = judge.grade({ text: await solvedNotebook(vectors), name: "a.ipynb" });
    process.kill(judge.pid, "SIGKILL");
    expect(await answer).to.deep.equal({ crashed: "the judge's process ended: SIGKILL" });
    expect(await judge.grade({ text: "", name: "b.ipynb" })).to.have.property("crashed");
  });

  function change(learner: string, part: "suite" | "grader" | "layers"): void {
    const record = JSON.parse(readFileSync(recordFile(learner), "utf8")) as LearnerRecord;
    writeFileSync(
      recordFile(learner),
      JSON.stringify({ ...record, key: { ...record.key!, [part]: "other" } }),
    );
  }
});
