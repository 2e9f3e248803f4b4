// Types and the editor: errors before anything runs, completion, hover text, is_complete.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { checkCell } from "../../kernel/language/check.js";
import { Service } from "../../kernel/language/service.js";
import { TestKernel } from "./client.js";

describe("types in the TypeScript kernel", function () {
  this.timeout(30_000);
  let kernel: TestKernel;

  before(async () => {
    kernel = await TestKernel.start();
  });
  after(() => kernel.stop());

  interface Matches {
    matches: string[];
    cursor_start: number;
    cursor_end: number;
    metadata: { _jupyter_types_experimental: { type: string; signature: string }[] };
  }

  const complete = async (code: string, cursor_pos = [...code].length) =>
    (await kernel.request("complete_request", { code, cursor_pos })) as unknown as Matches;

  const hover = async (code: string, cursor_pos: number) =>
    (
      (await kernel.request("inspect_request", { code, cursor_pos, detail_level: 0 })).data as Record<
        string,
        string
      >
    )["text/plain"];

  it("names cell, line and column of an error, and runs nothing", async () => {
    const { reply, stdout } = await kernel.run('console.log("ran");\nconst count: number = "many";', {
      stop_on_error: false,
    });
    expect(stdout).to.equal("");
    expect(reply.ename).to.equal("TypeScript");
    expect(reply.evalue).to.equal(
      `cell ${reply.execution_count}, line 2, column 7: Type 'string' is not assignable to type 'number'. (TS2322)`,
    );
    expect((reply.traceback as string[]).slice(1)).to.deep.equal([
      '    const count: number = "many";',
      "          ^",
    ]);
  });

  it("knows all that Node declares, though it reads that only when a cell needs it", async () => {
    const codes = {
      'Buffer.from("ab").readUInt8(1)': "98",
      "process.argv.length > 0": "true",
      "const { signal } = new AbortController(); signal.aborted": "false",
      "const timer: NodeJS.Timeout = setTimeout(() => {}, 1); timer.hasRef()": "true",
      "typeof import.meta.url": "'string'",
      "new WebAssembly.Memory({ initial: 1 }).buffer.byteLength": "65536",
    };
    for (const [code, result] of Object.entries(codes))
      expect((await kernel.run(code)).result).to.equal(result);
  });

  it("takes the timers, and what else stands in for Node's, for all that Node's can do", () => {
    const service = new Service(kernel.folder);
    for (const code of [
      "await new Promise((done) => setTimeout(done, 1));",
      "await new Promise((done) => setImmediate(done));",
      "structuredClone(new ArrayBuffer(1), { transfer: [] });",
    ]) {
      const checked = checkCell(service, code, 1, "cell-1.ts");
      expect(checked.ok || checked.failure.evalue).to.equal(true);
    }
  });

  it("does not read Node's declarations for what programs ask of their process most often", () => {
    const service = new Service(kernel.folder);
    const accepts = (code: string) => {
      const checked = checkCell(service, code, 1, "cell-1.ts");
      expect(checked.ok || checked.failure.evalue, code).to.equal(true);
    };
    accepts('process.stdout.write("a"); process.stderr.write(new Uint8Array(2));');
    accepts('process.env.NABLA_MAX_OUTPUT = "50"; const home: string | undefined = process.env.HOME;');
    accepts("const megabytes = process.memoryUsage().rss / 2 ** 20; process.cwd().length + process.uptime()");
    accepts('if (process.platform === "win32") process.exit(1);');
    expect(service.readNode(), "not read yet").to.equal(true);
    const whole = new Service(kernel.folder);
    const checked = checkCell(whole, 'process.stdout.write("a", "utf8");', 1, "cell-1.ts");
    expect(checked.ok, "what the stand-in lacks").to.equal(true);
    expect(whole.readNode(), "read then").to.equal(false);
  });

  it("is strict", async () => {
    expect((await kernel.run("function f(x) { return x; }")).reply.evalue).to.contain(
      "implicitly has an 'any' type",
    );
    expect((await kernel.run("[1].find(() => true).toFixed()")).reply.evalue).to.contain(
      "possibly 'undefined'",
    );
  });

  it("reports a missing bracket at the end of the cell", async () => {
    const { reply } = await kernel.run("const open = [1, 2;\nconst next = 1;");
    expect(reply.evalue).to.match(/line 1, column 19: ',' expected/);
    expect((await kernel.run("function f() {")).reply.evalue).to.match(/line 1, column 15: '}' expected/);
  });

  it("does not bring back errors of earlier cells", async () => {
    await kernel.run("const wrong: string = 1;");
    expect((await kernel.run("1 + 1")).reply.status).to.equal("ok");
    expect((await kernel.run("wrong")).reply.evalue).to.contain("Cannot find name 'wrong'");
  });

  it("does not bring back an earlier cell that a later one, or an edited file, makes wrong", async () => {
    const file = join(kernel.folder, "once.ts");
    writeFileSync(file, "export const once: number = 1;");
    await kernel.run(
      'import { once } from "./once";\nlet width = once;\nfunction half() { return width / 2; }',
    );
    await kernel.run('const width: string = "wide";');
    writeFileSync(file, "export const other: string = String(1);");
    expect((await kernel.run("1 + 1")).result).to.equal("2");
    expect((await kernel.run("width.length")).result).to.equal("4");
    expect((await kernel.run("typeof half")).result).to.equal("'function'");
  });

  it("carries types, generics and overloads to later cells", async () => {
    await kernel.run(
      "interface Pair<A> { a: A; b: A }\nfunction pair<A>(a: A): Pair<A> { return { a, b: a }; }",
    );
    await kernel.run("const p = pair('x');");
    expect((await kernel.run("p.a.length")).result).to.equal("1");
    expect((await kernel.run("const bad: Pair<number> = p;")).reply.evalue).to.contain("'Pair<string>'");
  });

  it("checks assignments to names of earlier cells", async () => {
    await kernel.run("let speed = 1; const fixed = [1];");
    expect((await kernel.run("speed = 'fast'")).reply.evalue).to.contain("not assignable to type 'number'");
    expect((await kernel.run("fixed = [2]")).reply.evalue).to.contain(
      "Cannot assign to 'fixed' because it is a constant",
    );
    expect((await kernel.run("speed = 2; fixed.push(2); fixed")).result).to.equal("[ 1, 2 ]");
  });

  it("warns about a promise that nobody waits for", async () => {
    const { stderr } = await kernel.run("Promise.resolve(1);\nconsole.log('next');");
    expect(stderr).to.equal(
      "line 1: nobody waits for this promise; write await in front of it, or void to say so\n",
    );
  });

  it("takes the types of files beside the notebook, as they are now", async () => {
    const file = join(kernel.folder, "shape.ts");
    writeFileSync(file, "export interface Shape { rows: number }\nexport const shape: Shape = { rows: 2 };");
    expect((await kernel.run('import { shape, Shape } from "./shape";\nshape.rows')).result).to.equal("2");
    writeFileSync(
      file,
      "export interface Shape { columns: number }\nexport const shape: Shape = { columns: 3 };",
    );
    expect((await kernel.run('import { shape } from "./shape";\nshape.rows')).reply.evalue).to.contain(
      "'rows' does not exist",
    );
    expect((await kernel.run('import { shape } from "./shape.js";\nshape.columns')).result).to.equal("3");
  });

  it("completes names of earlier cells and members, with types", async () => {
    await kernel.run(
      "const learningRate = 0.5;\nfunction learn(rate: number, steps = 10): string { return String(rate + steps); }",
    );
    const names = await complete("const r = lear");
    expect(names.matches).to.deep.equal(["learn", "learningRate"]);
    expect([names.cursor_start, names.cursor_end]).to.deep.equal([10, 14]);
    expect(names.metadata._jupyter_types_experimental[0]!.signature).to.equal(
      "function learn(rate: number, steps?: number): string",
    );
    expect((await complete("learningRate.toF")).matches).to.deep.equal(["toFixed"]);
    expect((await complete("console.lo")).matches).to.deep.equal(["log"]);
  });

  it("completes the names of modules: packages, Node's, files beside the notebook", async () => {
    mkdirSync(join(kernel.folder, "lib"));
    writeFileSync(join(kernel.folder, "lib", "shapes.ts"), "export const sides = 4;");
    writeFileSync(
      join(kernel.folder, "other.ipynb"),
      JSON.stringify({ cells: [{ source: ['import * as np from "kernel-lib";'] }] }, null, 1),
    );
    const answers: Record<string, [string[], number]> = {
      'import * as np from "kern': [["kernel-lib"], 21],
      'import { readFile } from "node:fs': [["node:fs", "node:fs/promises"], 26],
      'const files = await import("node:fs/p': [["node:fs/promises"], 28],
      'import { sides } from "./l': [["lib"], 25],
      "import { sides } from './lib/sh": [["shapes"], 29],
      'import "no-such': [[], 8],
    };
    for (const [code, [names, start]] of Object.entries(answers)) {
      const { matches, cursor_start, cursor_end } = await complete(code);
      expect([matches, cursor_start, cursor_end], code).to.deep.equal([names, start, code.length]);
    }
  });

  it("counts cursor positions in code points", async () => {
    const { matches, cursor_start } = await complete("'😀'.toUpperC");
    expect([matches, cursor_start]).to.deep.equal([["toUpperCase"], 4]);
  });

  it("shows declaration and documentation, also inside the parentheses of a call", async () => {
    await kernel.run(
      "/**\n * Twice a number.\n *\n * @param n - any number\n */\nfunction twice(n: number): number { return 2 * n; }",
    );
    const text = "function twice(n: number): number\n\nTwice a number.\n\n@param n - any number";
    expect(await hover("twice", 5)).to.equal(text);
    expect(await hover("twice(", 6)).to.contain("Twice a number.");
    expect(await hover("twice(1 + 1)", 8)).to.contain("twice(n: number): number");
    expect((await kernel.request("inspect_request", { code: "nothingHere", cursor_pos: 3 })).found).to.equal(
      false,
    );
  });

  it("shows links, errors and examples in documentation as one reads them", async () => {
    const documented = `/**
      * Half of {@link whole | a whole}.
      *
      * @throws {@link RangeError} when n is odd
      *
      * @example
      * \`\`\`ts
      * half(4); // 2
      * \`\`\`
      */
     function half(n: number): number { return n / 2; }`;
    await kernel.run(documented);
    const { data } = (await kernel.request("inspect_request", { code: "half", cursor_pos: 4 })) as {
      data: Record<string, string>;
    };
    expect(data["text/plain"]).to.equal(
      "function half(n: number): number\n\nHalf of a whole.\n\n@throws RangeError when n is odd\n@example\n```ts\nhalf(4); // 2\n```",
    );
    expect(data["text/markdown"]).to.match(
      /\*@throws\* RangeError when n is odd\n\n\*@example\*\n\n```ts\nhalf\(4\); \/\/ 2\n```$/,
    );
  });

  it("knows a Buffer in full, also when nothing else has asked for Node's types", async () => {
    const fresh = await TestKernel.start();
    const ask = async (type: string, code: string) =>
      fresh.request(type, { code, cursor_pos: code.length, detail_level: 0 });
    const { data } = (await ask("inspect_request", "const bytes: Buffer")) as {
      data: Record<string, string>;
    };
    const { matches } = await ask("complete_request", "(null as unknown as Buffer).readUInt3");
    await fresh.stop();
    expect(data["text/plain"]).to.match(
      /^interface Buffer<TArrayBuffer extends ArrayBufferLike = ArrayBufferLike>/,
    );
    expect(matches).to.include.members(["readUInt32BE", "readUInt32LE"]);
  });

  it("tells complete from incomplete from invalid code", async () => {
    const status = async (code: string) => (await kernel.request("is_complete_request", { code })).status;
    expect(await status("1 + 1")).to.equal("complete");
    expect(await status("function f() {")).to.equal("incomplete");
    expect(await status("const s = `open")).to.equal("incomplete");
    expect(await status("const = 3")).to.equal("invalid");
    expect((await kernel.request("is_complete_request", { code: "  if (x) {" })).indent).to.equal("    ");
  });

  it("completes while a cell runs", async () => {
    const id = await kernel.send("await new Promise(() => {})");
    expect((await complete("Math.hyp")).matches).to.deep.equal(["hypot"]);
    await kernel.interrupt();
    await kernel.outcome(id);
  });
});
