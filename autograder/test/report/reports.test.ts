import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import { type Catalogue, en } from "../../src/messages/en.js";
import { english, said, type Words, wordsOf } from "../../src/messages/say.js";
import { htmlReport } from "../../src/report/html.js";
import { learnerView } from "../../src/report/learner-view.js";
import { markdownReport } from "../../src/report/markdown.js";
import { terminalReport } from "../../src/report/terminal.js";
import { wrap } from "../../src/report/wrap.js";
import type { Result } from "../../src/result.js";
import { exercise, failed, noted, passed, resultOf } from "./sample.js";

const reports: [string, (result: Result, words: Words) => string][] = [
  ["terminal", (r, words) => terminalReport(r, { color: true, verbose: true, words })],
  ["Markdown", (r, words) => markdownReport(learnerView(r, "now"), words)],
  ["HTML", (r, words) => htmlReport(learnerView(r, "now"), words)],
];

/** Names and titles without letters: every letter in a report of it is the report's own. */
function letterless(): Result {
  const wrong = exercise("1", [
    passed("2", 1),
    failed("3", 1, "4", {
      hint: "5",
      said: [said("learner.threw", { name: "6", error: said("error.some") })],
    }),
    passed("7", 1, "never"),
  ]);
  const idle = exercise("8", [], { status: "not_started" });
  const missing = exercise("9", [], { status: "missing", reason: "10" });
  const warnings = [noted("11"), noted("19", "note")];
  const assignment = { id: "12", title: "13", version: "1.0.0" };
  const notebook = { file: "14", sha256: "15", release: null };
  return resultOf([wrong, exercise("16", [passed("17", 1)]), idle, missing], {
    warnings,
    assignment,
    notebook,
    suite: "18",
  });
}

