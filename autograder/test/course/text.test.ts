// What every notebook tells its reader: what it is good for, how long it takes, the way back after a break, each symbol in a
// table with its shape, what a check prints and the usual mistake, and questions at the end.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { assignmentsFolder } from "../../src/assignment.js";
import { parsePercent } from "../../src/release/index.js";

const ids = readdirSync(assignmentsFolder).filter((name) => /^\d\d-/.test(name));

/** Formulas between dollars, without code. */
const formulasIn = (text: string): string[] =>
  [...text.replace(/```[\s\S]*?```|``.*?``|`[^`]*`/g, "").matchAll(/\$\$([\s\S]*?)\$\$|\$([^$]*)\$/g)].map(
    ([, display, inline]) => display ?? inline ?? "",
  );

/** The letters that stand for something: Latin, Greek, script; words and TeX's own commands are none. */
function symbolsOf(formula: string): string[] {
  const bare = formula
    .replace(/\\(text|mathrm|begin|end)\{[^}]*\}/g, " ")
    .replace(/\\mathcal\{(.)\}/g, " $1 ")
    .replace(/\^\{?(\[.\]|\([a-z]\))*T\}?/g, " ") // transposed
    .replace(/d([AbWZ])/g, " $1 ") // a slope has the letter of its variable
    .replace(/\\(?!(alpha|sigma|theta|varepsilon|partial)\b)[a-zA-Z]+/g, " ");
  return bare.match(/\\[a-z]+|[A-Za-z]/g) ?? [];
}

/** Letters with one meaning everywhere: counters, Euler's number, partial derivatives. */
const known = new Set(["i", "j", "k", "l", "e", "\\partial"]);

for (const id of ids)
  describe(`the text of ${id}`, () => {
    const cells = parsePercent(readFileSync(join(assignmentsFolder, id, "notebook.ts"), "utf8"));
    const text = cells.filter((cell) => cell.kind === "markdown");
    const sourceOf = (name: string): string => text.find((cell) => cell.id === name)?.source ?? "";

    it("begins with three things one can do afterwards, what to know before, the time it takes and the way back", () => {
      const title = sourceOf("title");
      expect(title.match(/^- \*[\w ]+\*/gm)).to.have.length(3);
      expect(title)
        .to.match(/\*\*By the end you can\*\*[\s\S]*\*\*Before you start\*\*/)
        .and.to.match(/\*\*Time\*\*: about [\w ]*hour/)
        .and.to.include("Run All Above Selected Cell");
    });

    it("has every symbol of its formulas in a table with its shape or beneath it", () => {
      const notation = sourceOf("notation");
      expect(notation).to.include("| symbol | code | shape | meaning |");
      const explained = new Set([...known, ...formulasIn(notation).flatMap(symbolsOf)]);
      const used = text.flatMap(({ source }) => formulasIn(source)).flatMap(symbolsOf);
      expect([...new Set(used)].filter((symbol) => !explained.has(symbol))).to.deep.equal([]);
    });

    it("says after every check what is expected and which mistake is usual", () => {
      for (const exercise of cells.flatMap((cell) => (cell.role === "exercise" ? [cell.exercise!] : []))) {
        const after = sourceOf(`${exercise}-expected`);
        expect(after, exercise).to.match(/^Expected[\s\S]*```text\n/);
        expect(after, exercise).to.match(/\*The usual mistakes?\*/);
      }
    });

    it("ends with new words, five questions, what to try and how to hand in", () => {
      const end = sourceOf("end");
      expect(end.match(/^\d\. /gm)).to.deep.equal(["1. ", "2. ", "3. ", "4. ", "5. "]);
      for (const part of ["**New words**", "**Five questions**", "**What to try**", "**Hand in**"])
        expect(end).to.include(part);
      expect(end).to.include(`npx autograder check notebooks/${id}.ipynb`);
    });
  });
