// Every known attack has its samples, and beyond them there are at least fifty of our own.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { everyGroup } from "./rows/index.js";
import { table } from "./table.js";

const names = new Set(Object.values(everyGroup).flatMap((rows) => rows.map((row) => row.name)));

describe("the table of known attacks", () => {
  for (const { attack, samples } of table)
    it(`has samples of: ${attack}`, () => {
      expect(samples).to.not.be.empty;
      for (const sample of samples)
        if (typeof sample === "string") expect(names, sample).to.include(sample);
        else {
          const path = fileURLToPath(new URL(`../${sample.file}`, import.meta.url));
          expect(existsSync(path), sample.file).to.equal(true);
          expect(readFileSync(path, "utf8")).to.include(sample.title);
        }
    });

  it("leaves more than fifty that are our own", () => {
    const listed = new Set(table.flatMap((row) => row.samples));
    expect([...names].filter((name) => !listed.has(name)).length).to.be.above(50);
  });

  it("has no two samples of one name", () => {
    expect(Object.values(everyGroup).flat()).to.have.length(names.size);
  });
});
