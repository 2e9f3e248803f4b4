// TypeScript to JavaScript. A cell becomes a script for V8's REPL mode: each top-level declaration turns into `let` (the
// one kind that may be declared again as any other), functions move up, imports become awaited calls, and after each
// await the kernel can stop the cell. Files beside the notebook stay modules.

import { readFileSync } from "node:fs";
import ts from "#typescript";
import { emitOptions } from "./options.js";
import type { Framed } from "./service.js";

const { factory } = ts;

/** JavaScript, and the source map that leads back to what was written. */
interface Emitted {
  code: string;
  map: string;
}

/** A checked cell as JavaScript; line 1 of its source is the header. `awaitLast`: its value is a promise. */
export function emitCell(program: ts.Program, framed: Framed, awaitLast: boolean): Emitted {
  return emit(
    program,
    framed.file,
    (context) => (file) => new CellWriter(context, framed, awaitLast).write(file),
  );
}

/** A file of the program as a JavaScript module. */
export function emitFile(program: ts.Program, path: string): Emitted {
  return emit(program, path, writeFileResumes);
}

function emit(program: ts.Program, path: string, after: ts.TransformerFactory<ts.SourceFile>): Emitted {
  const written = new Map<string, string>();
  const write: ts.WriteFileCallback = (name, text) =>
    written.set(name.endsWith(".map") ? "map" : "code", text);
  program.emit(program.getSourceFile(path), write, undefined, false, { after: [after] });
  return {
    code: written.get("code")!.replace(/\n\/\/# sourceMappingURL=.*\s*$/, ""),
    map: written.get("map")!,
  };
}

const writeFileResumes: ts.TransformerFactory<ts.SourceFile> = (context) => (file) =>
  writeResumes(file, context) as ts.SourceFile;

/** A TypeScript file that no program knows, as a JavaScript module. */
export function transpileFile(path: string): string {
  const { outputText } = ts.transpileModule(readFileSync(path, "utf8"), {
    compilerOptions: { ...emitOptions, sourceMap: false, inlineSources: false },
    transformers: { after: [writeFileResumes] },
    fileName: path,
  });
  return outputText;
}

class CellWriter {
  private readonly context: ts.TransformationContext;
  private readonly framed: Framed;
  private readonly awaitLast: boolean;
  private readonly first: ts.Statement[] = [];

  constructor(context: ts.TransformationContext, framed: Framed, awaitLast: boolean) {
    this.context = context;
    this.framed = framed;
    this.awaitLast = awaitLast;
  }

  write(file: ts.SourceFile): ts.SourceFile {
    const last = this.lastOf(ts.getOriginalNode(file) as ts.SourceFile);
    const own = file.statements.filter((item) => this.isOfCell(ts.getOriginalNode(item)));
    const rest = own.flatMap((item) =>
      ts.isExpressionStatement(item) && ts.getOriginalNode(item) === last
        ? this.writeLast(item, last)
        : this.statement(item),
    );
    const strict = factory.createExpressionStatement(factory.createStringLiteral("use strict"));
    const nothing = factory.createExpressionStatement(factory.createVoidZero()); // no value for the inspector to hold
    const statements = [strict, ...this.first, ...rest, nothing];
    const written = factory.updateSourceFile(file, factory.createNodeArray(statements));
    return writeCellCalls(written, this.context) as ts.SourceFile;
  }

  /** Not of the header, nor of the footer; what the compiler made up itself is the cell's. */
  private isOfCell({ pos, end }: ts.Node): boolean {
    return pos < 0 || (end > this.framed.start && pos < this.framed.end);
  }

  /** The expression that ends the cell, if one does. */
  private lastOf(original: ts.SourceFile): ts.ExpressionStatement | null {
    const last = original.statements.findLast((item) => this.isOfCell(item));
    return last && ts.isExpressionStatement(last) ? last : null;
  }

  private statement(node: ts.Statement): ts.Statement[] {
    if (ts.isImportDeclaration(node)) return this.moveUp(this.imported(node));
    if (ts.isExportDeclaration(node)) return [];
    if (ts.isExportAssignment(node)) return [factory.createExpressionStatement(node.expression)];
    if (ts.isVariableStatement(node)) return [letStatement(node)];
    if (ts.isFunctionDeclaration(node) && node.name) return this.moveUp([functionAsLet(node)]);
    if (ts.isClassDeclaration(node)) return [withoutExport(node)];
    return [node];
  }

  private moveUp(statements: ts.Statement[]): [] {
    this.first.push(...statements);
    return [];
  }

  /** import d, { a as b } from "x"  ->  let { default: d, a: b } = await __cell__.import("x", …) */
  private imported(node: ts.ImportDeclaration): ts.Statement[] {
    const bindings = node.importClause?.namedBindings;
    const elements = this.importedElements(node);
    if (bindings && ts.isNamespaceImport(bindings)) {
      const whole = [letOf(bindings.name, importCall(node, []), node)];
      return elements.length === 0 ? whole : [...whole, letOf(objectPattern(elements), bindings.name, node)];
    }
    const call = importCall(
      node,
      elements.map(([name]) => name),
    );
    if (elements.length === 0) return [factory.createExpressionStatement(call)];
    return [letOf(objectPattern(elements), call, node)];
  }

  /** Pairs of the exported name and the name in the cell. */
  private importedElements(node: ts.ImportDeclaration): [string, string][] {
    const clause = node.importClause;
    const own: [string, string][] = clause?.name ? [["default", clause.name.text]] : [];
    const bindings = clause?.namedBindings;
    if (!bindings || !ts.isNamedImports(bindings)) return own;
    return [
      ...own,
      ...bindings.elements.map((item): [string, string] => [
        (item.propertyName ?? item.name).text,
        item.name.text,
      ]),
    ];
  }

  private writeLast(node: ts.ExpressionStatement, original: ts.Node): ts.Statement[] {
    const value = this.awaitLast ? factory.createAwaitExpression(node.expression) : node.expression;
    const text = this.framed.text.slice(original.pos, Math.min(original.end, this.framed.end));
    const shown = text.trimEnd().endsWith(";") ? value : cellCall("result", [value]);
    return [at(factory.createExpressionStatement(shown), node)];
  }
}

function letStatement(node: ts.VariableStatement): ts.Statement {
  const { declarations } = node.declarationList;
  return at(factory.createVariableStatement([], letList(declarations, node.declarationList)), node);
}

function letList(items: readonly ts.VariableDeclaration[], from: ts.Node): ts.VariableDeclarationList {
  return at(factory.createVariableDeclarationList(items, ts.NodeFlags.Let), from);
}

/** function f() {}  ->  let f = function () {}: V8 would refuse a function where an earlier cell had a variable. */
function functionAsLet(node: ts.FunctionDeclaration): ts.Statement {
  const modifiers = node.modifiers?.filter((item) => item.kind === ts.SyntaxKind.AsyncKeyword);
  const { asteriskToken, parameters, body } = node;
  const value = factory.createFunctionExpression(
    modifiers as ts.Modifier[] | undefined,
    asteriskToken,
    undefined,
    undefined,
    parameters,
    undefined,
    body!,
  );
  return letOf(node.name!, at(value, node), node);
}

function withoutExport(node: ts.ClassDeclaration): ts.Statement {
  const kept = node.modifiers?.filter(
    (item) => item.kind !== ts.SyntaxKind.ExportKeyword && item.kind !== ts.SyntaxKind.DefaultKeyword,
  );
  return factory.updateClassDeclaration(node, kept, node.name, undefined, node.heritageClauses, node.members);
}

function letOf(name: ts.BindingName, value: ts.Expression, from: ts.Node): ts.Statement {
  const item = factory.createVariableDeclaration(name, undefined, undefined, value);
  return at(factory.createVariableStatement([], letList([item], from)), from);
}

function objectPattern(elements: [string, string][]): ts.BindingName {
  return factory.createObjectBindingPattern(
    elements.map(([name, local]) =>
      factory.createBindingElement(
        undefined,
        factory.createStringLiteral(name),
        factory.createIdentifier(local),
      ),
    ),
  );
}

function importCall(node: ts.ImportDeclaration, names: string[]): ts.Expression {
  const wanted = factory.createArrayLiteralExpression(names.map((name) => factory.createStringLiteral(name)));
  return factory.createAwaitExpression(
    cellCall("import", [node.moduleSpecifier, attributesOf(node), wanted]),
  );
}

function attributesOf(node: ts.ImportDeclaration): ts.Expression {
  const elements = node.attributes?.elements ?? [];
  if (elements.length === 0) return factory.createVoidZero();
  const entries = elements.map((item) => factory.createPropertyAssignment(item.name, item.value));
  const record = factory.createObjectLiteralExpression(entries);
  return factory.createObjectLiteralExpression([factory.createPropertyAssignment("with", record)]);
}

function cellCall(name: string, args: ts.Expression[]): ts.Expression {
  const callee = factory.createPropertyAccessExpression(factory.createIdentifier("__cell__"), name);
  return factory.createCallExpression(callee, undefined, args);
}

/** Dynamic import, import.meta and await, wherever they stand in a cell. */
function writeCellCalls(root: ts.Node, context: ts.TransformationContext): ts.Node {
  const visit = (node: ts.Node): ts.Node => {
    if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) {
      return factory.createPropertyAccessExpression(factory.createIdentifier("__cell__"), "meta");
    }
    const inner = ts.visitEachChild(node, visit, context);
    if (ts.isCallExpression(inner) && inner.expression.kind === ts.SyntaxKind.ImportKeyword) {
      return at(cellCall("import", [...inner.arguments]), inner);
    }
    return resumed(inner, (value) => cellCall("resume", [cellCall("mark", []), ...value]));
  };
  return visit(root);
}

