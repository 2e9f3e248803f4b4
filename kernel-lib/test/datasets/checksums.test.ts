import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";

const data = fileURLToPath(new URL("../../../data/", import.meta.url));
const readme = readFileSync(join(data, "README.md"), "utf8");

/** Rows of the table of checksums: file, bytes, sha256. */
const rows = [...readme.matchAll(/^\| `([^`]+)` \| (\d+) \| `([0-9a-f]{64})` \|$/gm)].map(
  ([, file, bytes, hash]) => ({
    file,
    bytes: Number(bytes),
    hash,
  }),
);

describe("data/README.md", () => {
  for (const { file, bytes, hash } of rows) {
    it(`gives size and checksum of ${file}`, () => {
      const content = readFileSync(join(data, file));
      expect(content.length).to.equal(bytes);
      expect(createHash("sha256").update(content).digest("hex")).to.equal(hash);
    });
  }

  it("lists every file that ships in data/", () => {
    const shipped = readdirSync(data, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && !/^\.|\.md$|\.h5$|\.mat$/.test(entry.name))
      .map((entry) => relative(data, join(entry.parentPath, entry.name)).split(sep).join("/"))
      .filter((file) => !file.startsWith("course/")); // the user's own
    expect(rows.map(({ file }) => file).sort()).to.deep.equal(shipped.sort());
  });
});

describe("data/LICENCES.md", () => {
  it("names the licence of every set of drawings that occurs in cats.json", () => {
    const { splits } = JSON.parse(readFileSync(join(data, "cats/cats.json"), "utf8"));
    const licences = readFileSync(join(data, "LICENCES.md"), "utf8");
    const sets = new Set<string>();
    for (const split of Object.values<{ drawing: string[] }>(splits)) {
      for (const drawing of split.drawing) sets.add(drawing.split(":")[0]);
    }
    expect(sets.size).to.equal(7);
    for (const set of sets)
      expect(licences).to.match(new RegExp(`^\\| ${set} \\| .*(CC-BY-4\\.0|Apache-2\\.0|MIT) \\|$`, "m"));
  });

  it("names every folder that ships", () => {
    const licences = readFileSync(join(data, "LICENCES.md"), "utf8");
    const folders = new Set(
      rows.map(({ file }) => file.split("/")[0]).filter((folder) => !folder.includes(".")),
    );
    expect(folders.size).to.equal(7);
    for (const folder of folders) expect(licences).to.match(new RegExp(`^\\| .*\`${folder}/`, "m"));
  });
});
