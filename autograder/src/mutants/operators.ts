// Mistakes in one place of a function: sign, axis, constant, missing term, missing transpose, mean for sum, a fixed m, a
// loop that ends too early. Prints and the pause for the notebook are left alone: no test can see them.
import ts from "typescript";
import { type Edit, type Made, replace } from "./edit.js";

const binary: Record<string, readonly string[]> = {
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "**": ["*"],
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "&&": ["||"],
  "||": ["&&"],
};

const exchanged: Record<string, readonly string[]> = {
  add: ["subtract"],
  subtract: ["add"],
  multiply: ["divide"],
  divide: ["multiply"],
  sum: ["mean"],
  mean: ["sum"],
  max: ["min"],
  maximum: ["minimum"],
  greater: ["greaterEqual", "less"],
  zeros: ["ones"],
  randn: ["rand"],
  dot: ["multiply"],
};

const commutes = new Set(["add", "multiply", "maximum", "minimum", "equal"]);
const words: Record<string, string> = { relu: "sigmoid", sigmoid: "relu" };

/** Edits of all places in the function. */
export function nodeEdits(made: Made): Edit[] {
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || isUnseen(node)) return;
    edits.push(...editsOf(node));
    ts.forEachChild(node, visit);
  };
  visit(made.body!);
  return edits;
}

function editsOf(node: ts.Node): Edit[] {
  if (ts.isBinaryExpression(node)) return binaryEdits(node);
  if (ts.isCallExpression(node)) return callEdits(node);
  if (ts.isNumericLiteral(node)) return numberEdits(node);
  if (ts.isPropertyAssignment(node)) return optionEdits(node);
  if (ts.isConditionalExpression(node)) return choiceEdits(node);
  if (ts.isExpressionStatement(node)) return [replace(node, ts.isBlock(node.parent) ? "" : "{}")];
  if (ts.isStringLiteral(node) && words[node.text]) return [replace(node, `"${words[node.text]}"`)];
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken)
    return [replace(node, node.operand.getText())];
  if (ts.isPropertyAccessExpression(node) && node.name.text === "T")
    return [replace(node, node.expression.getText())];
  if (isShapeEntry(node)) return [replace(node, "2")];
  return [];
}

/** `console.log(…)`, an `if` with nothing else in it, and `await np.tick()`. */
function isUnseen(node: ts.Node): boolean {
  if (ts.isIfStatement(node)) return node.elseStatement === undefined && isUnseen(node.thenStatement);
  if (!ts.isExpressionStatement(node)) return false;
  return /^(console\.log\(|await np\.tick\()/.test(node.getText());
}

function isShapeEntry(node: ts.Node): boolean {
  return ts.isElementAccessExpression(node) && node.expression.getText().endsWith(".shape");
}

function binaryEdits(node: ts.BinaryExpression): Edit[] {
  const operators = binary[node.operatorToken.getText()] ?? [];
  const [left, right] = [node.left.getText(), node.right.getText()];
  const others = operators.map((operator) => replace(node, `${left} ${operator} ${right}`));
  const isSum = ts.isBinaryExpression(node) && /^[-+*/]$/.test(node.operatorToken.getText());
  return isSum ? [...others, replace(node, left), replace(node, right)] : others;
}

function callEdits(node: ts.CallExpression): Edit[] {
  const called = node.expression;
  const args = node.arguments.map((argument) => argument.getText());
  const list = node.arguments.map((argument) => argument);
  const edits: Edit[] = [];
  if (ts.isPropertyAccessExpression(called)) {
    const object = called.expression.getText();
    for (const other of exchanged[called.name.text] ?? [])
      edits.push(replace(node, `${object}.${other}(${args.join(", ")})`));
    if (object !== "np" && args.length === 1 && called.name.text in exchanged)
      edits.push(replace(node, object));
  }
  if (list.some((argument) => ts.isFunctionLike(argument) || ts.isSpreadElement(argument))) return edits;
  const name = ts.isPropertyAccessExpression(called) ? called.name.text : called.getText();
  const isStatic = !ts.isPropertyAccessExpression(called) || called.expression.getText() === "np";
  if (isStatic && args.length === 1 && !ts.isArrayLiteralExpression(list[0]!))
    edits.push(replace(node, args[0]!));
  if (isStatic && args.length === 2 && !ts.isObjectLiteralExpression(list[1]!))
    edits.push(...args.map((argument) => replace(node, argument)));
  if (isStatic && args.length >= 2 && !ts.isObjectLiteralExpression(list[1]!) && !commutes.has(name))
    edits.push(replace(node, `${called.getText()}(${[args[1], args[0], ...args.slice(2)].join(", ")})`));
  return edits;
}

/** Counts grow by one, amounts double, axes are exchanged. */
function numberEdits(node: ts.NumericLiteral): Edit[] {
  const value = Number(node.text);
  const parent = node.parent;
  const isAxis = ts.isPropertyAssignment(parent) && parent.name.getText() === "axis";
  if (isAxis || isShapeEntry(parent))
    return [replace(parent, parent.getText().replace(/\d+/, String(1 - value)))];
  const other = Number.isInteger(value) ? value + 1 : 2 * value;
  return [replace(node, String(other))].map((edit) => ({
    ...edit,
    name: `${node.text} -> ${other} in ${replace(statementOf(node), "").name.replace(/ -> nothing$/, "")}`,
  }));
}

/** `axis` and `keepdims` are forgotten. */
function optionEdits(node: ts.PropertyAssignment): Edit[] {
  const name = node.name.getText();
  if (name === "keepdims") return [replace(node, "keepdims: false")];
  return [];
}

function choiceEdits(node: ts.ConditionalExpression): Edit[] {
  const [condition, yes, no] = [node.condition, node.whenTrue, node.whenFalse].map((part) => part.getText());
  return [replace(node, `${condition} ? ${no} : ${yes}`), replace(node, yes!), replace(node, no!)];
}

/** The statement around a node, for its name. */
function statementOf(node: ts.Node): ts.Node {
  let at = node;
  while (at.parent && !ts.isStatement(at)) at = at.parent;
  return at;
}
