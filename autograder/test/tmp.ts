import { Grader } from "../src/grader.js";
import { notebookWith, releaseNotebook, solvedNotebook } from "../src/release/index.js";
import { terminalReport } from "../src/report/terminal.js";

const dir = new URL("./fixtures/assignments/90-vectors", import.meta.url).pathname;
const root = new URL("./fixtures/assignments", import.meta.url).pathname;
const t0 = performance.now();
const g = await Grader.open({ mode: "grade", root });
for (const [n, f] of [
  ["solved", solvedNotebook(dir)],
  ["stub", releaseNotebook(dir)],
  [
    "bad",
    notebookWith(
      dir,
      `
function double(v: np.Tensor) { for (let i=0;i<v.size;i++) v.set(2*v.get(i), i); return v; }
async function total(v: np.Tensor) { return 5 }
const helper = () => undefinedThing;
function doubledTotal(v) { return helper() }
function steps(v) { return {}; }
`,
    ),
  ],
] as const) {
  const r = await g.gradeText(await f, n + ".ipynb");
  console.log(terminalReport(r, { color: true, verbose: true }));
}
console.log(performance.now() - t0);
await g.close();
