// Headless Chromium, the one installed on the machine: playwright-core drives it and downloads nothing.

import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const cure = "no Chromium found. Install it (apt install chromium) or say where it is (CHROMIUM=/path/to/it)";

/** Opens the browser; without one the suite is skipped in sight of everyone, and fails on CI. */
export async function openBrowser(suite: Mocha.Context): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? findOnPath(names);
  if (executablePath === undefined) {
    if (process.env.CI) throw new Error(cure);
    console.log(`      ${cure}`);
    return suite.skip();
  }
  const quiet = [
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", ...quiet];
  return chromium.launch({ executablePath, args, headless: true });
}

function findOnPath(wanted: string[]): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return wanted.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Opens a notebook in JupyterLab and waits for its kernel; `outside` collects requests that leave the machine. */
export async function openNotebook(
  browser: Browser,
  labUrl: string,
  path: string,
  outside: string[] = [],
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1300, height: 1000 } });
  page.setDefaultTimeout(300_000); // mocha's own limit says when a test takes too long
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^(http|ws)s?:$/.test(protocol) && hostname !== "localhost") outside.push(request.url());
  });
  const address = new URL(labUrl);
  address.pathname = `/lab/tree/${path}`;
  address.searchParams.set("reset", "");
  await page.goto(address.href);
  await page.locator(".jp-Notebook .jp-Cell").first().waitFor();
  await page.getByText("TypeScript | Idle").waitFor();
  return page;
}

/** Run > Run All Cells, and the wait until no cell is waiting or running, unless `isWaiting` is false. */
export async function runAll(page: Page, isWaiting = true): Promise<void> {
  await page.getByRole("menuitem", { name: "Run", exact: true }).click();
  await page.getByText("Run All Cells", { exact: true }).click();
  if (!isWaiting) return;
  await page.waitForFunction(cellsAreDone);
  await page.getByText("TypeScript | Idle").waitFor();
}

// As text: it runs in the page, whose types are not known here.
const cellsAreDone = `(() => {
  const prompts = [...document.querySelectorAll(".jp-CodeCell .jp-InputPrompt")].map((prompt) => prompt.textContent);
  return prompts.some((prompt) => /^\\[\\d+\\]/.test(prompt)) && !prompts.some((prompt) => prompt.startsWith("[*]"));
})()`;
