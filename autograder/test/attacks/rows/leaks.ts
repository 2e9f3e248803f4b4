// Hidden inputs, expected values and sources sent out by every channel that a submission has: error names and messages, keys,
// shapes, types, console, names of functions, the notebook's own text.
import { type Attack, right, scalar, secret } from "../row.js";

const leak = (name: string, body: string, points = 0): Attack => ({
  name: `tells by ${name}`,
  code: secret(body),
  points: { secret: points },
});

export const leaks: readonly Attack[] = [
  leak("an error's message", "throw new Error(label + x.get(0));"),
  leak("an error's name", "throw Object.assign(new Error('x'), { name: label + x.get(0) });"),
  leak("an error's class", "const C = { [label]: class extends Error {} }[label]!; throw new C('x');"),
  leak(
    "an error's cause and stack",
    "const e: any = new Error('x', { cause: label }); e.stack = label; throw e;",
  ),
  leak("a thrown string", "throw label;"),
  leak("a thrown object", "throw { name: label, message: String(x.get(0)), toString: () => label };"),
  leak("an AggregateError", "throw new AggregateError([new Error(label)], label);"),
  leak("a wrong value", "return x.get(0);"),
  leak("a wrong text", "return label;"),
  leak("a key of the answer", "return { [label]: 1, [String(x.get(0))]: 2 };"),
  leak("a tag", "return { t: x, tag: label };"),
  leak(
    "the length of a list",
    "return { t: new Array(Math.min(99999, Math.floor(x.get(0)))).fill(0), tag: label };",
  ),
  leak(
    "a shape",
    "return { t: np.zeros([271828 > 0 ? Math.floor(x.size ? 271828 / 271828 * Number(String(x.get(0)).slice(0, 6)) : 1) : 1]), tag: '' };",
  ),
  leak(
    "many axes",
    "return { t: np.zeros(String(x.get(0)).slice(0, 6).split('').map((d) => Number(d) % 3 + 1)), tag: '' };",
  ),
  leak("a type", "return { t: label.length > 5 ? null : true, tag: 1 };"),
  leak("a function's name", "return { t: { [label]: () => 1 }[label], tag: Symbol(label) };"),
  leak("the console", `console.log(label, x.toString()); console.error(label); ${right} return 0;`, 2),
  leak(
    "a place of a NaN",
    `${right} const t = np.zeros([300000]); t.set(NaN, Number(String(x.size ? x.ravel().get(0) : 1).slice(0, 6)) % 300000); return { ...answer, t };`,
    2,
  ),
  leak("what it refuses to give", "const a: any[] = []; a.length = 99999; return { t: a, tag: label };"),
  leak(
    "a changed input's name",
    `${right} x.set(0, ...x.shape.map(() => 0)); return { ...answer, [label]: label };`,
    2,
  ),
  {
    name: "reads the reference it may call",
    code: "function uses(n: number): any { throw new Error(String(scalar)); }",
    points: { uses: 0 },
    says: /^uses threw Error$/,
  },
  {
    name: "returns the reference's source",
    code: "function uses(n: number): any { return String(scalar) + (scalar as any).toString(); }",
    points: { uses: 0 },
  },
  {
    name: "keeps the reference for the exercise it belongs to",
    code: `${scalar("const f = (globalThis as any).kept; return f ? f(n) : -1;")}\nfunction uses(n: number): any { (globalThis as any).kept = scalar; return scalar(n) + 1; }`,
    points: { scalar: 0, uses: 4 },
    says: /^the square has the right shape but not/,
  },
  {
    name: "keeps the reference on the library",
    code: `${scalar("return (np.Tensor as any).kept?.(n) ?? -1;")}\nfunction uses(n: number): any { (np.Tensor as any).kept = scalar; return scalar(n) + 1; }`,
    points: { scalar: 0, uses: 4 },
  },
  {
    name: "keeps a hidden input for another exercise",
    code: `${secret(`${right} (globalThis as any).kept = label; return answer;`)}\nfunction after(n: number): any { throw new Error((globalThis as any).kept ?? "none"); }`,
    points: { secret: 8, after: 0 },
    says: /^after threw Error$/,
  },
];
