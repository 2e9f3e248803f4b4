// Recognises `np.nn`, `const { nn } = np` and `import { nn } from "kernel-lib"` where an assignment withholds `nn`. It is for
// a clear sentence only: ways around it find the part missing when the program runs.
import ts from "#compiler";
import type { Table } from "./table.js";

/** The first of the parts that the code reads from kernel-lib, or null. */
export function withheldPart(node: ts.Node, parts: readonly string[], table: Table): string | null {
  const part = partReadBy(node, table);
  if (part !== null && parts.includes(part)) return part;
  return ts.forEachChild(node, (child) => withheldPart(child, parts, table) ?? undefined) ?? null;
}

function partReadBy(node: ts.Node, table: Table): string | null {
  if (ts.isPropertyAccessExpression(node) && isLibrary(node.expression, table)) return node.name.text;
  if (ts.isElementAccessExpression(node) && isLibrary(node.expression, table))
    return ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : null;
  if (ts.isBindingElement(node)) return partBound(node, table);
  if (node.parent && ts.isImportSpecifier(node.parent) && ts.isIdentifier(node))
    return moduleOf(node, table) === "kernel-lib"
      ? (node.parent.propertyName ?? node.parent.name).text
      : null;
  return null;
}

/** const { nn: mine } = np */
function partBound(node: ts.BindingElement, table: Table): string | null {
  const { initializer } = node.parent.parent as { initializer?: ts.Expression };
  if (!initializer || !isLibrary(initializer, table)) return null;
  const name = node.propertyName ?? node.name;
  return ts.isIdentifier(name) ? name.text : null;
}

function isLibrary(node: ts.Expression, table: Table): boolean {
  return ts.isIdentifier(node) && moduleOf(node, table) === "kernel-lib";
}

function moduleOf({ text }: ts.Identifier, table: Table): string | null {
  return table.byName.get(text)?.module ?? null;
}
