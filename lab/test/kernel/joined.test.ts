// Many small declaration files read as one.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { inspectAt } from "../../kernel/language/editor.js";
import { joined } from "../../kernel/language/joined.js";
import { Service } from "../../kernel/language/service.js";

describe("joined declarations", function () {
  this.timeout(30_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "nabla-joined-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  function write(path: string, text: string): string {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
    return join(folder, path);
  }

  it("stand behind those they refer to, each once; modules and what is known stay apart", () => {
    const known = write("known.d.ts", "declare var known: 0;");
    write("deep/b.d.ts", "declare var b: 2;");
    write("m.d.ts", "export {};");
    const references = ["deep/b", "m", "known", "nowhere"].map(
      (name) => `/// <reference path="${name}.d.ts" />\n`,
    );
    const a = write("a.d.ts", `${references.join("")}declare var a: 1;`);
    const { text, files } = joined([a, join(folder, "deep", "b.d.ts")], new Set([known]));
    const module = join(folder, "m.d.ts").replaceAll("\\", "/");
    expect(text.split("\n").filter((line) => line !== "")).to.deep.equal([
      `/// <reference path="${module}" />`,
      "declare var b: 2;",
      "declare var a: 1;",
    ]);
    expect([...files]).to.have.members([a, join(folder, "deep", "b.d.ts")]);
  });

  it("are not read again for a package that refers to the language's own by name, or to Node's", () => {
    write("node_modules/asks/index.js", "");
    const asks = '/// <reference lib="es2020" />\n/// <reference types="node" />\n';
    write("node_modules/asks/index.d.ts", `${asks}export declare const buffer: Buffer;`);
    const service = new Service(folder);
    const code = 'import { buffer } from "asks";\nconst n = buffer.readUInt8(0);\n[n].includes(0)';
    const page = inspectAt(service, code, code.length - 4)!;
    const own = "(method) Array<number>.includes(searchElement: number, fromIndex?: number): boolean";
    expect(page.text.split("\n")[0]).to.equal(own);
  });
});
