// What a cell means: V8's REPL semantics, seen through the real protocol.

import { expect } from "chai";
import { TestKernel } from "./client.js";

describe("cells of the TypeScript kernel", function () {
  this.timeout(60_000);
  let kernel: TestKernel;

  before(async () => {
    kernel = await TestKernel.start();
  });
  after(() => kernel.stop());

  /** Runs cells, which must succeed, and returns the last one's result. */
  async function lastOf(...cells: string[]): Promise<string | undefined> {
    let result: string | undefined;
    for (const code of cells) {
      const outcome = await kernel.run(code);
      expect(outcome.reply.status, `${code}\n${outcome.reply.evalue}`).to.equal("ok");
      result = outcome.result;
    }
    return result;
  }

  it("shows the last expression, nothing after a semicolon, nothing for undefined", async () => {
    expect(await lastOf("1 + 1")).to.equal("2");
    expect(await lastOf("1 + 1;")).to.equal(undefined);
    expect(await lastOf("undefined")).to.equal(undefined);
    expect(await lastOf("const x = 5")).to.equal(undefined);
    expect(await lastOf("for (let i = 0; i < 3; i++) i")).to.equal(undefined);
  });

  it("lets every kind of declaration be declared again as any other", async () => {
    const kinds = ["const q = 1", "let q = 1", "var q = 1", "function q() {}", "class q {}", "enum q { A }"];
    for (const first of kinds) {
      for (const second of kinds) await lastOf(first, second);
    }
    expect(await lastOf("const q = 'text'", "q")).to.equal("'text'");
    await lastOf("type q = number", "interface q { a: string }", "const w: q = { a: 'b' }");
  });

  it("shows earlier functions a let that changes later", async () => {
    expect(
      await lastOf("let level = 1; function read(): number { return level; }", "level = 7;", "read()"),
    ).to.equal("7");
  });

  it("takes { z } of an earlier z", async () => {
    expect(await lastOf("let z = 1", "const o = { z };", "o")).to.equal("{ z: 1 }");
  });

  it("keeps what was declared before a throw", async () => {
    const { reply } = await kernel.run("const kept: number = 3; throw new Error('no');");
    expect(reply.status).to.equal("error");
    expect(await lastOf("kept")).to.equal("3");
  });

  it("awaits at the top level in every form", async () => {
    const wait = "new Promise<string>((resolve) => setTimeout(() => resolve('late'), 5))";
    expect(await lastOf(`await ${wait}`)).to.equal("'late'");
    expect(await lastOf(`const { length } = await ${wait}; length`)).to.equal("4");
    expect(await lastOf(`if (await ${wait}) { for (const n of [1, 2]) await n; }`, "length")).to.equal("4");
    const items =
      "async function* items() { yield 1; yield 2; }\nlet sum = 0;\nfor await (const n of items()) sum += n;\nsum";
    expect(await lastOf(items)).to.equal("3");
  });

  it("waits for a promise that is the last expression", async () => {
    expect(await lastOf("Promise.resolve(41)")).to.equal("41");
  });

  it("uses functions above their declaration", async () => {
    expect(await lastOf("const early = later();\nfunction later(): number { return 9; }\nearly")).to.equal(
      "9",
    );
  });

  it("prints values as Node's REPL does", async () => {
    expect(await lastOf("[10n, Symbol('s'), new Map([[1, 2]])]")).to.equal(
      "[ 10n, Symbol(s), Map(1) { 1 => 2 } ]",
    );
    expect(await lastOf("class Point { x = 1 }\nnew Point()")).to.equal("Point { x: 1 }");
    expect(await lastOf("new Float64Array(2)")).to.equal("Float64Array(2) [ 0, 0 ]");
  });

  it("knows satisfies, decorators and using", async () => {
    expect(await lastOf("({ a: 1 }) satisfies { a: number }")).to.equal("{ a: 1 }");
    const decorated = `const seen: string[] = [];
      function mark(_: unknown, context: ClassDecoratorContext) { seen.push(String(context.name)); }
      @mark class Marked {}
      seen`;
    expect(await lastOf(decorated)).to.equal("[ 'Marked' ]");
    const disposing = `const log: string[] = [];
      { using file = { [Symbol.dispose]() { log.push("closed"); } }; log.push("open"); }
      log`;
    expect(await lastOf(disposing)).to.equal("[ 'open', 'closed' ]");
  });

  it("runs in one realm with the packages it imports", async () => {
    const code = `import { types } from "node:util";
      import vm from "node:assert";
      const error = (() => { try { vm.equal(1, 2); } catch (caught) { return caught; } })();
      [error instanceof Error, types.isDate(new Date()), [] instanceof Array]`;
    expect(await lastOf(code)).to.equal("[ true, true, true ]");
  });

  it("numbers only what goes into the history", async () => {
    const first = (await kernel.run("1")).reply.execution_count as number;
    const silent = await kernel.run("console.log('x')", { silent: true });
    expect(silent.reply.execution_count).to.equal(first);
    expect((await kernel.run("1")).reply.execution_count).to.equal(first + 1);
  });
});
