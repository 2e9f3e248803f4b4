// No sentence that a learner may read stands outside the catalogue: by what the source holds, and by notebooks about which
// extraction has something to say, told in words that are marked.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import type { Said } from "kernel-lib";
import ts from "typescript";
import { extract } from "../../src/extract/extract.js";
import { Model } from "../../src/extract/model.js";
import type { Extraction, ExtractRequest } from "../../src/extract/types.js";
import { type Catalogue, en } from "../../src/messages/en.js";
import { english, wordsOf } from "../../src/messages/say.js";
import { refusal, thrownWords } from "../../src/sandbox/refusals.js";
import { cells } from "../helpers.js";

const src = fileURLToPath(new URL("../../src", import.meta.url));

/** Three words in a row. */
const sentence = /\p{L}+[,:;]? \p{Ll}+[,:;]? \p{L}+/u;

/** Texts that a program can say, by the file they stand in. @param skipped - whose arguments are for somebody else */
function sentencesIn(folder: string, skipped: RegExp): string[] {
  const files = readdirSync(`${src}/${folder}`, { recursive: true, encoding: "utf8" });
  const found: string[] = [];
  for (const file of files.filter((name) => name.endsWith(".ts"))) {
    const text = readFileSync(`${src}/${folder}/${file}`, "utf8");
    const visit = (node: ts.Node): void => {
      if (ts.isNewExpression(node) && skipped.test(node.expression.getText())) return;
      const isText = ts.isStringLiteralLike(node) || ts.isTemplateHead(node);
      if ((isText || ts.isTemplateMiddleOrTemplateTail(node)) && sentence.test(node.text))
        found.push(`${folder}/${file}: ${node.text}`);
      node.forEachChild(visit);
    };
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true));
  }
  return found;
}

const nobody = /^$/;
/** Somebody who writes an assignment reads it. */
const author = /^(Trouble|BrokenAssignment)$/;

