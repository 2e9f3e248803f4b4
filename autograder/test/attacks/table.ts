// Ways to cheat or break a grader that were seen to work on graders which run the learner's code beside the assertions, what
// must happen instead, and the samples that try each. The list is not complete: what is tried beyond it is the rest of rows/.

/** A sample that is no notebook alone: a test's title and the file it stands in. */
export interface Elsewhere {
  readonly file: string;
  readonly title: string;
}

export interface Known {
  readonly attack: string;
  readonly must: string;
  readonly samples: readonly (string | Elsewhere)[];
}

const known = (attack: string, must: string, ...samples: (string | Elsewhere)[]): Known => ({
  attack,
  must,
  samples,
});
const files = (title: string): Elsewhere => ({ file: "attacks/files.test.ts", title });
const at = (file: string, title: string): Elsewhere => ({ file, title });

export const table: readonly Known[] = [
  known(
    "Math.abs = () => 0",
    "judge untouched; test fails",
    "patches Math.abs",
    "patches Math.max and Math.sqrt",
  ),
  known(
    "Number.isFinite = Number.isNaN = () => true, Object.is = () => true",
    "fails",
    "patches Number.isFinite and isNaN",
    "patches Object.is",
  ),
  known("require('assert').strictEqual = () => {}", "fails", "patches require('assert')"),
  known(
    "redefine it, describe, globalThis.it in the submission",
    "totals from the release list",
    "redefines it and describe",
    "redefines it at top level",
  ),
  known(
    "process.exit(0) at load time",
    "load failure, every test failed by name",
    "exits at load time",
    "calls process.exit",
    "calls Deno.exit",
  ),
  known(
    "a signal to the judge",
    "other process namespace, no permission",
    "calls process.kill on its parent",
  ),
  known(
    "write a forged frame",
    "frames carry values only, a nonce per call, one frame per call",
    "patches what lending might use",
    "asks with 300 arguments",
    at("sandbox/forgery.test.ts", "cannot be made by replacing what values are made of"),
    at("wire/hostile-frames.test.ts", "name only functions that were given"),
  ),
  known(
    "Object.defineProperty(process.stderr, 'write', …)",
    "nothing is read from the child's streams",
    "replaces process.stderr.write",
  ),
  known(
    "import or require the hidden test file by guessed name",
    "not on disk",
    "imports the hidden tests by a guessed name",
    "imports dynamically",
  ),
  known(
    "fn.caller.toString() in sloppy mode",
    "no test function on the stack",
    "looks for its caller",
    "looks for arguments.callee.caller",
  ),
  known(
    "Object.prototype.passed = true",
    "null-prototype maps, own keys",
    "pollutes Object.prototype.passed",
    "pollutes Object.prototype.status",
  ),
  known("toJSON on prototypes", "not JSON", "puts toJSON on every prototype"),
  known(
    'valueOf, "1", [[1]] or null for a number',
    "strict type check, message says the type",
    "returns an object with valueOf",
    "returns its digits",
    "returns a list in a list",
    "returns null",
  ),
  known(
    "a Proxy that echoes the expected value",
    "a Proxy gives a value once; the expected value is not there",
    "returns a Proxy that equals everything",
    "returns a function that echoes",
  ),
  known(
    "[Symbol.toStringTag]: 'Float32Array' or 'number'",
    "brand check",
    "returns an object that says it is a number",
    "answers with a fake typed array",
  ),
  known(
    "inspect hooks on a returned object",
    "judge never formats foreign objects",
    "returns an inspect hook",
  ),
  known(
    "any error at all where an error is expected",
    "expected class and message",
    "throws any error where a certain one is due",
    "throws an error that only has the right name",
  ),
  known(
    "NaN against if (Math.abs(got - want) > tol) throw",
    "NaN fails, with its index",
    "returns NaN",
    "answers with NaN in one place",
  ),
  known("deep.equal([NaN], [NaN])", "expected values must be finite", "returns NaN for everything"),
  known(
    "a result shorter than expected",
    "shape first",
    "answers with a shorter tensor",
    "tells by the length of a list",
  ),
  known(
    "holes against undefined, extra properties on an array",
    "encoder refuses holes; extra keys do not travel",
    "returns a list with holes",
    "answers with a list with extra properties",
  ),
  known("-0 for 0", "equal unless the test says so", "gives -0 for 0, which is right"),
  known("result mutated after return", "bytes copied at return", "mutates its answer after it was returned"),
  known(
    "SharedArrayBuffer changed by a worker during the comparison",
    "copied; workers refused",
    "answers with a SharedArrayBuffer",
    "starts a Worker",
  ),
  known(
    "input kept in a global, remembered answer",
    "same input given twice around a different one",
    "remembers the first answer",
    "counts its calls and answers at random",
  ),
  known(
    "hard-coded shapes or notebook globals",
    "other shapes; empty realm",
    "knows only the shape of the first test",
    "reads a global of the notebook",
  ),
  known(
    "Math.random = () => 0.5, reseeding",
    "judge makes inputs; the child's random numbers are its own affair",
    "sets Math.random and the course's seed, which is its own affair",
  ),
  known("sync infinite loop", "kill; test named", "loops for ever", "loops for ever and catches what it can"),
  known("await of a thenable that resolves to itself", "same", "awaits a thenable that answers with itself"),
  known("process.on('SIGTERM', () => {})", "SIGKILL", "listens to SIGTERM"),
  known(
    "async throw after a pass",
    "late throw is nothing to the next",
    "throws from a timer of its own",
    "throws late, after a right answer",
  ),
  known(
    "microtask after the call returns",
    "no limit by vm",
    "queues microtasks without end",
    "asks from a promise after it returned",
  ),
  known(
    "eval, new Function",
    "blocked",
    "evaluates a string",
    "makes a Function",
    "uses an async function's constructor",
  ),
  known("worker_threads to escape limits", "no workers", "starts a Worker", "imports node:worker_threads"),
  known("heap bomb (objects)", "memory limit", "fills the heap with objects"),
  known(
    "SharedArrayBuffer, WebAssembly.Memory, Buffer, postMessage bombs",
    "memory limit",
    "fills shared buffers",
    "grows WebAssembly memory",
    "fills typed arrays",
    "clones without end",
  ),
  known(
    "string bomb, BigInt power, catastrophic RegExp",
    "CPU, wall and memory limits",
    "repeats a string into an array",
    "doubles a string",
    "raises a BigInt to a power",
    "backtracks in a regular expression",
  ),
  known(
    "huge result",
    "frame length cap",
    "returns a huge tensor",
    "returns a huge string",
    "returns a list of 2**32 - 1 holes",
  ),
  known("cyclic result", "refused with a message", "returns a list that contains itself"),
  known(
    "symlink, hard link, FIFO, device",
    "regular files only, never opened",
    files("a symbolic link to a file of the grader's own"),
    files("a symbolic link to a folder of another learner"),
    files("a FIFO that nobody writes to"),
    files("a device"),
    files("a hard link to another learner's notebook"),
  ),
  known(
    "zip bomb, a million entries, nested zips",
    "no archives at all",
    files("a zip archive named as a notebook"),
    files("a zip archive as itself"),
    files("a gigabyte of one line"),
  ),
  known("1e6 cells", "cap on cells", files("a million cells")),
  known(
    "lone surrogates, BOM, CRLF, source as string or list",
    "normalised before hashing",
    "has lone surrogates in its texts",
    at("notebook/read.test.ts", "CRLF, a BOM and lone surrogates as equal text"),
  ),
  known(
    "CSV injection in names, commas, quotes",
    "RFC 4180; leading = + - @ neutralised",
    files("a name that a spreadsheet would run"),
  ),
  known(
    "homoglyph name",
    "did you mean, with the character",
    "names it with a Cyrillic letter",
    at("extract/extract.test.ts", "Cyrillic"),
  ),
  known("full-width letters", "hint", "names it with a full-width letter"),
  known(
    "define a function with the hidden test helper's name",
    "names not shared",
    "uses the names of a test's helpers for its own",
  ),
  known(
    "export default, arrow, class static, overloads, generics, async where sync is due",
    "AST; contract message",
    "exports it by default",
    "writes an arrow with an assertion",
    "makes it a class",
    "has 400 overloads and a union of 2,000 types",
    "makes it async",
  ),
  known("nested brackets (2,000)", "too deeply nested", "nests 2,000 brackets", "nests 3,000 conditions"),
  known(
    "type-level bombs, @ts-nocheck, declare global",
    "grade on transpiled code",
    "has a type that grows without end",
    "asks not to be checked and adds to the course's types",
  ),
  known(
    "replaces node_modules/chai beside the notebook",
    "only kernel-lib may be imported",
    "replaces chai beside the notebook",
  ),
  known(
    "encodes hidden inputs in error messages or console output",
    "withheld or reduced to the error's class",
    "tells by an error's message",
    "tells by the console",
    "tells by a key of the answer",
  ),
  known(
    "denial by many submissions",
    "one per learner, equal ones are graded once",
    files("two submissions of one learner"),
    at("class/grade-class.test.ts", "kept"),
  ),
  known(
    "submits another student's or another assignment's notebook",
    "recognised; said who handed in the same",
    files("another assignment's notebook"),
    files("the same code from two learners"),
  ),
  known(
    "freezing shared objects to break later tests",
    "own realm",
    "freezes globalThis",
    "freezes all prototypes",
  ),
];
