// The names a cell declares at its top level, read off the syntax tree.

import ts from "#typescript";

/** How a later cell may use a name: read only, assign to it, or (types, functions, classes) import it as it is. */
export type NameKind = "const" | "let" | "import";

export interface Declared {
  names: Map<string, NameKind>;
  /** names the cell exports by itself, with `export` in front */
  exported: Set<string>;
}

/** The names that the statements of `file` declare; `var` counts wherever it stands outside of functions. */
export function declaredNames(file: ts.SourceFile): Declared {
  const names = new Map<string, NameKind>();
  const exported = new Set<string>();
  for (const statement of file.statements) {
    const found = namesOf(statement);
    for (const [name, kind] of found) names.set(name, kind);
    if (isExported(statement)) for (const [name] of found) exported.add(name);
  }
  return { names, exported };
}

function namesOf(statement: ts.Statement): [string, NameKind][] {
  if (ts.isVariableStatement(statement)) return namesOfList(statement.declarationList);
  if (ts.isImportDeclaration(statement)) return namesOfImport(statement).map((name) => [name, "import"]);
  if (ts.isImportEqualsDeclaration(statement)) return [[statement.name.text, "import"]];
  const named = statement as ts.Statement & { name?: ts.Node };
  if (isNamedDeclaration(statement)) {
    if (!named.name || !ts.isIdentifier(named.name)) return [];
    return [[named.name.text, "import"]];
  }
  return hoistedVars(statement);
}

function isNamedDeclaration(statement: ts.Statement): boolean {
  return (
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isModuleDeclaration(statement)
  );
}

function namesOfList(list: ts.VariableDeclarationList): [string, NameKind][] {
  const kind = list.flags & ts.NodeFlags.Const ? "const" : "let"; // `using` has the flag as well
  return list.declarations.flatMap((item) => namesOfBinding(item.name)).map((name) => [name, kind]);
}

/** The identifiers in `a`, `{ a, b: c }`, `[a, ...rest]`. */
function namesOfBinding(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((item) => (ts.isOmittedExpression(item) ? [] : namesOfBinding(item.name)));
}

function namesOfImport(statement: ts.ImportDeclaration): string[] {
  const clause = statement.importClause;
  if (!clause) return [];
  const own = clause.name ? [clause.name.text] : [];
  const bindings = clause.namedBindings;
  if (!bindings) return own;
  if (ts.isNamespaceImport(bindings)) return [...own, bindings.name.text];
  return [...own, ...bindings.elements.map((item) => item.name.text)];
}

function hoistedVars(node: ts.Node): [string, NameKind][] {
  if (ts.isFunctionLike(node) || ts.isClassLike(node)) return [];
  const own =
    ts.isVariableDeclarationList(node) && !(node.flags & ts.NodeFlags.BlockScoped) ? namesOfList(node) : [];
  const inner: [string, NameKind][] = [];
  ts.forEachChild(node, (child) => void inner.push(...hoistedVars(child)));
  return [...own, ...inner];
}

function isExported(statement: ts.Statement): boolean {
  if (!ts.canHaveModifiers(statement)) return false;
  return ts.getModifiers(statement)?.some((item) => item.kind === ts.SyntaxKind.ExportKeyword) ?? false;
}