describe("the catalogue of messages", () => {
  for (const [folder, skipped] of Object.entries({
    extract: nobody,
    notebook: nobody,
    judge: author,
    report: nobody,
    export: author,
  }))
    it(`has every sentence of src/${folder}`, () => {
      const lists = /(globals|style|formats)\.ts: /; // names of the language, a style sheet, help for instructors
      expect(sentencesIn(folder, skipped).filter((line) => !lists.test(line))).to.deep.equal([]);
    });

  it("knows every reason of the child's for not sending a value", () => {
    const files = [
      "wire/encode",
      "wire/writer",
      "wire/tensor-codec",
      "sandbox/child/serve",
      "sandbox/child/refs",
    ];
    const thrown = files.flatMap((file) => [
      ...readFileSync(`${src}/${file}.ts`, "utf8").matchAll(/new WireError\((["`])(.*?)\1\)/g),
    ]);
    const reasons = thrown
      .map(([, , words]) => words!.replace(/\$\{name\}/, "BigInt64Array").replace(/\$\{.*?\}(?!\))/g, "7"))
      .filter((words) => words !== "no such instance"); // the judge knows which there are
    expect(reasons).to.have.length.above(12);
    const ids = reasons.map((words) => refusal(words).id);
    const known = Object.keys(en).filter((id) => id.startsWith("refused."));
    expect(new Set([...ids, refusal("anything else").id])).to.deep.equal(new Set(known));
    expect(ids).to.not.include("refused.other");
    expect(english.all([refusal("a list has no entry 7")])).to.equal("a list has no entry 7");
  });

  it("knows what the child throws by itself into a learner's code", () => {
    const scrub = readFileSync(`${src}/sandbox/child/scrub.ts`, "utf8");
    const [[, words] = [], ...more] = [...scrub.matchAll(/new \w*Error\("(.*?)"\)/g)];
    expect(more).to.deep.equal([]);
    expect(thrownWords(words!)).to.deep.equal({ id: "error.strings", params: {} });
    expect(english.all([thrownWords(words!)])).to.equal(words);
    expect(english.all([thrownWords("no such {name}")])).to.equal("no such {name}");
  });

  const stub = 'throw new Error("double is still to be written");';
  const release = [
    ["import * as np from 'kernel-lib';"],
    [`function double(v: number) { ${stub} }`],
    [`function triple(v: number) { ${stub.replace("double", "triple")} }`],
  ];
  const reference = "function double(v) { return 2 * v; }\nfunction triple(v) { return 3 * v; }";
  const model = new Model(cells(...release.flat()), reference, { otherCells: [], release: "1" });
  const of = (sources: string[], more: Partial<ExtractRequest> = {}): Extraction =>
    extract(
      {
        cells: cells(...sources),
        release: "1",
        exercises: [
          { name: "double", calls: [] },
          { name: "triple", calls: [] },
        ],
        ...more,
      },
      model,
    );
  const triple = "const triple = (v) => 3 * v;";
  const d = "const double = (v) => 2 * v;";
  const notebooks: Extraction[] = [
    of([`const x = "${"a".repeat(200_001)}"`, "(".repeat(400), "function ({", d, triple]),
    of([d, d, triple, triple, triple]),
    of([
      `${d} ${d.replace("const", "var")}`,
      triple,
      `function triple(v: number) { ${stub.replace("double", "triple")} }`,
    ]),
    of([triple], { otherCells: [{ number: 9, source: d }] }),
    ...["d\u043Euble", "d\u03BFuble", "\uFF44ouble", "doubel", "duoble"].map((name) =>
      of([`const ${name} = (v) => 2 * v;`, triple]),
    ),
    of(["const doubel = 7;", triple]),
    of([triple, d]),
    of([`${d}\n${triple}`], { release: null }),
    of([d, triple], { release: "0" }),
    of(["const double = (v) => {", "return 2 * v; };", triple]),
    of(["const double = await fetch('x');", "const triple = (v) => import(v);"]),
    of(
      [
        "import { y } from 'y';",
        "const double = (v) => y(v);",
        "const triple = (v) => np.nn.x(v) + np;",
        "import * as np from 'kernel-lib';",
      ],
      {
        withhold: ["nn"],
      },
    ),
    of(["const w = await 1;", `function double(v) { if (v) ${stub} return w + q; }`, triple]),
    of(["async function double(v) { return 2 * v; }", "const triple = function (v) { return 3 * v; };"]),
    of([
      "const two = 2;",
      "function double(v: number): number;\nfunction double(v) { return two * v; }",
      `{ ${triple} }`,
    ]),
    of([
      "{ function double(v) { return 2 * v; } }",
      "// EXERCISE: triple\n",
      triple.replace("(v) => 3 * v", "Math.exp"),
    ]),
  ];
  const said = (extraction: Extraction): Said[] => [
    ...extraction.warnings.flatMap((w) => w.said),
    ...extraction.functions.flatMap((f) => f.reasonSaid ?? []),
  ];

  it("says all that extraction can say in these notebooks", () => {
    const used = new Set(notebooks.flatMap(said).map(({ id }) => id));
    const known = Object.keys(en).filter((id) => /^(extract|letter)\./.test(id));
    expect(known.filter((id) => !used.has(id))).to.deep.equal([]);
  });

  it("says what extraction finds in words of its own only", () => {
    const marked = wordsOf(
      Object.fromEntries(Object.entries(en).map(([id, text]) => [id, `⟦${text}⟧`])) as Catalogue,
    );
    for (const part of notebooks.flatMap(said)) {
      expect(marked.all([part])).to.match(/^⟦.*⟧$/s);
      const foreign = Object.entries(part.params).filter(([, value]) => sentence.test(String(value)));
      // The compiler's own words; its translations have the same numbers.
      expect(part.id === "extract.syntax" ? [] : foreign, part.id).to.deep.equal([]);
    }
  });

  it("gives in English what the phrases give", () => {
    const { all } = wordsOf(en);
    for (const { warnings, functions } of notebooks) {
      for (const w of warnings) expect(w.message).to.equal(all(w.said));
      for (const f of functions) expect(f.reason).to.equal(f.reasonSaid && all(f.reasonSaid));
    }
  });
});
