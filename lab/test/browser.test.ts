// JupyterLab as a learner sees it, in a real browser.

import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import type { Browser } from "playwright-core";
import { openBrowser, openNotebook, runAll } from "./support/browser.js";
import { callLab, type Lab, makeFolder, startLab, writeNotebook } from "./support/lab.js";
import { solvedPath, writeSolved } from "./support/solved.js";

const figure = `{ data: [{ y: [3, 1, 2] }], layout: { title: { text: "first title" } } }`;
const mime = "application/vnd.plotly.v1+json";
const colourOf = "(text) => getComputedStyle(text).fill"; // as text: it runs in the page
const show = (json: string): string =>
  `import * as tslab from "tslab"; tslab.display.raw("${mime}", ${json} as any);`;

describe("JupyterLab in the browser", function () {
  this.timeout(120_000);
  let folder: string;
  let lab: Lab;
  let browser: Browser;

  before(async function () {
    browser = await openBrowser(this);
    folder = makeFolder();
    lab = await startLab(folder);
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
    expect(Object.values(specs.kernelspecs).map(({ spec }) => spec.display_name)).to.have.members([
      "TypeScript",
      "tslab (stock)",
    ]);
  });

  it("draws a figure as wide as its cell, and talks to no other machine", async () => {
    const outside: string[] = [];
    writeNotebook(join(folder, "figure.ipynb"), [{ code: show(figure) }]);
    const page = await openNotebook(browser, lab.url, "figure.ipynb", outside);
    await runAll(page);
    const plot = page.locator(".js-plotly-plot .main-svg").first();
    await plot.waitFor();
    const before = (await plot.boundingBox())!.width;
    await page.setViewportSize({ width: 900, height: 1000 });
    await page.waitForFunction(
      `document.querySelector(".js-plotly-plot .main-svg").getBoundingClientRect().width < ${before - 300}`,
    );
    expect(await page.getByText("first title").count()).to.equal(1);
    expect(outside).to.deep.equal([]);
    await page.close();
  });

  it("draws the figure of an untrusted notebook that nobody has run", async () => {
    const bundle = { [mime]: { data: [{ y: [1, 2] }], layout: {} }, "text/html": "<b>static</b>" };
    const output = { output_type: "display_data", metadata: {}, data: bundle };
    const cell = {
      id: "a",
      cell_type: "code",
      metadata: {},
      execution_count: 1,
      source: "",
      outputs: [output],
    };
    const kernelspec = { name: "typescript", display_name: "TypeScript", language: "typescript" };
    const notebook = { cells: [cell], metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 };
    writeFileSync(join(folder, "foreign.ipynb"), JSON.stringify(notebook));
    const page = await openNotebook(browser, lab.url, "foreign.ipynb");
    await page.locator(".js-plotly-plot .main-svg").first().waitFor();
    expect(await page.getByText("static", { exact: true }).count()).to.equal(0);
    await page.close();
  });

  it("replaces a figure in place when it is updated", async () => {
    const draw = `const display = tslab.newDisplay(); display.raw("${mime}", ${figure} as any);`;
    const again = `display.raw("${mime}", ${figure.replace("first", "second")} as any);`;
    writeNotebook(join(folder, "update.ipynb"), [
      { code: `import * as tslab from "tslab";\n${draw}` },
      { code: again },
    ]);
    const page = await openNotebook(browser, lab.url, "update.ipynb");
    await runAll(page);
    const title = page.getByText("second title");
    await title.waitFor();
    expect(await page.locator(".js-plotly-plot").count()).to.equal(1);
    expect(await page.getByText("first title").count()).to.equal(0);
    await page.close();
  });

  it("says in words why a malformed figure is not drawn", async () => {
    writeNotebook(join(folder, "malformed.ipynb"), [{ code: show(`{ data: 3 }`) }]);
    const page = await openNotebook(browser, lab.url, "malformed.ipynb");
    await runAll(page);
    const words = await page.locator(".nabla-plotly").textContent();
    expect(words).to.equal(
      "This figure cannot be drawn: a figure's data is a list of traces, got a value of type number",
    );
    await page.close();
  });

  it("follows the page into the dark", async () => {
    writeNotebook(join(folder, "dark.ipynb"), [{ code: show(figure) }]);
    const page = await openNotebook(browser, lab.url, "dark.ipynb");
    await runAll(page);
    const title = page.locator(".js-plotly-plot .gtitle");
    await title.waitFor();
    const light = await title.evaluate(colourOf);
    await page.getByRole("menuitem", { name: "Settings", exact: true }).click();
    await page.getByText("Theme", { exact: true }).hover();
    await page.getByText("JupyterLab Dark", { exact: true }).click();
    await page.waitForFunction(
      `(${colourOf})(document.querySelector(".js-plotly-plot .gtitle")) !== "${light}"`,
    );
    await page.close();
  });

  it("runs the solved assignment from top to bottom: plots drawn, checks passed, no error", async () => {
    await writeSolved(folder);
    const page = await openNotebook(browser, lab.url, solvedPath);
    await runAll(page);
    for (const kind of ["error", "stderr"]) {
      const outputs = page.locator(`[data-mime-type="application/vnd.jupyter.${kind}"]`);
      expect(await outputs.allInnerTexts(), kind).to.deep.equal([]);
    }
    const text = (await page.locator(".jp-OutputArea-output").allInnerTexts()).join("\n");
    expect(text).to.match(/sigmoid: (\d+) of \1 checks passed/);
    expect(text).to.match(/model: (\d+) of \1 checks passed/);
    await page.locator(".js-plotly-plot .main-svg").first().waitFor();
    expect(await page.locator(".nabla-plotly:not(.js-plotly-plot)").count()).to.equal(0);
    await page.close();
  });
});
