// The reference and wrong versions of it as programs: the instructor's own code, taken out of the solution as a learner's is
// out of a notebook. Loops have fuel, since a wrong loop may have no end. Runs in the compiler's thread.
import ts from "#compiler";
import type { Assignment } from "../../assignment.js";
import { extract } from "../../extract/extract.js";
import { Model } from "../../extract/model.js";
import type { Extracted } from "../../extract/types.js";
import { type Wrong, wrongPrograms } from "./edits.js";

/** Of one exercise. Programs call `$fuel()` at the beginning of every round of a loop. */
export interface ReferencePrograms {
  readonly name: string;
  readonly program: string;
  readonly params: readonly string[];
  /** Arguments that it uses, by index. */
  readonly uses: readonly boolean[];
  readonly variants: readonly Wrong[];
}

export function referencePrograms({
  solution,
  exercises,
}: Pick<Assignment, "solution" | "exercises">): ReferencePrograms[] {
  const model = new Model([], solution);
  const cells = [{ number: 1, source: solution }];
  return exercises.flatMap((exercise) =>
    extract({ cells, exercises: [exercise] }, model).functions.flatMap(programsOf),
  );
}

function programsOf({ name, params, program }: Extracted): ReferencePrograms[] {
  if (program === null) return [];
  const file = parse(withFuel(program));
  const own = functionNamed(file, name);
  const variants = own ? wrongPrograms(ts, file, own) : [];
  return [{ name, program: file.text, params, uses: usedParams({ name, params, program }), variants }];
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

/** What {@link usedParams} reads. */
export interface Readable {
  readonly name: string;
  readonly params: readonly string[];
  /** Not run here, only read: it may be a learner's. */
  readonly program: string;
}

/** Which parameters the function `name` of a program mentions. */
export function usedParams({ name, params, program }: Readable): boolean[] {
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
