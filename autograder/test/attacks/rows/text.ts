// Tricks with the notebook's text: names that look alike, definitions twice, exports, classes, async where sync is due.
import { type Attack, scalar } from "../row.js";

export const text: readonly Attack[] = [
  {
    name: "exports it by default",
    code: "export default function scalar(n: number) { return n * n; }",
    points: { scalar: 6 },
  },
  {
    name: "writes an arrow with an assertion",
    code: "const scalar = ((n: number) => n * n) as unknown as (n: number) => number;",
    points: { scalar: 6 },
  },
  {
    name: "hides a wrong one behind a right one",
    code: `const scalar0 = 1;\nfunction scalar(n: number): number { return n * n; }\nfunction helper() { function scalar() { return 9; } return scalar(); }`,
    points: { scalar: 6 },
  },
  {
    name: "makes it async",
    code: "async function scalar(n: number) { return n * n; }",
    points: { scalar: 6 },
    warns: /^scalar \(cell \d+\) is async: .* write it without async and await\./,
  },
  {
    name: "makes it async without saying so",
    code: "const scalar = (n: number): any => (async () => n * n)();",
    says: /^scalar returns a Promise, not a value: write it without async and await$/,
  },
  {
    name: "is async and answers when the next question comes",
    code: `const waiting: any[] = [];
async function scalar(n: number): Promise<any> {
  for (const answer of waiting.splice(0)) answer(n * n);
  return new Promise((resolve) => waiting.push(resolve));
}`,
    says: /^scalar waits for a promise that never settles$/,
  },
  {
    name: "is async and answers with what a later turn knows",
    code: `let last = 0;
async function scalar(n: number): Promise<any> {
  const before = last;
  last = n;
  for (let i = 0; i < 1000; i++) await null;
  return before * last + 1;
}`,
    says: /^the square/,
  },
  {
    name: "is async, answers and goes on",
    code: `async function scalar(n: number): Promise<any> {
  const later = async (): Promise<void> => {
    for (let i = 0; i < 1000; i++) await null;
    (Array.prototype as any).map = () => [];
    (np.Tensor.prototype as any).add = () => 0;
  };
  void later();
  return n * n;
}`,
    points: { scalar: 6 },
  },
  {
    name: "is async and throws after its answer",
    code: `async function scalar(n: number): Promise<any> {
  void Promise.resolve().then(() => null).then(() => { throw new Error(String(n)); });
  return n * n;
}`,
    points: { scalar: 6 },
  },
  {
    name: "makes it a generator",
    code: "function* scalar(n: number) { yield n * n; }",
    says: /./,
  },
  {
    name: "makes it a class",
    code: "class scalar { static call(n: number) { return n * n; } }",
    says: /^scalar threw TypeError$/,
  },
  {
    name: "makes it a number",
    code: "const scalar = 9;",
    says: /^scalar is not a function$/,
  },
  {
    name: "gives default parameters that read globals",
    code: "function scalar(n: number, passed = (globalThis as any).passed = true): any { return n + 1; }",
    says: /^the square has the right shape but not/,
  },
  {
    name: "closes the program's function early",
    code: scalar("return n + 1; } }); (() => { {"),
    says: /./,
  },
  {
    name: "cuts the program where the compiler's parts are cut",
    code: `const a = "cut 0";\n"cut 1";\n${scalar('const s = "cut 2"; return s.length === a.length ? n * n : 0;')}`,
    points: { scalar: 6 },
  },
  {
    name: "shadows undefined, NaN and the library",
    code: `const np2 = {};\n${scalar("const undefined = 9, NaN = 9; void undefined; void NaN; return n + 1;")}`,
    says: /^the square has the right shape but not/,
  },
];
