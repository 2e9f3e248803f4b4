// Values that lie: the encoder walks by its own rules, the judge compares plain data and formats no foreign object.
import { type Attack, right, scalar, secret } from "../row.js";

const type = /^the square is .+, expected the number|^the square is .+, expected a number/;
const gives = (name: string, value: string, says: RegExp = /./): Attack => ({
  name: `returns ${name}`,
  code: scalar(`return ${value};`),
  says,
});
const answers = (name: string, statement: string, says: RegExp = /./): Attack => ({
  name: `answers ${name}`,
  code: secret(`${right}\n  ${statement}`),
  points: { secret: 2 }, // the error for an empty label is the right one
  says,
});

export const values: readonly Attack[] = [
  gives("an object with valueOf", "{ valueOf() { return n * n } }", type),
  gives("an object with Symbol.toPrimitive", "{ [Symbol.toPrimitive]: () => n * n }", type),
  gives("a boxed number", "new Number(n * n)", type),
  gives("its digits", "String(n * n)", type),
  gives("a list in a list", "[[n * n]]", type),
  gives("null", "null", type),
  gives("undefined", "undefined", type),
  gives("true", "true", type),
  gives("a bigint", "9n", type),
  gives("NaN", "NaN", /NaN/),
  gives("Infinity", "Infinity", /Infinity|infinite|finite/),
  gives("a function that echoes", "() => n * n", type),
  gives(
    "a Proxy that equals everything",
    "new Proxy(function () {}, { get: (_: any, k: any) => k === Symbol.toPrimitive ? () => n * n : n * n, apply: () => n * n })",
    /./,
  ),
  gives(
    "an object that says it is a number",
    "{ [Symbol.toStringTag]: 'Number', constructor: Number, valueOf: () => n * n }",
    type,
  ),
  gives(
    "an inspect hook",
    "{ [Symbol.for('nodejs.util.inspect.custom')]: () => 'passed', inspect: () => 'passed' }",
    type,
  ),
  gives(
    "a promise where a number is due",
    "Promise.resolve(n * n)",
    /^scalar returns a Promise, not a value/,
  ),
  gives("a thenable", "{ then: (f: any) => f(n * n) }", type),
  gives("an error", "new RangeError('passed')", type),
  gives(
    "a deep nest",
    "(() => { let v: any = n * n; for (let i = 0; i < 500; i++) v = [v]; return v })()",
    /nested deeper than/,
  ),
  gives(
    "a list that contains itself",
    "(() => { const a: any[] = []; a.push(a); return a })()",
    /a value contains itself$/,
  ),
  gives("a list with holes", "[, n * n]", /a list has no entry 0$/),
  gives("a list of 2**32 - 1 holes", "new Array(2 ** 32 - 1)", /more than 100000 values$/),
  gives("a huge tensor", "np.zeros([3000, 3000])", /larger than 16 MB$/),
  gives("a huge string", "'x'.repeat(2 ** 25)", /more than 1000000 letters$/),
  gives("a BigUint64Array", "new BigUint64Array(2)", /does not travel$/),
  gives("a getter that throws", "({ get a() { throw new Error('x') } })"),
  gives("a getter that runs for ever", "({ get a() { for (;;); } })", /did not return within/),
  gives(
    "a Proxy with endless keys",
    "new Proxy({}, { ownKeys: () => Array.from({ length: 3e5 }, (_, i) => 'k' + i), getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }) })",
    /more than 100000 values$|did not return within/,
  ),
  gives(
    "a Proxy whose prototype loops",
    "new Proxy({}, { getPrototypeOf: () => { for (;;); } })",
    /did not return within/,
  ),
  {
    name: "gives -0 for 0, which is right",
    code: scalar("return n === 0 ? -0 : n * n;"),
    points: { scalar: 6 },
  },
  {
    name: "counts its calls and answers at random",
    code: `let calls = 0;\n${scalar("return calls++ % 2 ? n * n : 0;")}`,
    points: { scalar: 4 }, // 0 for 0 is right, and so is every second answer: the third test calls more than once
    says: /^the square has the right shape but not/,
  },
  {
    name: "remembers the first answer",
    code: `let first: any = null;\n${secret(`${right}\n  first ??= answer; return first;`)}`,
    points: { secret: 4 },
  },
  {
    name: "mutates its answer after it was returned",
    code: secret(`${right}\n  setTimeout(() => { answer.t.set(0, 0) }, 0); return answer;`),
    points: { secret: 8 }, // the bytes were copied when it returned
  },
  {
    name: "changes its input into what would be right",
    code: secret(
      `${right}\n  if (x.ndim === 1) { x.set(7, 0); } return { ...answer, t: np.multiply(x, 2).add(1) };`,
    ),
    points: { secret: 4 },
  },
  answers("with a key __proto__", 'return JSON.parse(\'{"__proto__": {"t": 1, "tag": "x"}}\');'),
  answers("with its own prototype", "return Object.create(answer);"),
  answers("with a list with extra properties", "return Object.assign([], answer);"),
  answers(
    "with a tensor that lies about its shape",
    "Object.defineProperty(answer.t, 'shape', { value: [1] }); return answer;",
  ),
  answers(
    "with a tensor of other storage",
    "return { ...answer, t: { ...answer.t, dtype: 'uint8', __proto__: np.Tensor.prototype } };",
  ),
  answers(
    "with a tensor-like record",
    "return { ...answer, t: { shape: x.shape, toArray: () => 1, dtype: 'float64' } };",
  ),
  answers(
    "with a tensor of strides -1 and offset 1e9",
    "const t: any = answer.t; try { Object.assign(t, { offset: 1e9, strides: [-1] }) } catch { throw new TypeError() } return answer;",
  ),
  answers(
    "with a fake typed array",
    "return { ...answer, t: { [Symbol.toStringTag]: 'Float64Array', length: 3, 0: 1, buffer: 1 } };",
  ),
  answers(
    "with NaN in one place",
    "answer.t.set(NaN, ...x.shape.map(() => 0)); return answer;",
    /NaN|finite/,
  ),
  answers("with a shorter tensor", "return { ...answer, t: np.zeros([0]) };", /shape/),
  answers(
    "with the transpose",
    "return x.ndim === 2 ? { ...answer, t: answer.t.T } : { ...answer, tag: '' };",
  ),
  answers("with lists for a tensor", "return { ...answer, t: answer.t.toArray() };"),
  answers(
    "with a SharedArrayBuffer",
    "const s = new Float64Array(new SharedArrayBuffer(8 * x.size)); return { ...answer, t: s };",
  ),
  {
    name: "throws any error where a certain one is due",
    code: secret("undefinedName; return 1;"),
    says: /^secret threw ReferenceError$|not what it should be/,
  },
  {
    name: "throws an error that only has the right name",
    code: secret('throw { name: "RangeError", message: "passed" };'),
    says: /./,
  },
];
