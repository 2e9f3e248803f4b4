// JupyterLab as a learner sees it, in a real browser.

import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Browser, Locator, Page } from "playwright-core";
import { openBrowser, openNotebook, runAll } from "./support/browser.js";
import { callLab, type Lab, makeFolder, startLab, writeNotebook } from "./support/lab.js";
import { writeSolved } from "./support/solved.js";

const mime = "application/vnd.plotly.v1+json";
const figure = (title: string): string =>
  `{ data: [{ y: [3, 1, 2] }], layout: { title: { text: "${title}" } } } as any`;

/** Eight portions on a clock that the cell itself sets; the first run goes on for ever after three of them. */
const training = [
  { code: 'import * as np from "kernel-lib";' },
  { code: "const costs: number[] = [];" },
  {
    code: `
const halts = costs.length === 0;
const clock = performance.now;
let time = 0;
performance.now = () => time;
const live = np.plot.liveCurve({ every: 100 });
costs.forEach(live.add);
try {
  for await (const _ of np.progress(8 - costs.length, { label: "portions" })) {
    if (halts && costs.length === 3) {
      performance.now = clock;
      for (;;) await np.tick();
    }
    costs.push(1 / (1 + costs.length));
    live.add(costs.at(-1)!);
    time += 300;
  }
} finally {
  live.done();
  performance.now = clock;
}`,
  },
];
const colourOf = "(text) => getComputedStyle(text).fill"; // as text: it runs in the page

