// Tells an exercise that nobody has touched: it reads as in the release, comments and layout aside, or its body is only
// the throw that the release put there.
import ts from "#compiler";
import type { Definition } from "./definitions.js";

const printer = ts.createPrinter({ removeComments: true });
const marker = / is still to be written/;

/** Printing is as slow as parsing, and the release's definitions are compared with everybody's. */
const printed = new WeakMap<ts.Node, string>();

/** The definition's text without comments and layout. */
function normalised({ node }: Definition): string {
  const known = printed.get(node) ?? print(node);
  printed.set(node, known);
  return known;
}

function print(node: ts.Node): string {
  return printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile()).replace(/\s+/g, " ");
}

export function isStub(definition: Definition, release: Definition | undefined): boolean {
  if (release && isLike(definition, release)) return true;
  const body = definition.fn?.body;
  if (!body || !ts.isBlock(body)) return false;
  return body.statements.length === 1 && throwsMarker(body.statements[0]!);
}

/** Comments and layout aside. What lacks the release's own words need not be printed to be told from it. */
function isLike(definition: Definition, release: Definition): boolean {
  if (marker.test(release.text) && !marker.test(definition.text)) return false;
  return normalised(definition) === normalised(release);
}

/** A throw of the release is left in a function that is otherwise begun. */
export function hasMarker(definition: Definition): boolean {
  const find = (node: ts.Node): boolean =>
    throwsMarker(node) || (ts.forEachChild(node, (c) => find(c) || undefined) ?? false);
  return find(definition.node);
}

function throwsMarker(node: ts.Node): boolean {
  if (!ts.isThrowStatement(node) || !ts.isNewExpression(node.expression)) return false;
  const [text] = node.expression.arguments ?? [];
  return text !== undefined && ts.isStringLiteralLike(text) && marker.test(text.text);
}
