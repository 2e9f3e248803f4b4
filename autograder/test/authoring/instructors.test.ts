// INSTRUCTORS.md, followed literally: every command block, in one shell, in an empty home.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";

const clone = fileURLToPath(new URL("../../..", import.meta.url));
const page = readFileSync(join(clone, "autograder", "INSTRUCTORS.md"), "utf8");

describe("INSTRUCTORS.md", function () {
  this.timeout(300_000);
  let home: string;
  const course = (...path: string[]): string => join(home, "course", ...path);
  const text = (...path: string[]): string => readFileSync(course(...path), "utf8");

  before(() => {
    home = mkdtempSync(join(tmpdir(), "nabla-instructor-"));
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  it("leads from an empty folder to a graded class", function () {
    if (process.platform === "win32") this.skip(); // its blocks are for a POSIX shell
    const blocks = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block!);
    expect(blocks).to.have.length.above(6);
    const env = { ...process.env, HOME: home, NO_COLOR: "1" };
    const { status, stdout, stderr } = spawnSync("sh", ["-e"], {
      ...{ cwd: clone, env, encoding: "utf8", input: blocks.join("\n") },
    });
    expect([status, stderr.replace(/^graded .*\n/gm, "")], stdout).to.deep.equal([0, ""]);
    expect(stdout).to.include("ok    the hidden tests notice every mutant of the solution");
    expect(stdout).to.include("cleo.json: the same, byte for byte: 0/10 points");
  });

  it("ends with marks and feedback", function () {
    if (process.platform === "win32") this.skip();
    const rows = text("grades.csv").trim().split("\n").slice(1);
    expect(rows.map((row) => row.split(",").filter((_, i) => [0, 3, 9, 10].includes(i)))).to.deep.equal([
      ["01-averages", "anna", "10.0", "10.0"],
      ["01-averages", "ben", "0.0", "10.0"],
      ["01-averages", "cleo", "0.0", "10.0"],
    ]);
    expect(text("feedback", "cleo.html")).to.include("the other axis is meant");
    expect(text("feedback", "ben.html")).to.include("not started");
    expect(existsSync(course("notebooks", "lib", "check.ts"))).to.equal(true);
    expect(text("notebooks", "01-averages.ipynb")).to.not.include("np.mean");
  });

  it("names only commands, options and files that exist", () => {
    const commands = [...page.matchAll(/autograder (\w+)(?= |`)/g)].map(([, name]) => name!);
    const known = ["new", "verify", "release", "grade", "export", "replay"];
    expect(new Set(commands)).to.deep.equal(new Set(known));
  });
});