/** What a person reads of it. */
function read(report: string): string {
  return (
    report
      .replace(/<(head|style)>.*?<\/\1>/gs, "")
      .replace(/ (?:title|aria-label)="([^"]*)"/g, ">$1<")
      .replace(/<[^>]*>/g, " ")
      .replace(/&#?\w+;/g, " ")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colours
      .replace(/\u001b\[\d+m/g, "")
  );
}

describe("reports", () => {
  const bracketed = Object.fromEntries(
    Object.entries(en).map(([id, text]) => [id, `⟦${text}⟧`]),
  ) as Catalogue;

  for (const [name, report] of reports)
    it(`say everything in the words of the catalogue: ${name}`, () => {
      let text = read(report(letterless(), wordsOf(bracketed)));
      expect(text).to.match(/⟦.*\p{L}/u);
      for (let before = ""; before !== text; ) [before, text] = [text, text.replace(/⟦[^⟦⟧]*⟧/g, "")];
      expect(text).to.not.match(/\p{L}/u);
    });

  it("use every phrase of the catalogue", () => {
    const src = fileURLToPath(new URL("../../src", import.meta.url));
    const library = fileURLToPath(new URL("../../../kernel-lib/src/testing", import.meta.url));
    const code = [src, library]
      .flatMap((folder) =>
        readdirSync(folder, { recursive: true, encoding: "utf8" }).map((f) => `${folder}/${f}`),
      )
      .filter((file) => file.endsWith(".ts") && !/(messages.en|phrases)\.ts$/.test(file))
      .map((file) => readFileSync(file, "utf8"))
      .join("\n");
    const built =
      /^(learner|clue|kind|letter|extract\.(too|syntax|duplicate)|report\.status|report\.(ok|fail|skip|rlimits|seccomp|bubblewrap|waiting|hidden)|mistake)/;
    const unused = Object.keys(en).filter((id) => !built.test(id) && !code.includes(`"${id}"`));
    expect(unused).to.deep.equal([]);
  });

  it("say where to see what was thrown", () => {
    const threw = [said("learner.threw", { name: "f", error: said("error.some") })];
    const view = learnerView(resultOf([exercise("f", [failed("t", 1, "", { said: threw })])]), "now");
    const hint = "npx autograder check anna.ipynb shows what is thrown on the public examples";
    for (const report of [
      htmlReport(view),
      markdownReport(view),
      terminalReport(view, { color: false, verbose: false }),
    ])
      expect(report).to.include(hint);
  });

  it("breaks lines between words and indents what follows", () => {
    expect(wrap("  fail  one two three four", 18, 8)).to.equal("  fail  one two\n        three four");
    expect(wrap("  fail  one two three four", null, 8)).to.equal("  fail  one two three four");
    expect(wrap("\u001b[31mfail\u001b[0m one two", 12, 2)).to.equal("\u001b[31mfail\u001b[0m one two");
    expect(wrap("unbreakably-long-word x", 5, 2)).to.equal("unbreakably-long-word\n  x");
  });

  it("keep within the terminal's width", () => {
    const text = terminalReport(
      resultOf([exercise("f", [failed("a title of some length", 1, "word ".repeat(40).trim())])]),
      {
        color: false,
        verbose: false,
        width: 60,
      },
    );
    for (const line of text.split("\n")) expect(line.length).to.be.at.most(60);
  });
});

const hostile = `</title></style><script>alert(1)</script><img src=x onerror="alert(2)">' javascript:alert(3) &amp;\u0007`;

describe("htmlReport", () => {
  const of = (text: string): string => {
    const tests = [failed(text, 1, text, { hint: text })];
    const warnings = [noted(text), noted(text, "note")];
    const assignment = { id: text, title: text, version: text };
    const notebook = { file: text, sha256: text, release: null };
    const list = [exercise(text, tests), exercise(text, [], { status: "missing", reason: text })];
    return htmlReport(learnerView(resultOf(list, { warnings, assignment, notebook }), "now"));
  };

  it("shows whatever stands in a result as text", () => {
    const tags = (html: string): string[] => html.match(/<[^>]*>/g)!;
    const benign = tags(of("x")).map((tag) => tag.replace(/"[^"]*"/g, ""));
    expect(tags(of(hostile)).map((tag) => tag.replace(/"[^"]*"/g, ""))).to.deep.equal(benign);
    expect(of(hostile)).to.include("&lt;script&gt;alert(1)");
    expect(of(hostile)).to.not.include("\u0007");
  });

  it("has no scripts, nothing from elsewhere, and a policy against both", () => {
    const html = of("x");
    expect(html).to.match(
      /Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[\w+/=]{44}'/,
    );
    expect(html).to.not.match(/<script|<link|<iframe|<img|\ssrc=|\shref=|url\(|@import|\sstyle=|\son\w+=/);
  });

  it("is readable in the dark and on paper", () => {
    expect(of("x")).to.include("@media (prefers-color-scheme: dark)").and.to.include("@media print");
  });

  it("opens what is not right yet, or missing for a reason, and folds the rest", () => {
    const missing = exercise("h", [], { status: "missing", reason: "why" });
    const list = [exercise("f", [failed("t", 1, "m")]), exercise("g", [passed("t", 1)]), missing];
    const html = htmlReport(learnerView(resultOf(list), "now"));
    expect(html).to.include('<details class="wrong" open>').and.to.include('<details class="full">');
    expect(html).to.include('<details class="missing" open>');
  });
});

describe("markdownReport", () => {
  const of = (text: string): string =>
    markdownReport(learnerView(resultOf([exercise("f", [failed(text, 1, text, { hint: text })])]), "now"));

  const cases: [string, string][] = [
    ["<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"],
    ["[a](https://x.example)", "\\[a\\](https\u200B://x.example)"],
    ["![a](b) **bold** `code`", "\\!\\[a\\](b) \\*\\*bold\\*\\* \\`code\\`"],
    ["@everyone a@b | c", "@\u200Beveryone a@\u200Bb \\| c"],
    ["- item", "\\- item"],
    ["1. item", "1\\. item"],
    ["-1.5 and 2.5", "-1.5 and 2.5"],
    ["a\n\n# b", "a \\# b"],
  ];
  for (const [text, written] of cases)
    it(`writes ${JSON.stringify(text)} as text`, () => {
      expect(of(text)).to.include(
        `\n- ✗ ${written}: ${written}\n  *hint: ${written.replace(/^(\d*)\\([-.])/, "$1$2")}*`,
      );
    });
});

describe("the words of a language", () => {
  it("fill in what is known and what is said itself", () => {
    expect(english("learner.timeout", { name: "f", seconds: 2.5 })).to.equal(
      "f did not return within 2.5 s: is there a loop without end?",
    );
    expect(english("learner.threw", { name: "f", error: said("error.some") })).to.equal("f threw an error");
  });
});
