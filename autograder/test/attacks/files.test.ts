// Hostile files in a folder of submissions, beside an honest one: each ends as table.ts says, none stops the batch, none shows
// what it points to, on Deno's own boundary and on all layers.
import { spawnSync } from "node:child_process";
import {
  closeSync,
  ftruncateSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { type ClassOutcome, gradeClass } from "../../src/class/grade-class.js";
import { classReport } from "../../src/class/report.js";
import { readNotebookBytes } from "../../src/notebook/read.js";
import { solvedNotebook } from "../../src/release/index.js";
import { buildChild } from "../../src/sandbox/build-child.mjs";
import { layersHere } from "../../src/sandbox/canary.js";
import type { Layers } from "../../src/sandbox/launch.js";
import { canaries, canaryLabel } from "./canaries.js";

const root = fileURLToPath(new URL("./assignments", import.meta.url));
const plain: Layers = { bubblewrap: false, rlimits: false, seccomp: false };

const notebook = (cells: string, metadata = '"nabla":{"assignment":"91-vault"}'): string =>
  `{"nbformat":4,"nbformat_minor":5,"metadata":{${metadata}},"cells":[${cells}]}`;

/** The smallest zip archive there is, with a name that says otherwise. */
const zip = Buffer.from(`PK\x05\x06${"\0".repeat(18)}`, "latin1");

/** What lies in the folder, what is said of it, and which test that is. */
const rows: [
  title: string,
  name: string,
  make: (path: string, base: string) => void,
  says: RegExp | number,
][] = [
  [
    "a symbolic link to a file of the grader's own",
    "link.ipynb",
    (p, base) => symlinkSync(join(base, "secret.txt"), p),
    /^a symbolic link: not followed; put the file itself there$/,
  ],
  [
    "a symbolic link to a folder of another learner",
    "folder",
    (p, base) => symlinkSync(join(base, "anna"), p),
    /not an \.ipynb file|^a symbolic link: not followed; put the file itself there$/,
  ],
  [
    "a link inside of a folder",
    "inside",
    (p, base) => {
      mkdirSync(p);
      symlinkSync(join(base, "secret.txt"), join(p, "x.ipynb"));
    },
    /^a symbolic link: not followed; put the file itself there$/,
  ],
  [
    "a FIFO that nobody writes to",
    "fifo.ipynb",
    (p) => void spawnSync("mkfifo", [p]),
    /^not a regular file; put the notebook itself there$/,
  ],
  [
    "a device",
    "device.ipynb",
    (p) => void spawnSync("mknod", [p, "c", "1", "5"]),
    /^not a regular file; put the notebook itself there$/,
  ],
  [
    "a hard link to a file of the grader's own",
    "hard.ipynb",
    (p, base) => linkSync(join(base, "secret.txt"), p),
    /not a notebook: the file is not JSON/,
  ],
  [
    "a hard link to another learner's notebook",
    "copy.ipynb",
    (p, base) => linkSync(join(base, "submissions", "anna.ipynb"), p),
    20,
  ],
  [
    "the same code from two learners",
    "twin.ipynb",
    (p, base) => writeFileSync(p, readFileSync(join(base, "submissions", "anna.ipynb"))),
    20,
  ],
  [
    "a zip archive named as a notebook",
    "zip.ipynb",
    (p) => writeFileSync(p, zip),
    /a ZIP archive, not a notebook/,
  ],
  ["a zip archive as itself", "nested.zip", (p) => writeFileSync(p, zip), /an archive; unpack it/],
  [
    "a gigabyte of one line",
    "gigabyte.ipynb",
    (p) => {
      const f = openSync(p, "w");
      ftruncateSync(f, 2 ** 30);
      closeSync(f);
    },
    /1024 MB are more than 50 MB/,
  ],
  [
    "a million cells",
    "cells.ipynb",
    (p) => writeFileSync(p, notebook(Array(1e6).fill('{"cell_type":"code"}').join())),
    /cells|values/,
  ],
  [
    "twelve million things that are no cells",
    "things.ipynb",
    (p) => writeFileSync(p, notebook(Array(12e6).fill("{}").join())),
    /cells|values/,
  ],
  ["a million brackets", "brackets.ipynb", (p) => writeFileSync(p, "[".repeat(1e6)), /not a notebook|values/],
  [
    "another assignment's notebook",
    "other.ipynb",
    (p) =>
      writeFileSync(
        p,
        notebook(
          '{"cell_type":"code","source":"function applied(f, n) { return f(n) + 1 }\\nfunction eachOf() {}\\nfunction opened() {}\\nclass Box {}"}',
        ),
      ),
    /this is 92-lent, not 91-vault/,
  ],
  [
    "an assignment with a path for its name",
    "path.ipynb",
    (p) => writeFileSync(p, notebook("", '"nabla":{"assignment":"../../../../etc"}')),
    /unknown assignment|cannot tell which/,
  ],
  [
    "two submissions of one learner",
    "BOB.ipynb",
    (p) => {
      writeFileSync(p, "{}");
      writeFileSync(join(dirname(p), "bob.ipynb"), "{}");
    },
    /^two submissions of one name/,
  ],
  [
    "a name that a spreadsheet would run",
    '=HYPERLINK(x),"y".ipynb',
    (p) => writeFileSync(p, "{}"),
    /not a notebook of nbformat 4/,
  ],
  ["an empty file", "empty.ipynb", (p) => writeFileSync(p, ""), /the file is empty/],
  ["a notebook that is null", "null.ipynb", (p) => writeFileSync(p, "null"), /not a notebook of nbformat 4/],
];

const hardened = await layersHere();

for (const [where, layers] of Object.entries({ "Deno alone": plain, "all layers": hardened }))
  describe(`hostile files on ${where}`, function () {
    this.timeout(120_000);
    let base: string;
    let outcome: ClassOutcome;
    const notes: string[] = [];

    before(async function () {
      if (process.platform === "win32") this.skip();
      await buildChild();
      base = mkdtempSync(join(tmpdir(), "nabla-files-"));
      const folder = join(base, "submissions");
      for (const name of ["submissions", "anna"]) mkdirSync(join(base, name));
      writeFileSync(join(base, "secret.txt"), canaryLabel);
      writeFileSync(join(folder, "anna.ipynb"), await solvedNotebook(join(root, "91-vault")));
      for (const [, name, make] of rows) make(join(folder, name), base);
      const note = (line: string): void => void notes.push(line);
      outcome = await gradeClass({
        folder,
        out: join(base, "out"),
        root,
        layers: [layers],
        workers: 1,
        note,
      });
    });
    after(() => base && rmSync(base, { recursive: true }));

    for (const [title, name, , says] of rows)
      it(title, function () {
        if (!readdirSync(join(base, "submissions")).includes(name)) return this.skip(); // no leave to make it
        const record = outcome.records.find((r) => r.file === name || r.file.startsWith(`${name}/`));
        if (typeof says === "number") expect(record!.result!.points).to.equal(says);
        else {
          const said = [record?.reason ?? "", ...notes.filter((line) => line.includes(name))];
          expect(said).to.satisfy((lines: string[]) => lines.some((line) => says.test(line)));
          expect(record?.result ?? null).to.equal(null);
        }
      });

    it("leave the honest one what it has, and tell no canary", () => {
      expect(outcome.records.find((r) => r.learner === "anna")!.result!.points).to.equal(20);
      const said = [classReport(outcome.records, false), notes.join("\n"), ...everyFile(join(base, "out"))];
      for (const text of said)
        for (const canary of canaries) expect(text.includes(canary), canary).to.equal(false);
    });

    it("are told when two are the same", () => {
      expect(classReport(outcome.records, false)).to.match(
        /the same code, comments included: a reason to look, no proof\n( {2}.*copy.*twin.*|.*twin.*)/,
      );
    });
  });

describe("readNotebookBytes", () => {
  it("does not follow a link that came between the look and the opening", async function () {
    if (process.platform === "win32") this.skip();
    const folder = mkdtempSync(join(tmpdir(), "nabla-link-"));
    try {
      writeFileSync(join(folder, "secret.txt"), canaryLabel);
      symlinkSync(join(folder, "secret.txt"), join(folder, "a.ipynb"));
      const path = join(folder, "a.ipynb");
      const read = await readNotebookBytes(path, "a.ipynb", {});
      expect(read.toString()).to.equal(canaryLabel); // somebody's own file by name
      const refused = await readNotebookBytes(path, "a.ipynb", { follows: false }).catch(
        (error: Error) => error.message,
      );
      expect(refused).to.match(/^a\.ipynb: cannot be read \(E(LOOP|MLINK)\)/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function everyFile(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"));
}
