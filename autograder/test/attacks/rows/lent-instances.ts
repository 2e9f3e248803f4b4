// Instances of a learner's class, which the test knows by number: others, gone ones, hostile ones.
import type { Attack } from "../row.js";

const opened = (name: string, body: string, points = 0): Attack => ({
  vault: "92-lent",
  name,
  code: `function opened(box: any): any {\n${body}\n}`,
  points: { opened: points },
});

/** A right Box with other members, and something before and after it. */
interface Change {
  readonly members?: string;
  readonly init?: string;
  readonly value?: string;
  readonly self?: string;
  readonly before?: string;
}
const box = (name: string, change: Change, points: Record<string, number>, says: RegExp = /./): Attack => ({
  vault: "92-lent",
  name,
  code: `${change.before ?? ""}
class Box {
  label: any;
  n: any;
  ${change.members ?? ""}
  constructor(n: number, label: string) {
    if (n < 0) throw new RangeError("n must not be negative");
    this.n = n; this.label = label;
    ${change.init ?? ""}
  }
  value(): any { ${change.value ?? "return 18 * this.n;"} }
  self(): any { ${change.self ?? "return this;"} }
}`,
  points: { opened: 0, ...points },
  ...(points.Box === 8 ? {} : { says }),
});

export const lentInstances: readonly Attack[] = [
  box(
    "gives another of its kind as itself",
    { self: "return new Box(this.n, this.label);" },
    { Box: 6, opened: 2 },
  ),
  box(
    "keeps one instance for all",
    { before: "let one: any;", init: "one ??= this; return one;" },
    { Box: 6, opened: 2 },
  ),
  box(
    "gives an instance of an earlier test",
    { self: "const g: any = globalThis; g.kept ??= this; return g.kept;" },
    { Box: 6, opened: 2 },
  ),
  box(
    "makes a record instead of an instance",
    { init: "return { label, value: () => 18 * n, self: () => 1 } as any;" },
    { Box: 2 },
    /^Box is not a class$/,
  ),
  box(
    "makes a Proxy of an instance",
    {
      init: "return new Proxy(this, { get: (t: any, k) => k === 'label' ? t.label : k === 'value' ? () => 18 * t.n : t[k] });",
    },
    { Box: 8, opened: 2 },
  ),
  box(
    "makes a Proxy whose prototypes never end",
    { init: "const h: any = { getPrototypeOf: () => new Proxy({}, h) }; return new Proxy({}, h) as any;" },
    { Box: 2 },
  ),
  box(
    "makes a Proxy whose prototype runs for ever",
    { init: "return new Proxy(this, { getPrototypeOf: () => { for (;;); } });" },
    { Box: 0 },
    /did not return within/,
  ),
  box(
    "has a field that runs for ever",
    { init: "Object.defineProperty(this, 'label', { get() { for (;;); } });" },
    { Box: 6, opened: 2 },
    /^Box\.label did not return within/,
  ),
  box(
    "has a field that throws a canary",
    { init: "Object.defineProperty(this, 'label', { get() { throw new Error(label) } });" },
    { Box: 6, opened: 2 },
    /^Box\.label threw Error$/,
  ),
  box("throws itself", { value: "throw this;" }, { Box: 4 }, /^Box\.value threw an error$/),
  box(
    "gives itself where a number is due",
    {
      value: "return this;",
      members:
        "[Symbol.toPrimitive]() { return 18 * this.n } valueOf() { return 18 * this.n } toString() { return 'x' }",
    },
    { Box: 4 },
  ),
  box(
    "gives a list of ten thousand more",
    { value: "return Array.from({ length: 12000 }, () => new Box(1, ''));" },
    { Box: 2 },
    /more than 10000 instances$/,
  ),
  box(
    "gives an object that only has its prototype",
    { value: "return Object.create(Box.prototype);" },
    { Box: 4 },
  ),
  box("has a then", { members: "then(f: any) { f(1) }" }, { Box: 8, opened: 2 }),
  box(
    "lies about what is an instance",
    { members: "static [Symbol.hasInstance]() { return true } static get [Symbol.species]() { throw 1 }" },
    { Box: 8, opened: 2 },
  ),
  box(
    "calls itself constructor, prototype and __proto__",
    { members: "['constructor2']() {} get ['__proto__']() { return 1 as any } static ['name2'] = 1;" },
    { Box: 8, opened: 2 },
  ),
  box(
    "changes its class while it is made",
    { init: "Object.setPrototypeOf(this, Array.prototype);" },
    { Box: 2 },
  ),
  box(
    "makes instances that make instances",
    { init: "if (n > 0) new Box(n, label);" },
    { Box: 2 },
    /threw RangeError$/,
  ),
  {
    vault: "92-lent",
    name: "is a function where a class is due",
    code: "const Box = (n: number) => ({ n });",
    points: { Box: 0, opened: 0 },
    says: /^Box is not a class$/,
  },
  {
    vault: "92-lent",
    name: "is a bound function where a class is due",
    code: "const Box: any = function (this: any, n: number) { this.n = n }.bind(null);",
    points: { Box: 0, opened: 0 },
    says: /./,
  },
  {
    vault: "92-lent",
    name: "is a class without a prototype to find",
    code: "const Box: any = new Proxy(class {}, { get: () => undefined, getOwnPropertyDescriptor: () => undefined });",
    points: { Box: 0, opened: 0 },
    says: /./,
  },
  opened("gives another box", "return { box: new box.constructor(1, 'x'), value: box.value() };"),
  opened(
    "gives what looks like the number of a box",
    "return { box: { kind: 1, type: 1, id: 1 }, value: box.value() };",
  ),
  opened("gives a copy of the box", "return { box: { ...box }, value: box.value() };"),
  opened("gives a Proxy of the box", "const p = new Proxy(box, {}); return { box: p, value: box.value() };"),
  opened(
    "changes the class of the box",
    "const C = box.constructor; C.prototype.value = () => 1; const value = box.value(); return { box, value };",
  ),
  opened("asks the box for ever", "for (;;) box.self();"),
];
