// What cells may import: packages, Node's modules, TypeScript, JavaScript and JSON files beside the notebook.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "chai";
import { TestKernel } from "./client.js";

describe("imports in cells", function () {
  this.timeout(30_000);
  let kernel: TestKernel;

  before(async () => {
    kernel = await TestKernel.start();
  });
  after(() => kernel.stop());

  function write(path: string, text: string): void {
    const full = join(kernel.folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }

  async function resultOf(code: string): Promise<string | undefined> {
    const { reply, result } = await kernel.run(code);
    expect(reply.status, String(reply.evalue)).to.equal("ok");
    return result;
  }

  it("find Node's modules, statically and dynamically", async () => {
    expect(
      await resultOf(
        'import * as path from "node:path";\nimport { sep } from "path";\npath.join("a", "b") === ["a", "b"].join(sep)',
      ),
    ).to.equal("true");
    expect(await resultOf('const { basename } = await import("node:path");\nbasename("/a/b")')).to.equal(
      "'b'",
    );
  });

  it("find packages by their exports, with their types", async () => {
    const manifest = {
      name: "fish",
      type: "module",
      exports: { "./fin": { types: "./fin.d.ts", default: "./fin.js" } },
    };
    write("node_modules/fish/package.json", JSON.stringify(manifest));
    write("node_modules/fish/fin.js", "export const fins = await Promise.resolve(2);");
    write("node_modules/fish/fin.d.ts", "export declare const fins: number;");
    expect(await resultOf('import { fins } from "fish/fin";\nfins')).to.equal("2");
    expect(
      (await kernel.run('import { fins } from "fish/fin";\nconst s: string = fins')).reply.status,
    ).to.equal("error");
  });

  it("find CommonJS packages, typed or not, and require()", async () => {
    write(
      "node_modules/old/index.js",
      "const late = {}; late.name = 'old'; late.add = (a, b) => a + b; module.exports = late;",
    );
    expect(await resultOf('import old from "old";\nold.name')).to.equal("'old'");
    expect(await resultOf('import { add } from "old";\nadd(1, 2)')).to.equal("3");
    expect(await resultOf('require("old").name')).to.equal("'old'");
  });

  it("find TypeScript beside the notebook and see edits, also of what it imports", async () => {
    write("lib/inner.ts", "export enum Level { Low = 1 }\nexport const level: Level = Level.Low;");
    write("lib/outer.ts", 'import { level } from "./inner.js";\nexport const twice: number = 2 * level;');
    const code = 'import { twice } from "./lib/outer";\ntwice';
    expect(await resultOf(code)).to.equal("2");
    write("lib/inner.ts", "export const level: number = 21;");
    expect(await resultOf(code)).to.equal("42");
  });

  it("find JavaScript and JSON beside the notebook", async () => {
    write("plain.js", "export const answer = 42;");
    write("package.json", '{ "type": "module" }');
    write("numbers.json", '{ "list": [1, 2] }');
    expect(await resultOf('import { answer } from "./plain.js";\nanswer')).to.equal("42");
    expect(await resultOf('import numbers from "./numbers.json";\nnumbers.list')).to.equal("[ 1, 2 ]");
    write("numbers.json", '{ "list": [3] }');
    expect(
      await resultOf('import numbers from "./numbers.json" with { type: "json" };\nnumbers.list'),
    ).to.equal("[ 3 ]");
  });

  it("keep imported names for later cells and leave types out", async () => {
    write(
      "mixed.ts",
      "export type Name = string;\nexport const name: Name = 'Ada';\nexport default class Person {}",
    );
    await resultOf('import Person, { name, Name } from "./mixed";');
    expect(await resultOf("const copy: Name = name;\n[copy, new Person()]")).to.equal("[ 'Ada', Person {} ]");
  });

  it("name a module that does not exist before anything runs", async () => {
    const { reply } = await kernel.run('import { x } from "./nowhere";');
    expect(reply.evalue).to.contain("Cannot find module './nowhere'");
  });

  it("share classes with files that import the same module", async () => {
    write("shapes.ts", "export class Shape {}");
    write("maker.ts", 'import { Shape } from "./shapes";\nexport const make = (): Shape => new Shape();');
    const code =
      'import { Shape } from "./shapes";\nimport { make } from "./maker";\nmake() instanceof Shape';
    expect(await resultOf(code)).to.equal("true");
  });

  it("name file, line and column of a type error in a file beside the notebook, also two imports away; nothing runs", async () => {
    write("deep/bottom.ts", "export const rows: number = 1;\nexport const size: string = rows;");
    write("deep/top.ts", 'import { size } from "./bottom.js";\nexport const length: number = size.length;');
    const code = 'console.log("ran");\nimport { length } from "./deep/top";\nlength';
    const { reply, stdout } = await kernel.run(code);
    expect(stdout).to.equal("");
    expect(reply.evalue).to.equal(
      "deep/bottom.ts, line 2, column 14: Type 'number' is not assignable to type 'string'. (TS2322)",
    );
    expect((reply.traceback as string[]).slice(1)).to.deep.equal([
      "    export const size: string = rows;",
      "                 ^",
    ]);
    write("deep/bottom.ts", "export const size: string = String([1, 2]);");
    expect(await resultOf(code)).to.equal("3");
    write("deep/bottom.ts", "export const size: string = [1, 2, 3].join();");
    expect(await resultOf(code)).to.equal("5");
  });

  it("trace an error to the line of the file beside the notebook, as long as it is the one that was loaded", async () => {
    const text =
      "interface Unused { a: number }\n\nexport function risky(n: number): number {\n  if (n > 1) throw new RangeError('too far');\n  return n;\n}";
    write("lib/risky.ts", text);
    const { reply } = await kernel.run('import { risky } from "./lib/risky";\nrisky(2);');
    const places = (count: unknown): string[] => [
      `    at cell ${count}, line 2, column 1`,
      "        risky(2);",
    ];
    expect(reply.traceback).to.deep.equal([
      "RangeError: too far",
      "    at risky (lib/risky.ts, line 4, column 20)",
      "        if (n > 1) throw new RangeError('too far');",
      ...places(reply.execution_count),
    ]);
    write("lib/risky.ts", `// edited\n${text}`);
    const later = (await kernel.run("\nrisky(2);")).reply;
    expect(later.traceback).to.deep.equal(["RangeError: too far", ...places(later.execution_count)]);
  });

  it("find a file that no import names as text", async () => {
    write("named-late.ts", "export const late: number = 7;");
    expect(await resultOf('const file: string = "./named-late.ts";\n(await import(file)).late')).to.equal(
      "7",
    );
  });
});
