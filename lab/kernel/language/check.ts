// From a cell's text to JavaScript that may run, or to the errors that forbid it.

import { relative } from "node:path";
import ts from "#typescript";
import type { Failure, LocalModule } from "../execute/frames.js";
import { mentionsStandIn } from "./node-types.js";
import type { Framed, Service } from "./service.js";
import { emitCell } from "./transpile.js";

export type Checked =
  | { ok: true; code: string; map: string; warnings: string; files: LocalModule[] }
  | { ok: false; failure: Failure };

const mostErrors = 10;
const unknownName = new Set([2304, 2503, 2552, 2580, 2584, 2591]); // with various advice
const untypedPackage = 7016; // its imports are `any`; refusing to run it would help nobody

/** Checks a cell and, when it may run, keeps its names for later cells. */
export function checkCell(service: Service, code: string, cell: number, name: string): Checked {
  const framed = service.open(code);
  let errors = errorsOf(service, framed);
  if (errors.some((error) => isNodes(error, framed)) && service.readNode())
    errors = errorsOf(service, framed);
  const files = service.files.of(framed, code);
  errors = errors.length > 0 ? errors : service.files.errors(files).filter(counts);
  if (errors.length > 0) return { ok: false, failure: failureOf(errors, framed, labelOf(name)) };
  const promises = promisesIn(service, framed);
  const last = framed.tree.statements.at(-1);
  const awaitLast = last !== undefined && promises.includes(last);
  const warnings = promises.filter((statement) => statement !== last).map((node) => warningOf(framed, node));
  const script = emitCell(service.program(), framed, awaitLast);
  service.commit(framed, cell);
  return { ok: true, ...script, warnings: warnings.join(""), files: service.files.emit(files) };
}

function errorsOf(service: Service, framed: Framed): ts.Diagnostic[] {
  const { services, file } = service;
  const syntax = services.getSyntacticDiagnostics(file);
  const found = syntax.length > 0 ? syntax : services.getSemanticDiagnostics(file);
  return found.filter((item) => counts(item) && isInside(item, framed));
}

function counts({ category, code }: ts.Diagnostic): boolean {
  return category === ts.DiagnosticCategory.Error && code !== untypedPackage;
}

/** A name that nobody declared may be one that Node declares; and a stand-in has less than what it stands for. */
function isNodes({ code, start, length, messageText }: ts.Diagnostic, framed: Framed): boolean {
  const name = framed.text.slice(start!, start! + length!);
  const line = /.*$/.exec(framed.text.slice(0, start))![0] + /^.*/.exec(framed.text.slice(start))![0];
  if (mentionsStandIn(`${line} ${ts.flattenDiagnosticMessageText(messageText, " ")}`)) return true;
  return unknownName.has(code) && (name in globalThis || /^[A-Z]/.test(name));
}

/** A syntax error may be noticed in our footer; it belongs to the cell's end. Errors in the header are ours alone. */
function isInside(item: ts.Diagnostic, framed: Framed): boolean {
  return item.start !== undefined && item.start >= framed.start;
}

function failureOf(errors: ts.Diagnostic[], framed: Framed, label: string): Failure {
  const shown = errors.slice(0, mostErrors).map((error) => describe(error, framed, label));
  const rest = errors.length > mostErrors ? [`and ${errors.length - mostErrors} more`] : [];
  const traceback = shown.flatMap(({ head, source }) => [`TypeScript: ${head}`, ...source]);
  return { ename: "TypeScript", evalue: shown[0]!.head, traceback: [...traceback, ...rest] };
}

function describe(error: ts.Diagnostic, framed: Framed, label: string): { head: string; source: string[] } {
  if (error.file && error.file.fileName !== framed.file) return describeIn(error.file, error, error.start!);
  const { tree } = framed;
  return describeIn(tree, error, Math.min(error.start! - framed.start, tree.text.trimEnd().length), label);
}

/** @param label - what to call the file, when not by its name */
function describeIn(
  tree: ts.SourceFile,
  error: ts.Diagnostic,
  at: number,
  label = relative(process.cwd(), tree.fileName),
): { head: string; source: string[] } {
  const { line, character } = tree.getLineAndCharacterOfPosition(at);
  const text = tree.text.split("\n")[line] ?? "";
  const head = `${label}, line ${line + 1}, column ${character + 1}: ${wordsOf(error)} (TS${error.code})`;
  return { head, source: [`    ${text}`, `    ${" ".repeat(character)}^`] };
}

/** Names of earlier cells are imported behind the scenes; the words must not speak of imports. */
function wordsOf(error: ts.Diagnostic): string {
  const text = ts.flattenDiagnosticMessageText(error.messageText, "\n  ");
  return text
    .replace(/because it is an import\b/, "because it is a constant")
    .replace(/import\("[^"]*"\)\./g, "");
}

function labelOf(name: string): string {
  return name.replace(/\.ts$/, "").replace("-", " ");
}

/** Top-level statements that make a promise and drop it. */
function promisesIn(service: Service, framed: Framed): ts.Statement[] {
  const program = service.program();
  const checker = program.getTypeChecker();
  const made = program
    .getSourceFile(service.file)!
    .statements.filter(
      (item) =>
        item.getStart() >= framed.start &&
        ts.isExpressionStatement(item) &&
        !ts.isAwaitExpression(item.expression) &&
        isPromise(checker.getTypeAtLocation(item.expression)),
    );
  const starts = new Set(made.map((item) => item.getStart() - framed.start));
  return framed.tree.statements.filter((item) => starts.has(item.getStart()));
}

function isPromise(type: ts.Type): boolean {
  return type.getSymbol()?.name === "Promise" && type.getProperty("then") !== undefined;
}

function warningOf(framed: Framed, node: ts.Node): string {
  const { line } = framed.tree.getLineAndCharacterOfPosition(node.getStart());
  return `line ${line + 1}: nobody waits for this promise; write await in front of it, or void to say so\n`;
}
