// Progress bars and live curves of kernel-lib in a cell: replaced in place for a person, one line where nobody watches,
// and a loop that can be stopped and taken up again.

import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { makeFolder, writeNotebook } from "../support/lab.js";
import { runPython } from "../support/python.js";
import type { Cell } from "../support/run-solved.js";
import { type Outcome, TestKernel } from "./client.js";

interface Shown {
  data: Record<string, string>;
  transient: { display_id: string };
}

/** Six steps on a clock that the cell itself sets: a loop of known length without a wait. */
const training = `
let time = 0;
const clock = performance.now;
performance.now = () => time;
const live = np.plot.liveCurve({ every: 10 });
for await (const i of np.progress(6, { label: "training" })) {
  live.add(1 / (i + 1));
  time += 200;
}
live.done();
performance.now = clock;`;

describe("progress in a cell", function () {
  this.timeout(60_000);
  let kernel: TestKernel;

  before(async () => {
    kernel = await TestKernel.startWithLibrary({ CI: undefined });
    const { reply } = await kernel.run('import * as np from "kernel-lib";');
    expect(reply.status, String(reply.evalue)).to.equal("ok");
  });
  after(() => kernel.stop());

  const shownBy = ({ outputs }: Outcome): Shown[] =>
    outputs.map(({ content }) => content as unknown as Shown);

  it("is replaced in place when a person watches, and ends in a line and a figure", async () => {
    const outcome = await kernel.run(training, { allow_stdin: true });
    expect(outcome.reply.status, String(outcome.reply.evalue)).to.equal("ok");
    const shown = shownBy(outcome);
    const bars = shown.filter(({ data }) => data["text/plain"]!.startsWith("training"));
    const curves = shown.filter((one) => !bars.includes(one));
    for (const spot of [bars, curves])
      expect(new Set(spot.map(({ transient }) => transient.display_id)).size).to.equal(1);
    expect(outcome.outputs.filter(({ type }) => type === "display_data")).to.have.length(2);
    const most = 4 * 1.2 + 1; // four times a second, and the end
    expect([bars.length, curves.length].every((count) => count > 1 && count <= most)).to.equal(true);
    expect(bars.at(-1)!.data).to.deep.equal({ "text/plain": "training: 6 in 1.2 s (5.0/s)" });
    expect(bars[0]!.data["text/html"]).to.include("<progress");
    expect(curves.at(-1)!.data).to.include.keys("application/vnd.plotly.v1+json", "text/html");
  });

  it("is a line each when nobody does, as in nbconvert", async () => {
    const outcome = await kernel.run(training, { allow_stdin: false });
    const lines = shownBy(outcome).map(({ data }) => data);
    expect(lines.map((data) => Object.keys(data))).to.deep.equal([["text/plain"], ["text/plain"]]);
    expect(lines[0]!["text/plain"]).to.equal("training: 6 in 1.2 s (5.0/s)");
    expect(lines[1]!["text/plain"]).to.include("1 at 0 to 0.1667 at 50");
  });

  it("is a line each on CI, whoever asks for the cell", async () => {
    const onCi = await TestKernel.startWithLibrary({ CI: "true" });
    await onCi.run('import * as np from "kernel-lib";');
    const outcome = await onCi.run(training, { allow_stdin: true });
    await onCi.stop();
    expect(shownBy(outcome).map(({ data }) => Object.keys(data))).to.deep.equal([
      ["text/plain"],
      ["text/plain"],
    ]);
  });

  it("can be stopped, and goes on where it was", async () => {
    await kernel.run("let n = 0;\nconst nap = () => new Promise<void>((done) => setTimeout(done, 1));");
    const id = await kernel.send(
      'for await (const i of np.progress(1e9)) { n++; if (i === 5) console.log("on"); await nap(); }',
    );
    await kernel.printed(id, "on");
    await kernel.interrupt();
    const { reply } = await kernel.outcome(id);
    expect(reply.ename).to.equal("Interrupted");
    const more = await kernel.run(
      "const before = n; for await (const _ of np.progress(10)) n++; [before > 5, n - before]",
    );
    expect(more.result).to.equal("[ true, 10 ]");
  });
});

describe("progress in a notebook that nbconvert runs", function () {
  this.timeout(120_000);
  let folder: string;

  before(() => {
    folder = makeFolder();
  });
  after(() => rmSync(folder, { recursive: true }));

  it("is a line each, neither bar nor figure", async () => {
    const codes = ['import * as np from "kernel-lib";', training];
    writeNotebook(
      join(folder, "training.ipynb"),
      codes.map((code) => ({ code })),
    );
    const args = ["-m", "nbconvert", "--to", "notebook", "--execute", "--inplace", "training.ipynb"];
    const { code, output } = await runPython(args, folder, { CI: undefined });
    expect(code, output).to.equal(0);
    const { cells } = JSON.parse(readFileSync(join(folder, "training.ipynb"), "utf8")) as { cells: Cell[] };
    const shown = cells.at(-1)!.outputs!;
    expect(shown.map(({ output_type, data }) => [output_type, Object.keys(data!)])).to.deep.equal([
      ["display_data", ["text/plain"]],
      ["display_data", ["text/plain"]],
    ]);
    const [line, curve] = shown.map(({ data }) => [data!["text/plain"]].flat().join(""));
    expect(line).to.equal("training: 6 in 1.2 s (5.0/s)");
    expect(curve).to.include("1 at 0 to 0.1667 at 50");
  });
});
