// The top-level definitions of a cell: functions, classes, values, enums, imports. Everything else a notebook does at top
// level (training runs, plots, prints) defines nothing and is left out.
import ts from "#compiler";
import { addBinding, freeNames } from "./free-names.js";
import type { ParsedCell } from "./parse-cell.js";

export interface Definition {
  readonly names: readonly string[];
  readonly cell: number;
  readonly line: number;
  /** TypeScript that defines the names, without `export`. */
  readonly text: string;
  readonly free: ReadonlySet<string>;
  /** A function or class: what it uses is needed when it is called, not when it is defined. */
  readonly isLazy: boolean;
  /** The function behind the name, if it is one. */
  readonly fn: ts.FunctionLikeDeclaration | null;
  /** For an import: the module's name. */
  readonly module: string | null;
  /** Why it cannot be lifted out of the notebook. */
  readonly outside: "await" | "notebook" | null;
  /** Forbidden syntax inside. */
  readonly forbidden: string | null;
  readonly node: ts.Node;
}

type Part = Pick<Definition, "names" | "text" | "isLazy"> & Partial<Definition> & { readonly node: ts.Node };

/** Parts of kernel-lib that only a notebook has. */
const notebookParts = new Set(["datasets", "io", "plot"]);

export function definitionsOf({ file, cell }: ParsedCell): Definition[] {
  return file.statements.flatMap(partsOf).map((part) => ({
    fn: null,
    module: null,
    outside: part.isLazy ? null : outsideOf(part.node),
    forbidden: forbiddenIn(part.node),
    free: freeNames(part.node),
    cell,
    line: file.getLineAndCharacterOfPosition(part.node.getStart()).line + 1,
    ...part,
  }));
}

function partsOf(statement: ts.Statement): Part[] {
  if (ts.isImportDeclaration(statement)) return importParts(statement);
  if (hasModifier(statement, ts.SyntaxKind.DeclareKeyword)) return [];
  if (ts.isFunctionDeclaration(statement)) return functionPart(statement);
  if (ts.isClassDeclaration(statement) && statement.name)
    return [{ names: [statement.name.text], text: bare(statement), isLazy: true, node: statement }];
  if (ts.isEnumDeclaration(statement) || ts.isModuleDeclaration(statement))
    return [{ names: [statement.name.text], text: bare(statement), isLazy: false, node: statement }];
  if (ts.isBlock(statement)) return statement.statements.flatMap((inner) => functionsOf(inner));
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.flatMap(variablePart);
  if (ts.isExpressionStatement(statement)) return assignedFunction(statement.expression);
  return [];
}

/** A function in a block is seen outside of it, as in every notebook that is not strict. */
function functionsOf(statement: ts.Statement): Part[] {
  return ts.isFunctionDeclaration(statement) ? functionPart(statement) : [];
}

function functionPart(node: ts.FunctionDeclaration): Part[] {
  if (!node.name || !node.body) return []; // an overload's signature
  return [{ names: [node.name.text], text: bare(node), isLazy: true, node, fn: node }];
}

function variablePart(node: ts.VariableDeclaration): Part[] {
  const names = new Set<string>();
  addBinding(node.name, names);
  const value = node.initializer && unwrap(node.initializer);
  const fn = value && isFunctionValue(value) ? value : null;
  const isConst = (node.parent.flags & ts.NodeFlags.Const) !== 0;
  const text = `${isConst ? "const" : "let"} ${node.getText()};`;
  const isLazy = fn !== null || (value !== undefined && ts.isClassExpression(value));
  return [{ names: [...names], text, isLazy, node, fn }];
}

/** `sigmoid = (z) => …` without a declaration: a notebook kernel accepts it. */
function assignedFunction(node: ts.Expression): Part[] {
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return [];
  const value = unwrap(node.right);
  if (!ts.isIdentifier(node.left) || !isFunctionValue(value)) return [];
  const text = `let ${node.left.text} = ${node.right.getText()};`;
  return [{ names: [node.left.text], text, isLazy: true, node: node.right, fn: value }];
}

function isFunctionValue(node: ts.Expression): node is ts.ArrowFunction | ts.FunctionExpression {
  return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

/** Without brackets and type assertions. */
function unwrap(node: ts.Expression): ts.Expression {
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node))
    return unwrap(node.expression);
  return node;
}

function importParts(node: ts.ImportDeclaration): Part[] {
  const clause = node.importClause;
  const module = (node.moduleSpecifier as ts.StringLiteral).text;
  if (!clause || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return [];
  const part = (local: ts.Identifier, text: string): Part => {
    return { names: [local.text], text, isLazy: true, node: local, module, free: new Set() };
  };
  const parts = clause.name ? [part(clause.name, `const ${clause.name.text} = $kernelLib;`)] : [];
  const bindings = clause.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings))
    parts.push(part(bindings.name, `const ${bindings.name.text} = $kernelLib;`));
  if (bindings && ts.isNamedImports(bindings))
    for (const e of bindings.elements) {
      const imported = (e.propertyName ?? e.name).text;
      if (!e.isTypeOnly)
        parts.push(part(e.name, `const ${e.name.text} = $kernelLib[${JSON.stringify(imported)}];`));
    }
  return parts;
}

/** The statement's text without `export`, `default`. */
function bare(
  node: ts.Statement & { readonly modifiers?: ts.NodeArray<ts.ModifierLike> | undefined },
): string {
  const drop = (node.modifiers ?? []).filter(
    (m) => m.kind === ts.SyntaxKind.ExportKeyword || m.kind === ts.SyntaxKind.DefaultKeyword,
  );
  const start = drop.length > 0 ? drop.at(-1)!.end : node.getStart();
  return node.getSourceFile().text.slice(start, node.end).trim();
}

function hasModifier(node: ts.Statement, kind: ts.SyntaxKind): boolean {
  return ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((m) => m.kind === kind);
}

/** Whether evaluating the node needs an `await` or a part of kernel-lib that only notebooks have. */
function outsideOf(node: ts.Node): Definition["outside"] {
  if (ts.isFunctionLike(node)) return null;
  if (ts.isAwaitExpression(node)) return "await";
  if (
    ts.isPropertyAccessExpression(node) &&
    notebookParts.has(node.name.text) &&
    ts.isIdentifier(node.expression)
  )
    return "notebook";
  return ts.forEachChild(node, (child) => outsideOf(child) ?? undefined) ?? null;
}

function forbiddenIn(node: ts.Node): string | null {
  if (node.kind === ts.SyntaxKind.ImportKeyword && ts.isCallExpression(node.parent)) return "import()";
  if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) return "import.meta";
  if (ts.isIdentifier(node) && node.text === "require" && ts.isCallExpression(node.parent))
    return "require()";
  if (ts.isImportEqualsDeclaration(node)) return "import = require()";
  return ts.forEachChild(node, (child) => forbiddenIn(child) ?? undefined) ?? null;
}
