// kernel-lib in cells: how its values look, and that its long products can be stopped.

import { expect } from "chai";
import { TestKernel } from "./client.js";

describe("kernel-lib in a cell", function () {
  this.timeout(120_000);
  let kernel: TestKernel;

  before(async () => {
    kernel = await TestKernel.startWithLibrary({ OPENBLAS_NUM_THREADS: "2" }); // kernel-lib takes threads of its own then
    const { reply } = await kernel.run('import * as np from "kernel-lib";');
    expect(reply.status, String(reply.evalue)).to.equal("ok");
  });
  after(() => kernel.stop());

  it("shows a tensor as a table, for a terminal as text, as console.log prints it", async () => {
    const text = "array([[ 1. , -2.5],\n       [30. ,  4. ]])";
    const { outputs } = await kernel.run(
      "const table = np.array([[1, -2.5], [30, 4]]);\ndisplay(table);\ntable",
    );
    expect(outputs.map(({ type }) => type)).to.deep.equal(["display_data", "execute_result"]);
    for (const { content } of outputs) {
      const data = content.data as Record<string, string>;
      expect(data).to.have.all.keys("text/plain", "text/html");
      expect(data["text/plain"]).to.equal(text);
      expect(data["text/html"]).to.match(/^<table .*float64 \(2, 2\).*<td>-2\.5<\/td>.*<\/table>$/s);
    }
    const printed = await kernel.run("console.log(table)");
    expect(printed.outputs.map(({ content }) => content.text)).to.deep.equal([`${text}\n`]);
  });

  it("draws a figure as one bundle: data for plotly, a picture, a line of text", async () => {
    const { outputs } = await kernel.run("np.plot.costCurve([3, 2, 1])");
    expect(outputs.map(({ type }) => type)).to.deep.equal(["execute_result"]);
    const { data } = outputs[0]!.content as { data: object };
    expect(data).to.have.all.keys("application/vnd.plotly.v1+json", "text/html", "text/plain");
  });

  it("completes what it exports, with what it is", async () => {
    const { metadata } = await kernel.request("complete_request", { code: "np.rand", cursor_pos: 7 });
    const types = (metadata as Record<string, { text: string; type: string }[]>)._jupyter_types_experimental!;
    expect(types.map(({ text, type }) => [text, type])).to.deep.equal([
      ["random", "const"],
      ["RandomState", "class"],
    ]);
  });

  it("shows the documentation of what it exports, also in its parts", async () => {
    for (const [
      code,
      words,
    ] of [["np.matmul", "Product of matrices"], ["np.plot.costCurve", "The cost while learning"]]) // biome-ignore format: a table
      expect(
        (await kernel.request("inspect_request", { code, cursor_pos: code!.length, detail_level: 0 })).data,
      )
        .to.have.property("text/plain")
        .that.includes(words);
  });

  it("is stopped in a long product, ten times of ten; tensors stay, nothing computes on", async () => {
    await kernel.run('let products = 0;\nconst A = np.ones([6000, 6000], { dtype: "float32" });');
    for (let i = 0; i < 10; i++) {
      const id = await kernel.send('console.log("on"); np.matmul(A, A).get(0, 0); products++;');
      await kernel.printed(id, "on");
      await kernel.interrupt();
      expect((await kernel.outcome(id)).reply.evalue).to.equal("the cell was stopped");
    }
    expect(
      (await kernel.run("[products, A.get(5, 5), np.matmul(A.slice([0, 1]), A).get(0, 0)]")).result,
    ).to.equal("[ 0, 1, 6000 ]");
  });

  it("is stopped in products that threads share, ten times of ten; the next are right, nothing computes on", async () => {
    await kernel.run("let row = np.ones([1, 4000]);\nconst X = np.ones([4000, 200]);");
    for (let i = 0; i < 10; i++) {
      const id = await kernel.send(
        'console.log("on"); for (;;) { row = np.ones([1, 4000]); np.dot(row, X).get(0, 0); }',
      );
      await kernel.printed(id, "on");
      await new Promise((resolve) => setTimeout(resolve, 25 * i)); // while the thread starts, and while it works
      await kernel.interrupt();
      expect((await kernel.outcome(id)).reply.evalue).to.equal("the cell was stopped");
      expect((await kernel.run("np.dot(row, X).get(0, 199)")).result).to.equal("4000");
    }
    const used = await kernel.run(
      "const before = process.cpuUsage().user; await new Promise((done) => setTimeout(done, 300)); process.cpuUsage().user - before",
    );
    expect(Number(used.result), "microseconds of 300,000").to.be.below(150_000);
  });
});
