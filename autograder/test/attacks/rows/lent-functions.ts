// Functions of the test that a learner's code is given: asked for ever, for too much, too late, from anywhere.
import type { Attack } from "../row.js";

const endless = /without end$|did not return within/;
const applied = (name: string, body: string, points = 0, says: RegExp = /./): Attack => ({
  vault: "92-lent",
  name,
  code: `function applied(f: any, n: number): any {\n${body}\n}`,
  points: { applied: points },
  ...(points < 8 ? { says } : {}),
});
const eachOf = (name: string, body: string, points = 0): Attack => ({
  vault: "92-lent",
  name,
  code: `async function eachOf(items: number[], onItem: any): Promise<any> {\n${body}\n}`,
  points: { eachOf: points },
});
export const lentFunctions: readonly Attack[] = [
  applied("asks the test for ever", "for (;;) f(n);", 0, endless),
  applied("asks the test for ever, whatever it says", "for (;;) try { f(n) } catch {}", 0, endless),
  applied("calls itself through the test for ever", "return f(n + 1);", 0, /./),
  applied(
    "asks with a wrong number and catches the assertion",
    "try { f(-1) } catch {} return n === 2 ? f(2) + 1 : n > 9 ? 6 : f(n) + 1;",
    4,
  ),
  applied(
    "reads the expected value out of an assertion",
    "if (n < 9) return f(n) + 1; try { f(-1) } catch (e: any) { throw new Error(e.name + e.message + e.stack + e.cause) }",
    6,
  ),
  applied(
    "gives the assertion's words back",
    "if (n < 9) return f(n) + 1; try { return f(-1) } catch (e) { return e }",
    6,
  ),
  applied("gives back the function it was given", "return f;", 0),
  applied("gives back a function in a thenable", "return { then: f, value: f(n) };", 0),
  applied("asks with its own function", "return f(() => f(n)) + 1;", 2),
  applied("asks with the function itself", "return f(f) + 1;", 2),
  applied("asks with 300 arguments", "return f(...new Array(300).fill(n)) + 1;", 0, /broke the rules|threw/),
  applied("asks with a million values", "return f(new Array(1e6).fill(n)) + 1;", 0),
  applied("asks with a value that contains itself", "const a: any[] = []; a.push(a); return f(a) + 1;", 0),
  applied("asks with a getter that asks", "return f({ get a() { return f(n) } }) + 1;", 2),
  applied(
    "asks with a getter that runs for ever",
    "return f({ get a() { for (;;); } }) + 1;",
    0,
    /did not return within/,
  ),
  applied(
    "asks at the end of the stack",
    "const deep = (): any => { try { return deep() } catch { return f(n) } }; deep(); return -1;",
    0,
  ),
  applied(
    "asks at every depth of the stack",
    "const deep = (): any => { try { deep() } finally { f(n) } }; deep();",
    0,
  ),
  applied(
    "asks from a promise after it returned",
    "const r = f(n) + 1; Promise.resolve().then(() => f(n)); return r;",
    6,
  ),
  applied(
    "asks from a timer after it returned",
    "const r = f(n) + 1; setTimeout(() => f(n), 0); return r;",
    8,
  ),
  applied(
    "keeps the function for the next test",
    "const g: any = globalThis; const r = f(n) + 1; if (g.kept) try { g.kept(n) } catch {} g.kept = f; return r;",
    6,
  ),
  {
    ...applied(
      "keeps the function in a microtask loop",
      "const r = f(n) + 1; const again = () => { f(n); queueMicrotask(again) }; queueMicrotask(again); return r;",
      6,
    ),
    mayLoseMore: true,
  },
  applied(
    "looks into the function",
    "return f(n) + 1 + (f.toString() + f.name + f.length + Object.keys(f)).length * 0;",
    8,
  ),
  applied(
    "makes code with the function's constructor",
    "return f.constructor('return 1')();",
    0,
    /threw EvalError$/,
  ),
  applied("calls it with new", "return new f(n) + 1;", 0),
  applied("looks for the caller of what it was given", "return f.caller, f.arguments;", 0),
  applied(
    "patches what lending might use",
    `WeakMap.prototype.get = () => 1 as any; WeakMap.prototype.set = () => 1 as any; Reflect.construct = Reflect.apply = () => 9;
    Array.prototype[Symbol.iterator] = function* () { yield 9 as never }; return f(n) + 1;`,
    8,
  ),
  applied(
    "puts setters on the common prototype",
    `for (const k of ["kind", "body", "id", "type", "0", "last"])
    Object.defineProperty(Object.prototype, k, { configurable: true, set() { throw 1 }, get() { return 9 } }); return f(n) + 1;`,
    2,
  ),
  applied(
    "throws what the test threw as its own",
    "try { return f(n) + 1 } catch (e) { throw { name: 'RangeError', message: (e as any).message } }",
    8,
  ),
  eachOf(
    "asks after it was answered",
    "for (const i of items) onItem(i); setTimeout(() => { for (;;) onItem(1) }, 0); return items.length;",
    4,
  ),
  eachOf(
    "asks from many promises at a time",
    "await Promise.all(items.map(async (i) => { await null; onItem(i) })); return items.length;",
    4,
  ),
  eachOf("asks in a loop of promises", "for (;;) { await null; onItem(items[0]) }"),
  eachOf("asks where nothing is to be told, and catches", "try { onItem(1) } catch {} return items.length;"),
  eachOf(
    "races timers against its answer",
    "const t = setInterval(() => onItem(items[0]), 0); for (const i of items) onItem(i); await new Promise((r) => setTimeout(r, 30)); return items.length;",
  ),
];
