// What cells print and show, as messages.

import { expect } from "chai";
import { TestKernel } from "./client.js";

describe("output of cells", function () {
  this.timeout(30_000);
  let kernel: TestKernel;

  before(async () => {
    kernel = await TestKernel.start({ NABLA_MAX_OUTPUT: "5" });
  });
  after(() => kernel.stop());

  it("arrives complete and in order, 100,000 lines in few messages", async () => {
    const { stdout, outputs } = await kernel.run("for (let i = 0; i < 100_000; i++) console.log(i)");
    expect(stdout).to.equal(Array.from({ length: 100_000 }, (_, i) => `${i}\n`).join(""));
    expect(outputs.length).to.be.below(1000);
  });

  it("keeps stdout and stderr apart and in order", async () => {
    const { outputs } = await kernel.run('console.log("a"); console.error("b"); process.stdout.write("c");');
    expect(outputs.map(({ content }) => [content.name, content.text])).to.deep.equal([
      ["stdout", "a\n"],
      ["stderr", "b\n"],
      ["stdout", "c"],
    ]);
  });

  it("keeps carriage returns, with which a line is written over", async () => {
    const { stdout } = await kernel.run('for (const i of "123") process.stdout.write("step " + i + "\\r");');
    expect(stdout).to.equal("step 1\rstep 2\rstep 3\r");
  });

  it("arrives while synchronous code runs", async () => {
    const id = await kernel.send('console.log("started"); for (;;);');
    await kernel.printed(id, "started");
    await kernel.interrupt();
    await kernel.outcome(id);
  });

  it("belongs to the cell that started it, also when it comes late", async () => {
    const id = await kernel.send('setTimeout(() => console.log("from the first"), 60); 1');
    await kernel.outcome(id);
    const { stdout } = await kernel.run(
      'console.log("from the second"); await new Promise((done) => setTimeout(done, 100))',
    );
    expect(stdout).to.equal("from the second\n");
    await kernel.printed(id, "from the first");
  });

  describe("of workers", () => {
    /** A cell that starts a worker and waits for its end. */
    const ended = (code: string, options = ""): string => `import { Worker } from "node:worker_threads";
      const worker = new Worker(${JSON.stringify(code)}, { eval: true, ${options} });
      await new Promise((done) => worker.once("exit", done));`;

    it("arrives complete and in order, 100,000 lines, also through process.stdout.write", async () => {
      const all = Array.from({ length: 100_000 }, (_, i) => `${i}\n`).join("");
      for (const print of ["console.log(i)", "process.stdout.write(i + String.fromCharCode(10))"]) {
        const { stdout, outputs } = await kernel.run(ended(`for (let i = 0; i < 100_000; i++) ${print}`));
        expect(stdout).to.equal(all);
        expect(outputs.length).to.be.below(1000);
      }
    });

    it("keeps stdout and stderr apart", async () => {
      const { stdout, stderr } = await kernel.run(ended('console.log("a"); console.error("b");'));
      expect([stdout, stderr]).to.deep.equal(["a\n", "b\n"]);
    });

    it("arrives in the midst of a loop, in the cell that started the worker or the worker that did", async () => {
      const inner = `console.log("x".repeat(40_000) + "inner"); for (;;);`;
      const outer = `new (require("node:worker_threads").Worker)(${JSON.stringify(inner)}, { eval: true }); console.log("outer");`;
      const code = `import { Worker } from "node:worker_threads";\nconst busy = new Worker(${JSON.stringify(outer)}, { eval: true });`;
      const id = await kernel.send(code);
      await kernel.outcome(id);
      const { stdout } = await kernel.run(
        "for (let i = 0; i < 10; i++) await new Promise((done) => setTimeout(done, 5));",
      );
      await kernel.printed(id, "outer");
      await kernel.printed(id, "inner");
      expect(stdout).to.equal("");
      await kernel.run("void (await busy.terminate());");
    });

    it("is left to a cell that reads it itself", async () => {
      const code = `import { Worker } from "node:worker_threads";
        const worker = new Worker('console.log("mine")', { eval: true, stdout: true });
        let text = "";
        for await (const piece of worker.stdout) text += piece;
        text`;
      expect(await kernel.run(code)).to.include({ stdout: "", result: "'mine\\n'" });
    });

    it("is cut off when it never ends, and says how to lift the limit", async () => {
      const id = await kernel.send(
        'import { Worker } from "node:worker_threads";\nconst endless = new Worker("for (;;) console.log(\'x\'.repeat(9_999))", { eval: true });',
      );
      await kernel.printed(id, "To lift the limit");
      await kernel.run("void (await endless.terminate());");
      const { stdout } = await kernel.outcome(id);
      expect(stdout.length).to.be.within(5_000_000, 5_200_000);
    });
  });

  it("comes from child processes as well", async () => {
    const child = `import { spawnSync } from "node:child_process";
      spawnSync(process.execPath, ["-e", "console.log('from a child')"], { stdio: "inherit" });
      await new Promise((done) => setTimeout(done, 50));`;
    expect((await kernel.run(child)).stdout).to.equal("from a child\n");
  });

  it("is cut off when it never ends, and says how to lift the limit", async () => {
    const { stdout, stderr } = await kernel.run(
      "for (let i = 0; i < 100; i++) console.log('x'.repeat(99_999))",
    );
    expect(stdout.length).to.be.within(5_000_000, 5_200_000);
    expect(stderr).to.contain("printed more than 5 MB").and.to.contain('process.env.NABLA_MAX_OUTPUT = "50"');
    expect((await kernel.run("console.log('again')")).stdout).to.equal("again\n");
  });

  it("shows a value as it says itself through Symbol.for('Jupyter.display')", async () => {
    const code =
      'const pic = { [Symbol.for("Jupyter.display")]: () => ({ "text/html": "<b>hi</b>" }) };\npic';
    const { outputs } = await kernel.run(code);
    const { data } = outputs[0]!.content as { data: Record<string, string> };
    expect(outputs[0]!.type).to.equal("execute_result");
    expect(data["text/html"]).to.equal("<b>hi</b>");
    expect(data["text/plain"]).to.be.a("string");
  });

  it("displays and updates values in place", async () => {
    const { outputs } = await kernel.run(
      'const handle = display("one"); handle.update("two"); clearOutput(true);',
    );
    expect(outputs.map(({ type }) => type)).to.deep.equal([
      "display_data",
      "update_display_data",
      "clear_output",
    ]);
    const [first, second] = outputs.map(
      ({ content }) => content as { data: object; transient: { display_id: string } },
    );
    expect(first!.data).to.deep.equal({ "text/plain": "'one'" });
    expect(second!.data).to.deep.equal({ "text/plain": "'two'" });
    expect(second!.transient.display_id).to.equal(first!.transient.display_id);
    expect((await kernel.run("display(1)")).result).to.equal(undefined);
  });

  it("takes bundles from libraries through Symbol.for('nabla.display')", async () => {
    const show = '(globalThis as any)[Symbol.for("nabla.display")]({ "text/plain": "fig" }, { id: "f" });';
    const { outputs } = await kernel.run(show);
    expect(outputs).to.deep.equal([
      {
        type: "display_data",
        content: { data: { "text/plain": "fig" }, metadata: {}, transient: { display_id: "f" } },
      },
    ]);
  });

  it("asks for input", async () => {
    const id = await kernel.send('const name = await input("Your name? ");\n"Hello " + name', {
      allow_stdin: true,
    });
    expect((await kernel.question()).content).to.deep.equal({ prompt: "Your name? ", password: false });
    await kernel.answer("Ada");
    expect((await kernel.outcome(id)).result).to.equal("'Hello Ada'");
    expect((await kernel.run("await input()")).reply.evalue).to.contain("there is nobody to ask");
  });
});

