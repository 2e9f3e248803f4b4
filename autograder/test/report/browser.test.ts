// The HTML feedback in a real browser: nothing in it runs, its style sheet holds, it fits a telephone, and it can be read in
// the light and in the dark.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "chai";
import type { Browser, Page } from "playwright-core";
import { openBrowser } from "../../../lab/test/support/browser.js";
import { htmlReport } from "../../src/report/html.js";
import { learnerView } from "../../src/report/learner-view.js";
import type { Result } from "../../src/result.js";
import { exercise, failed, noted, passed, resultOf } from "./sample.js";

const attempts = [
  "<script>document.title = 'ran'</script>",
  "<img src=x onerror=\"document.title = 'ran'\">",
  "<svg onload=\"document.title = 'ran'\">",
  "<iframe srcdoc=\"<script>parent.document.title = 'ran'</script>\"></iframe>",
  "<a href=\"javascript:document.title = 'ran'\" autofocus onfocus=\"document.title = 'ran'\">a</a>",
  "<style>body { display: none }</style><link rel=stylesheet href=http://x.invalid/a.css>",
  "<meta http-equiv=refresh content='0;url=http://x.invalid/'>",
  "<details open ontoggle=\"document.title = 'ran'\">",
];
/** A policy does not forbid a page to go elsewhere. */
const scripts = attempts.filter((attempt) => !attempt.includes("refresh"));
const hostile = `"'></p></title></style>${attempts.join("")}<!--`;

/** With this text everywhere. */
function resultWith(text: string): Result {
  const tests = [failed(text, 1, text, { hint: text }), passed(text, 1)];
  const list = [exercise(text, tests), exercise(text, [], { status: "missing", reason: text })];
  return resultOf(list, {
    warnings: [noted(text), noted(text, "note")],
    assignment: { id: text, title: text, version: text },
    notebook: { file: text, sha256: text, release: null },
  });
}

const long = "aWordWithoutAnyPlaceWhereItCouldBeBroken".repeat(8);
const many = resultOf([
  exercise(
    "lModelBackward",
    Array.from({ length: 100 }, (_, i) =>
      i % 3 === 0
        ? failed(`holds on layer ${i}`, 1, `${"dW1 has shape (4, 3), expected (3, 4). ".repeat(6)}`)
        : passed(`t ${i}`, 1),
    ),
  ),
]);

describe("the HTML feedback in a browser", function () {
  this.timeout(120_000);
  let browser: Browser;
  let folder: string;
  const asked: string[] = [];

  before(async function () {
    browser = await openBrowser(this);
    folder = mkdtempSync(join(tmpdir(), "nabla-feedback-"));
  });
  after(async () => {
    await browser?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const opened = async (html: string, look: { width?: number; dark?: boolean } = {}): Promise<Page> => {
    const { width = 1000, dark = false } = look;
    const page = await browser.newPage({
      viewport: { width, height: 800 },
      colorScheme: dark ? "dark" : "light",
    });
    asked.length = 0;
    page.on("request", (request) => asked.push(request.url()));
    const path = join(folder, "feedback.html");
    writeFileSync(path, html);
    await page.goto(pathToFileURL(path).href);
    return page;
  };
  const reportOf = (result: Result): string => htmlReport(learnerView(result, "now"));

  it("runs nothing of what a learner wrote, and asks for nothing", async () => {
    const page = await opened(reportOf(resultWith(hostile)));
    expect(await page.title()).to.equal(`Feedback: ${hostile}`);
    const made = await page.locator("script, img, iframe, a, link, svg[onload], body style").count();
    expect(made).to.equal(0);
    expect(asked).to.have.length(1);
    expect(await page.locator(".fail .title").innerText()).to.equal(hostile);
  });

  it("would run nothing even if it came through: its policy forbids it", async () => {
    const html = reportOf(resultOf([exercise("f", [passed("t", 1)])]));
    const page = await opened(html.replace("</main>", () => `${scripts.join("\n")}</details></main>`));
    expect(await page.locator("main img").count()).to.equal(1);
    expect(await page.title()).to.equal("Feedback: Vectors");
    expect(await page.locator("main").isVisible()).to.equal(true);
    expect(asked.filter((url) => !url.startsWith("file:") && !url.startsWith("about:"))).to.deep.equal([]);
  });

  for (const [what, result] of Object.entries({
    "long words": resultWith(long),
    "a hundred tests": many,
    "a name from right to left": resultWith("\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627.ipynb"),
  }))
    it(`fits a telephone with ${what}`, async () => {
      const page = await opened(reportOf(result), { width: 360 });
      expect(await page.evaluate<number>("document.documentElement.scrollWidth")).to.equal(360);
    });

  for (const dark of [false, true])
    it(`can be read in the ${dark ? "dark" : "light"}: contrast is 4.5 at least`, async () => {
      const page = await opened(reportOf(resultWith("x")), { dark });
      const ratios = await page.evaluate<[string, number][]>(contrasts);
      expect(ratios).to.have.length.above(15);
      for (const [text, ratio] of ratios) expect(ratio, text).to.be.at.least(4.5);
    });
});

/** Of every element with words of its own: the contrast with what is behind it, as WCAG 2 has it. */
const contrasts = `(() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = numbers(colour).map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (e) => {
    const own = getComputedStyle(e).backgroundColor;
    return numbers(own)[3] === 0 ? behind(e.parentElement) : own;
  };
  const hasWords = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim() !== "");
  return [...document.querySelectorAll("main *")].filter(hasWords).map((e) => {
    const style = getComputedStyle(e);
    const colour = e.namespaceURI.endsWith("svg") ? style.fill : style.color;
    const [a, b] = [light(colour), light(behind(e))].sort((x, y) => y - x);
    return [e.className + ": " + e.textContent, (a + 0.05) / (b + 0.05)];
  });
})()`;
