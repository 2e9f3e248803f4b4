// The names that a piece of code takes from outside itself. A small scope analysis instead of the type checker's: it
// looks at each node once, so no learner's type can make it slow.
import ts from "typescript";

type Scope = { readonly names: ReadonlySet<string>; readonly outer: Scope | null };

/** Names used as values in `node` and not declared inside it. */
export function freeNames(node: ts.Node): Set<string> {
  const free = new Set<string>();
  visit(node, null, free);
  return free;
}

function visit(node: ts.Node, scope: Scope | null, free: Set<string>): void {
  if (isTypeOnly(node)) return;
  if (ts.isIdentifier(node)) {
    if (isReference(node) && !isDeclared(node.text, scope)) free.add(node.text);
    return;
  }
  const declared = declaredBy(node);
  const inner = declared.size > 0 ? { names: declared, outer: scope } : scope;
  ts.forEachChild(node, (child) => visit(child, inner, free));
}

function isTypeOnly(node: ts.Node): boolean {
  return (
    (ts.isTypeNode(node) && !isBaseClass(node)) ||
    ts.isTypeParameterDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node)
  );
}

/** `Base` of `class Layer extends Base`, which the parser takes for a type. */
function isBaseClass({ parent, kind }: ts.Node): boolean {
  if (kind !== ts.SyntaxKind.ExpressionWithTypeArguments || !ts.isHeritageClause(parent)) return false;
  return parent.token === ts.SyntaxKind.ExtendsKeyword && ts.isClassLike(parent.parent);
}

function isDeclared(name: string, scope: Scope | null): boolean {
  for (let s = scope; s; s = s.outer) if (s.names.has(name)) return true;
  return false;
}

/** Whether the identifier stands for a value, and is not the name of a property, a label or a declaration. */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent) || ts.isEnumMember(parent))
    return parent.initializer === node;
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return false;
  if (ts.isMetaProperty(parent) || ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)) return false;
  if (ts.isFunctionLike(parent) || ts.isClassLike(parent) || ts.isPropertyDeclaration(parent))
    return !("name" in parent && parent.name === node);
  return true;
}

function declaredBy(node: ts.Node): Set<string> {
  const names = new Set<string>();
  if (ts.isFunctionLike(node)) {
    for (const p of node.parameters) addBinding(p.name, names);
    if (ts.isFunctionExpression(node) && node.name) names.add(node.name.text);
    names.add("arguments");
    if ("body" in node && node.body) addVars(node.body, names);
  } else if (ts.isClassExpression(node) && node.name) names.add(node.name.text);
  else if (ts.isCatchClause(node) && node.variableDeclaration)
    addBinding(node.variableDeclaration.name, names);
  else if (ts.isForStatement(node) || ts.isForOfStatement(node) || ts.isForInStatement(node)) {
    const head = node.initializer;
    if (head && ts.isVariableDeclarationList(head))
      for (const d of head.declarations) addBinding(d.name, names);
  } else if (ts.isBlock(node) || ts.isCaseBlock(node) || ts.isModuleBlock(node) || ts.isSourceFile(node))
    for (const statement of statementsOf(node)) addDeclaration(statement, names);
  return names;
}

function statementsOf(
  node: ts.Block | ts.CaseBlock | ts.ModuleBlock | ts.SourceFile,
): readonly ts.Statement[] {
  return ts.isCaseBlock(node) ? node.clauses.flatMap((c) => [...c.statements]) : node.statements;
}

/** Names that a statement declares in its own block. */
function addDeclaration(statement: ts.Statement, names: Set<string>): void {
  if (ts.isVariableStatement(statement))
    for (const d of statement.declarationList.declarations) addBinding(d.name, names);
  else if (
    (ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isEnumDeclaration(statement)) &&
    statement.name
  )
    names.add(statement.name.text);
}

/** `var` anywhere in a function belongs to the function. */
function addVars(node: ts.Node, names: Set<string>): void {
  if (ts.isFunctionLike(node) || ts.isClassLike(node) || ts.isTypeNode(node)) return;
  if (ts.isVariableDeclarationList(node) && !(node.flags & ts.NodeFlags.BlockScoped))
    for (const d of node.declarations) addBinding(d.name, names);
  ts.forEachChild(node, (child) => addVars(child, names));
}

/** The names that a pattern such as `{ a, b: [c] }` binds. */
export function addBinding(name: ts.BindingName, names: Set<string>): void {
  if (ts.isIdentifier(name)) names.add(name.text);
  else for (const e of name.elements) if (ts.isBindingElement(e)) addBinding(e.name, names);
}
