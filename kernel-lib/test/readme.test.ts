// The TypeScript examples of the READMEs run, and print what stands below them.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { formatWithOptions } from "node:util";
import { expect } from "chai";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, ".nabla", `readme-${process.pid}`);

for (const file of ["README.md", "kernel-lib/README.md"])
  describe(file, () => {
    before(() => mkdirSync(folder, { recursive: true }));
    after(() => rmSync(folder, { recursive: true }));

    const text = readFileSync(join(root, file), "utf8");
    const examples = [...text.matchAll(/```ts\n([\s\S]*?)```(?:\n\n```text\n([\s\S]*?)```)?/g)];
    it("has examples", () => expect(examples).to.not.have.length(0));
    for (const [index, [, code, output]] of examples.entries())
      it(`example ${index + 1} runs${output ? " and prints what it says" : ""}`, async () => {
        const path = join(folder, `${file.replace(/\W/g, "-")}-${index}.ts`);
        writeFileSync(path, code!);
        const printed = await capture(() => import(pathToFileURL(path).href));
        if (output) expect(printed).to.equal(output);
      });
  });

/** What `work` prints with console.log. */
async function capture(work: () => Promise<unknown>): Promise<string> {
  const log = console.log;
  let printed = "";
  console.log = (...values: unknown[]) => {
    printed += `${formatWithOptions({ colors: false }, ...values)}\n`;
  };
  try {
    await work();
  } finally {
    console.log = log;
  }
  return printed;
}