/** The same for files beside the notebook, which know the kernel by a symbol only. */
function writeResumes(root: ts.Node, context: ts.TransformationContext): ts.Node {
  const visit = (node: ts.Node): ts.Node => resumed(ts.visitEachChild(node, visit, context), symbolResume);
  return visit(root);
}

/** await x  ->  resume(mark(), await x);  for await (…) body  ->  for await (…) { resume(mark()); body } */
function resumed(node: ts.Node, resume: (value: ts.Expression[]) => ts.Expression): ts.Node {
  if (ts.isAwaitExpression(node)) return at(resume([node]), node);
  if (!ts.isForOfStatement(node) || !node.awaitModifier) return node;
  const body = factory.createBlock([factory.createExpressionStatement(resume([])), node.statement], true);
  return factory.updateForOfStatement(node, node.awaitModifier, node.initializer, node.expression, body);
}

/** globalThis[Symbol.for("nabla.resume")](value) */
function symbolResume(value: ts.Expression[]): ts.Expression {
  const symbol = factory.createCallExpression(
    factory.createPropertyAccessExpression(factory.createIdentifier("Symbol"), "for"),
    undefined,
    [factory.createStringLiteral("nabla.resume")],
  );
  const hook = factory.createElementAccessExpression(factory.createIdentifier("globalThis"), symbol);
  return factory.createCallExpression(hook, undefined, value);
}

function at<T extends ts.Node>(made: T, from: ts.Node): T {
  return ts.setTextRange(made, from);
}
