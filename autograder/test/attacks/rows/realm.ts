// Patched built-ins and test frameworks: whatever shares a realm with the assertions could turn them green; nothing does.
import { type Attack, scalar, secret } from "../row.js";

const wrong = /^the square has the right shape but not/;
const patch = (name: string, statement: string, says: RegExp = wrong): Attack => ({
  name,
  code: scalar(`${statement}; return n + 1;`),
  says,
});

export const realm: readonly Attack[] = [
  patch("patches Math.abs", "Math.abs = () => 0"),
  patch("patches Math.max and Math.sqrt", "Math.max = Math.sqrt = () => 0"),
  patch("patches Number.isFinite and isNaN", "Number.isFinite = Number.isNaN = () => true"),
  patch("patches Object.is", "Object.is = () => true"),
  patch("patches Array.prototype.every", "Array.prototype.every = () => true"),
  patch(
    "patches Array.prototype.filter and some",
    "Array.prototype.filter = () => []; Array.prototype.some = () => false",
  ),
  patch("patches Promise.prototype.then", "Promise.prototype.then = function (f) { f(9); return this }"),
  patch("patches RegExp.prototype.test", "RegExp.prototype.test = () => true"),
  patch("patches Function.prototype.call", "Function.prototype.call = Function.prototype.apply = () => 9"),
  patch("patches Reflect.apply", "Reflect.apply = () => 9"),
  patch("patches JSON", "JSON.stringify = () => '{\"passed\":true}'; JSON.parse = () => ({ passed: true })"),
  patch("patches Symbol.iterator", "Array.prototype[Symbol.iterator] = function* () { yield 9 }"),
  patch("patches structuredClone", "globalThis.structuredClone = () => 9"),
  patch(
    "pollutes Object.prototype.passed",
    "(Object.prototype as any).passed = (Object.prototype as any).ok = true",
  ),
  patch(
    "pollutes Object.prototype.status",
    "(Object.prototype as any).status = 'ok'; (Object.prototype as any).state = 'passed'",
  ),
  patch("pollutes Object.prototype.then", "(Object.prototype as any).then = (f: any) => f(9)", /./),
  patch(
    "puts toJSON on every prototype",
    "(Object.prototype as any).toJSON = (Array.prototype as any).toJSON = () => 9",
  ),
  patch("redefines it and describe", "(globalThis as any).it = (globalThis as any).describe = () => {}"),
  patch("freezes globalThis", "Object.freeze(globalThis)"),
  patch(
    "freezes all prototypes",
    "for (const c of [Object, Array, Function, Map]) Object.freeze(c.prototype)",
  ),
  patch(
    "patches the library's assertions",
    "try { (np as any).testing.assertClose = () => {} } catch {} try { (np as any).testing.difference = () => null } catch {}",
  ),
  patch(
    "patches Tensor.prototype",
    "np.Tensor.prototype.toArray = () => [9] as any; np.Tensor.prototype.get = () => 9",
  ),
  patch("replaces Error's stack hook", "(Error as any).prepareStackTrace = () => { throw 1 }"),
  patch(
    "replaces Symbol.hasInstance",
    "Object.defineProperty(Error, Symbol.hasInstance, { value: () => true })",
  ),
  patch(
    "declares a variable named like the judge's",
    "const expect = () => ({ to: { equal() {} } }), assert = { equal() {} }; void expect; void assert",
  ),
  {
    name: "patches require('assert')",
    code: scalar("require('assert').strictEqual = () => {}; return n + 1;"),
    says: /^scalar uses require\(\) in cell \d+: only kernel-lib may be imported$/,
  },
  {
    name: "replaces chai beside the notebook",
    code: `import * as chai from "chai";\n${scalar("(chai as any).expect = () => 1; return n + 1;")}`,
    says: /imported in cell \d+: only kernel-lib may be imported$/,
  },
  {
    name: "redefines it at top level",
    code: `globalThis.it = () => {};\n(globalThis as any).describe = () => {};\n${scalar("return n + 1;")}`,
    says: wrong,
  },
  {
    name: "uses the names of a test's helpers for its own",
    code: `const assertClose = (a: any) => a, makeInput = 1, same = () => true;\n${scalar("return assertClose(n * n) * makeInput;")}`,
    points: { scalar: 6 },
  },
  {
    name: "sets Math.random and the course's seed, which is its own affair",
    code: secret(
      'Math.random = () => 0.5; np.random.seed(3); if (label === "") throw new RangeError("label must not be empty");\n' +
        'return { t: np.multiply(x, 2).add(1), tag: [...label].reverse().join("") };',
    ),
    points: { secret: 8 },
  },
  {
    name: "patches what the reference functions beside it use",
    code: `${scalar("Math.abs = () => 5; np.Tensor.prototype.add = () => 5 as any; return n * n;")}`,
    points: { scalar: 6 },
  },
];