describe("errors of cells", function () {
  this.timeout(30_000);
  let kernel: TestKernel;

  before(async () => {
    kernel = await TestKernel.start();
  });
  after(() => kernel.stop());

  it("trace through cells with their lines", async () => {
    const first = await kernel.run(
      "interface Unused { a: number }\n\nfunction risky(): never {\n  throw new RangeError('too far');\n}",
    );
    const { reply } = await kernel.run("\n  risky();");
    expect(reply.traceback).to.deep.equal([
      "RangeError: too far",
      `    at risky (cell ${first.reply.execution_count}, line 4, column 9)`,
      "        throw new RangeError('too far');",
      `    at cell ${reply.execution_count}, line 2, column 3`,
      "        risky();",
    ]);
  });

  it("trace through awaits, and name causes", async () => {
    const { reply } = await kernel.run(
      "async function later() {\n  await null;\n  throw new Error('a', { cause: new Error('b') });\n}\nawait later();",
    );
    const text = (reply.traceback as string[]).join("\n");
    expect(text).to.match(/^Error: a\n {4}at (async )?later \(cell \d+, line 3, column 9\)/);
    expect(text).to.contain("Caused by Error: b");
  });

  it("report thrown values that are no errors", async () => {
    expect((await kernel.run("throw 5")).reply).to.include({ ename: "Thrown", evalue: "5" });
    expect((await kernel.run("throw { code: 1 }")).reply).to.include({
      ename: "Thrown",
      evalue: "{ code: 1 }",
    });
    expect((await kernel.run("throw null")).reply).to.include({ ename: "Thrown", evalue: "null" });
  });
});
