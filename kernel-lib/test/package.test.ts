// The built package as those who install it get it: every entry can be imported, and functions that two modules call alike
// keep their names.
import { readFileSync } from "node:fs";
import { expect } from "chai";

const folder = new URL("../", import.meta.url);
const { exports: entries } = JSON.parse(readFileSync(new URL("package.json", folder), "utf8")) as {
  exports: Record<string, { default: string }>;
};

describe("the built package", () => {
  for (const [entry, { default: file }] of Object.entries(entries))
    it(`gives kernel-lib${entry.slice(1)} as ${file}, with matmul called matmul and Tensor Tensor`, async () => {
      const library = (await import(new URL(file, folder).href)) as typeof import("../src/core.js");
      expect(library.matmul.name).to.equal("matmul");
      expect(library.Tensor.name).to.equal("Tensor");
    });
});
