// The reference and wrong versions of it as functions of this process: the instructor's own code, taken out of the solution
// as a learner's is out of a notebook. Loops have fuel, since a wrong loop may have no end.
import ts from "typescript";
import type { Assignment } from "../../assignment.js";
import { extract } from "../../extract/extract.js";
import { Model } from "../../extract/model.js";
import type { Extracted } from "../../extract/types.js";
import { copyOf } from "../calls.js";
import { wrongPrograms } from "./edits.js";
import { type Leaves, leavesOf, thrownLeaves } from "./leaves.js";

/** Rounds of all loops of one call. */
const mostRounds = 20_000;

export interface Runnable {
  /** What a call with these arguments gives or throws; null when it runs out of fuel. */
  run(args: readonly unknown[]): Promise<Leaves | null>;
}

export interface Variant extends Runnable {
  readonly id: string;
  readonly params: Readonly<Record<string, string>>;
}

export interface Reference extends Runnable {
  readonly call: (...args: unknown[]) => unknown;
  readonly params: readonly string[];
  readonly variants: readonly Variant[];
  /** How many rounds the loops of a call take. */
  rounds(args: readonly unknown[]): Promise<number>;
  /** Arguments that it uses, by index. */
  readonly uses: readonly boolean[];
}

/**
 * By exercise.
 *
 * @param library - kernel-lib as the tests see it
 */
export function referencesOf({ solution, exercises }: Assignment, library: object): Map<string, Reference> {
  const model = new Model([], solution);
  const references = new Map<string, Reference>();
  for (const exercise of exercises) {
    const [found] = extract(
      { cells: [{ number: 1, source: solution }], exercises: [exercise] },
      model,
    ).functions;
    const reference = found ? referenceOf(found, library) : null;
    if (reference) references.set(exercise.name, reference);
  }
  return references;
}

function referenceOf(found: Extracted, library: object): Reference | null {
  const { name, params } = found;
  if (found.program === null) return null;
  const file = parse(withFuel(found.program));
  const own = functionNamed(file, name);
  const variants = (own ? wrongPrograms(ts, file, own) : []).flatMap(({ id, params, program }) => {
    const runnable = runnableOf(program, library);
    return runnable ? [{ id, params, ...runnable }] : [];
  });
  const uses = usedParams(found.program, name, params);
  return { ...runnableOf(file.text, library)!, params, variants, uses };
}

function parse(program: string): ts.SourceFile {
  return ts.createSourceFile("program.js", program, ts.ScriptTarget.ES2022, true, ts.ScriptKind.JS);
}

/** `$fuel();` at the beginning of every loop's block. */
function withFuel(program: string): string {
  const starts: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIterationStatement(node, false) && ts.isBlock(node.statement))
      starts.push(node.statement.getStart() + 1);
    node.forEachChild(visit);
  };
  visit(parse(program));
  return starts
    .sort((a, b) => b - a)
    .reduce((out, at) => `${out.slice(0, at)} $fuel();${out.slice(at)}`, program);
}

class OutOfFuel extends Error {}

type Call = (...args: unknown[]) => unknown;

/** A wrong version that the assignment itself declares; the text says what is wrong with it. */
export function variantOf(text: string, call: Call): Variant {
  return { id: "own", params: { text }, ...runWith(call, { left: 0 }) };
}

const same = <T>(value: T): T => value;

/** null when the program does not compile. */
function runnableOf(program: string, library: object): Pick<Reference, "call" | "run" | "rounds"> | null {
  const tank = { left: mostRounds };
  const fuel = (): void => {
    if (tank.left-- <= 0) throw new OutOfFuel();
  };
  try {
    const call = new Function("$kernelLib", "$opaque", "$fuel", `"use strict";\n${program}`)(
      library,
      same,
      fuel,
    ) as Call;
    return { call: refuelled(call, tank), ...runWith(call, tank) };
  } catch {
    return null;
  }
}

function refuelled(call: Call, tank: { left: number }): Call {
  return (...args) => {
    tank.left = mostRounds;
    return call(...args);
  };
}

function runWith(call: Call, tank: { left: number }): Pick<Reference, "run" | "rounds"> {
  const run = async (args: readonly unknown[]): Promise<Leaves | null> => {
    tank.left = mostRounds;
    try {
      return leavesOf(await call(...args.map(copyOf)));
    } catch (error) {
      if (error instanceof OutOfFuel) return null;
      return thrownLeaves(nameOf(error), error instanceof Error ? error.message : "");
    }
  };
  const rounds = async (args: readonly unknown[]): Promise<number> => {
    await run(args);
    return mostRounds - tank.left;
  };
  return { run, rounds };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "";
}

/**
 * Which parameters the function `name` of a program mentions.
 *
 * @param program - not run here, only read: it may be a learner's
 */
export function usedParams(program: string, name: string, params: readonly string[]): boolean[] {
  const body = functionNamed(parse(program), name);
  if (!body) return params.map(() => true);
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) used.add(node.text);
    node.forEachChild(visit);
  };
  visit(body);
  return params.map((param) => !/^\w+$/.test(param) || used.has(param));
}

function functionNamed(file: ts.SourceFile, name: string): ts.Node | null {
  for (const statement of [...file.statements].reverse()) {
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) return statement.body ?? null;
    if (!ts.isVariableStatement(statement)) continue;
    const found = statement.declarationList.declarations.find((d) => d.name.getText() === name)?.initializer;
    if (found && (ts.isArrowFunction(found) || ts.isFunctionExpression(found))) return found.body;
  }
  return null;
}