describe("JupyterLab in the browser", function () {
  this.timeout(400_000);
  let folder: string;
  let lab: Lab;
  let browser: Browser;

  before(async function () {
    browser = await openBrowser(this);
    folder = makeFolder();
    lab = await startLab(folder, { CI: undefined }); // the kernel inherits it, and would leave out what a person sees
  });

  after(async () => {
    await browser?.close();
    await lab?.stop();
    if (folder) rmSync(folder, { recursive: true });
  });

  it("offers two kernels, TypeScript first", async () => {
    const specs = (await callLab(lab, "GET", "/api/kernelspecs")) as {
      default: string;
      kernelspecs: Record<string, { spec: { display_name: string } }>;
    };
    expect(specs.default).to.equal("typescript");
    const names = Object.values(specs.kernelspecs).map(({ spec }) => spec.display_name);
    expect(names).to.have.members(["TypeScript", "tslab (stock)"]);
  });

  describe("figures", () => {
    const outside: string[] = [];
    let page: Page;

    before(async () => {
      writeNotebook(join(folder, "figures.ipynb"), [
        {
          code: `const bundle = (data: unknown) => ({ [Symbol.for("Jupyter.display")]: () => ({ "${mime}": data }) });`,
        },
        { code: `const handle = display(bundle(${figure("first title")}));` },
        { code: `handle.update(bundle(${figure("second title")}));` },
        { code: `display(bundle({ data: 3 }));` },
        { code: 'import * as np from "kernel-lib";\nnp.array([[1, 2.5], [3, 4]])' },
      ]);
      page = await openNotebook(browser, lab.url, "figures.ipynb", outside);
      await runAll(page);
    });
    after(() => page?.close());

    it("are drawn, and replaced in place when they are updated", async () => {
      const titles = page.locator(".js-plotly-plot .gtitle");
      await titles.getByText("second title").waitFor();
      expect(await titles.allTextContents()).to.deep.equal(["second title"]);
    });

    it("are as wide as the cell, also after the window changes", async () => {
      const width = `document.querySelector(".js-plotly-plot .main-svg").getBoundingClientRect().width`;
      const before = await page.evaluate<number>(width);
      await page.setViewportSize({ width: 900, height: 1000 });
      await page.waitForFunction(`${width} < ${before - 300}`);
    });

    it("that are malformed say so in words", async () => {
      expect(await page.locator(".nabla-plotly-problem").allTextContents()).to.deep.equal([
        "This figure cannot be drawn: a figure's data is a list of traces, got a value of type number",
      ]);
    });

    it("of tensors are tables, which say what they are", async () => {
      const table = page.locator(".jp-RenderedHTML table");
      expect(await table.locator("caption").textContent()).to.equal("float64 (2, 2)");
      expect(await table.locator("td").allTextContents()).to.deep.equal([
        "1.\u00a0",
        "2.5",
        "3.\u00a0",
        "4.\u00a0",
      ]);
    });

    it("follow the page into the dark", async () => {
      const light = await page.locator(".js-plotly-plot .gtitle").evaluate(colourOf);
      const ink = "getComputedStyle(document.querySelector('.jp-RenderedHTML td')).color";
      const lightInk = await page.evaluate<string>(ink);
      await page.getByRole("menuitem", { name: "Settings", exact: true }).click();
      await page.getByText("Theme", { exact: true }).hover();
      await page.getByText("JupyterLab Dark", { exact: true }).click();
      await page.waitForFunction(
        `(${colourOf})(document.querySelector(".js-plotly-plot .gtitle")) !== "${light}"`,
      );
      await page.waitForFunction(`${ink} !== "${lightInk}"`);
    });

    it("need no other machine", () => {
      expect(outside).to.deep.equal([]);
    });
  });

  it("stops a training with the stop button; the curve and the line of its bar stay, and it goes on when it is run again", async () => {
    writeNotebook(join(folder, "training.ipynb"), training);
    const page = await openNotebook(browser, lab.url, "training.ipynb");
    await runAll(page, false);
    const points = page.locator(".js-plotly-plot .point");
    await points.nth(2).waitFor();
    await page.locator("progress").waitFor();
    await page.getByTitle(/^Interrupt the kernel/).click();
    await page.getByText("Interrupted: the cell was stopped; variables keep their values").waitFor();
    await page.getByText("portions: stopped after 3 of 8").waitFor();
    expect(await points.count()).to.equal(3);
    await page.locator(".jp-CodeCell .jp-Editor").last().click();
    await page.keyboard.press("Control+Enter");
    await page.getByText("portions: 5 in ").waitFor();
    await points.nth(7).waitFor();
    expect(await points.count()).to.equal(8);
    await page.close();
  });

  /** Presses a key at the end of a cell until it shows something: JupyterLab waits a second for a kernel, and gives up. */
  async function asked(page: Page, cell: Locator, key: string, shown: Locator): Promise<void> {
    for (let tries = 0; tries < 5 && !(await shown.isVisible()); tries++) {
      await page.keyboard.press("Escape");
      await cell.click();
      await page.keyboard.press("End");
      await page.keyboard.press(key);
      await shown.waitFor({ timeout: 5000 }).catch(() => undefined);
    }
    await shown.waitFor();
  }

  it("offers what may stand at the cursor, and shows documentation inside the parentheses of a call", async () => {
    writeNotebook(join(folder, "editor.ipynb"), [
      { code: "/** A step downhill. */\nfunction learn(rate: number): number { return rate; }" },
      { code: "Math.lo" },
      { code: "learn(" },
    ]);
    const page = await openNotebook(browser, lab.url, "editor.ipynb");
    const at = (index: number) => page.locator(".jp-Notebook .jp-Cell").nth(index).locator(".cm-content");
    await at(0).click();
    await page.keyboard.press("Shift+Enter");
    await page.getByText("[1]:").first().waitFor();
    const offered = page.locator(".jp-Completer-match");
    await asked(page, at(1), "Tab", offered.filter({ hasText: /^log2$/ }));
    expect(await offered.allTextContents()).to.include.members(["log", "log2"]);
    await page.keyboard.press("Escape");
    const words = page.locator(".jp-Tooltip");
    await asked(page, at(2), "Shift+Tab", words);
    expect(await words.textContent()).to.match(/learn\(rate: number\): number\s*A step downhill\./);
    await page.close();
  });

  it("draws the figure of an untrusted notebook that nobody has run", async () => {
    const data = { [mime]: { data: [{ y: [1, 2] }], layout: {} }, "text/html": "<b>static</b>" };
    const output = { output_type: "display_data", metadata: {}, data };
    writeNotebook(join(folder, "foreign.ipynb"), [{ code: "", outputs: [output] }]);
    const page = await openNotebook(browser, lab.url, "foreign.ipynb");
    await page.locator(".js-plotly-plot .main-svg").first().waitFor();
    expect(await page.getByText("static", { exact: true }).count()).to.equal(0);
    await page.close();
  });

  it("runs the solved assignment from top to bottom: plots drawn, checks passed, no error", async () => {
    const page = await openNotebook(browser, lab.url, await writeSolved(folder));
    await runAll(page);
    for (const kind of ["error", "stderr"]) {
      const outputs = page.locator(`[data-mime-type="application/vnd.jupyter.${kind}"]`);
      expect(await outputs.allTextContents(), kind).to.deep.equal([]);
    }
    const text = (await page.locator(".jp-OutputArea-output").allTextContents()).join("\n");
    expect(text).to.match(/sigmoid: (\d+) of \1 checks passed/);
    expect(text).to.match(/model: (\d+) of \1 checks passed/);
    await page.locator(".js-plotly-plot .main-svg").first().waitFor();
    expect(await page.locator(".nabla-plotly-problem").count()).to.equal(0);
    await page.close();
  });
});
