// The usual mistakes of the field as changes of a syntax tree. A rule looks at one node and says what it would be if the
// mistake were made there.
import type ts from "typescript";
import type { Edit } from "./edits.js";

/** A stretch of the program and what stands there instead. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** `np.f(a, b)`, `a.f(b)` or `f(a, b)`. */
export interface Call {
  readonly node: ts.CallExpression;
  /** Last part of the name: `sum`, `norm`, `sigmoid`. */
  readonly name: string;
  /** Texts; of a method the object is the first. */
  readonly args: readonly string[];
  readonly form: "library" | "method" | "function";
}

export function callOf(tsc: typeof ts, node: ts.Node): Call | null {
  if (!tsc.isCallExpression(node)) return null;
  const { expression } = node;
  const args = node.arguments.map((a) => a.getText());
  if (tsc.isIdentifier(expression)) return { node, name: expression.text, args, form: "function" };
  if (!tsc.isPropertyAccessExpression(expression)) return null;
  const name = expression.name.text;
  const object = expression.expression.getText();
  if (/^np\b/.test(object)) return { node, name, args, form: "library" };
  return { node, name, args: [object, ...args], form: "method" };
}

/** Of two mistakes with one effect the earlier one here is named. */
const suspicion = [
  ...[
    "sum-for-mean",
    "mean-for-sum",
    "overflow",
    "keepdims",
    "axis",
    "axis-missing",
    "transpose",
    "bias",
    "rate",
    "constant",
  ],
  ...[
    "sign",
    "plus",
    "minus",
    "log2",
    "log10",
    "complement",
    "shape-index",
    "reversed-shape",
    "activation",
    "names",
    "layer",
  ],
  ...[
    "sigmoid-for-tanh",
    "tanh-for-sigmoid",
    "sigmoid-for-relu",
    "square-for-abs",
    "abs-for-square",
    "function",
    "factor",
  ],
  ...[
    "division",
    "fraction",
    "difference",
    "order",
    "dot-for-multiply",
    "multiply-for-dot",
    "loop",
    "layer-index",
    "term",
  ],
];

export function bySuspicion(a: { readonly id: string }, b: { readonly id: string }): number {
  const rank = (id: string): number => (suspicion.includes(id) ? suspicion.indexOf(id) : suspicion.length);
  return rank(a.id) - rank(b.id);
}

type Make = (id: string, text: string, params?: Edit["params"]) => void;

export function rules(tsc: typeof ts, node: ts.Node, call: Call | null, names: ReadonlySet<string>): Edit[] {
  const edits: Edit[] = [];
  const make: Make = (id, text, params = {}) => {
    if (text !== node.getText()) edits.push({ id, params, start: node.getStart(), end: node.getEnd(), text });
  };
  if (call) for (const rule of callRules) rule(call, make);
  if (tsc.isObjectLiteralExpression(node)) optionRules(tsc, node, make);
  else if (tsc.isPropertyAccessExpression(node)) accessRules(node, names, make);
  else if (tsc.isShorthandPropertyAssignment(node)) shorthandRules(node, names, make);
  else if (tsc.isIdentifier(node)) nameRules(tsc, node, names, make);
  else if (tsc.isElementAccessExpression(node)) indexRules(node, make);
  else if (tsc.isTemplateSpan(node) || tsc.isBinaryExpression(node)) stepRules(tsc, node, make);
  else if (tsc.isPrefixUnaryExpression(node)) unaryRules(tsc, node, make);
  return edits;
}

const wrap = (text: string): string => `(${text})`;

/** The same call of another function. */
function other({ node, args, form }: Call, name: string, list: readonly string[] = args): string {
  if (form === "method") return `(${list[0]}).${name}(${list.slice(1).join(", ")})`;
  const start = node.expression.getText().replace(/\w+$/, name);
  return `${form === "function" ? name : start}(${list.join(", ")})`;
}

const isCount = (text: string): boolean =>
  /^\(?[mnN]\)?$|^\(?1 \/ [mnN]\)?$|\.shape\[\d\]$|\.size$|\.length$/.test(text);
const isBias = (text: string): boolean => /^b\d*$|\.b\d*$|\[["'`]b[^\]]*\]$|bias$/i.test(text);

/** Outer functions whose absence everybody knows by name. */
const plain = new Set(["exp", "sqrt", "log", "abs", "square", "tanh", "sin", "cos"]);

const callRules: readonly ((call: Call, make: Make) => void)[] = [
  (call, make) => {
    const { name, args } = call;
    if (name === "mean") make("sum-for-mean", other(call, "sum"));
    if (name === "divide" && isCount(args[1]!)) make("sum-for-mean", wrap(args[0]!));
    if (name !== "multiply") return;
    if (isCount(args[0]!)) make("sum-for-mean", wrap(args[1]!));
    if (isCount(args[1]!)) make("sum-for-mean", wrap(args[0]!));
  },
  (call, make) => call.name === "sum" && make("mean-for-sum", other(call, "mean")),
  ({ name, args }, make) =>
    name === "subtract" &&
    /\.max\(|largest|highest|biggest/i.test(args[1]!) &&
    make("overflow", wrap(args[0]!)),
  (call, make) => {
    const { name, args } = call;
    if (name !== "add") return;
    if (isBias(args[1]!)) make("bias", wrap(args[0]!));
    else for (const arg of args) make("term", wrap(arg));
    make("minus", other(call, "subtract"));
  },
  (call, make) => {
    const { name, args } = call;
    if (name !== "subtract") return;
    if (args[0] === "1") make("complement", wrap(args[1]!));
    make("difference", other(call, name, [args[1]!, args[0]!]));
    make("plus", other(call, "add"));
    make("term", wrap(args[0]!));
  },
  ({ name, args }, make) => name === "negative" && make("sign", wrap(args[0]!)),
  (call, make) => {
    const { name, args, node } = call;
    if (name !== "log") return;
    if (/^Math\b/.test(node.getText())) make("log2", `Math.log2(${args.at(-1)})`);
    else make("log2", `np.divide(${node.getText()}, ${Math.LN2})`);
    if (/^Math\b/.test(node.getText())) make("log10", `Math.log10(${args.at(-1)})`);
    else make("log10", `np.divide(${node.getText()}, ${Math.LN10})`);
  },
  (call, make) => {
    const { name, args } = call;
    if (name === "tanh") make("sigmoid-for-tanh", `np.divide(1, np.add(1, np.exp(np.negative(${args[0]}))))`);
    if (name === "sigmoid") make("tanh-for-sigmoid", `np.tanh(${args[0]})`);
    if (name === "relu") make("sigmoid-for-relu", `np.divide(1, np.add(1, np.exp(np.negative(${args[0]}))))`);
    if (name === "abs") make("square-for-abs", other(call, "square"));
    if (name === "square") make("abs-for-square", other(call, "abs"));
  },
  ({ name, args, node, form }, make) => {
    const argument = /^Math\b/.test(node.getText()) ? args.at(-1)! : args[0];
    if (plain.has(name)) make("function", wrap(argument!), { name });
    if (form === "function" && /^(sigmoid|relu|softmax)$/.test(name))
      make("activation", wrap(args[0]!), { name });
    if (name === "maximum" && args[0] === "0") make("activation", wrap(args[1]!), { name: "max(0, z)" });
    if (name === "maximum" && args[1] === "0") make("activation", wrap(args[0]!), { name: "max(0, z)" });
    if (name === "power" && args[1] === "2") make("function", wrap(args[0]!), { name: "square" });
  },
  (call, make) => {
    const { name, args } = call;
    if (name !== "multiply") return;
    for (const [left, stays] of [args, [...args].reverse()] as [string, string][]) factor(left, stays, make);
    make("dot-for-multiply", `np.dot(${args.join(", ")})`);
  },
  (call, make) => {
    const { name, args } = call;
    if (name !== "dot" && name !== "matmul") return;
    make("order", other(call, name, [args[1]!, args[0]!]));
    make("multiply-for-dot", `np.multiply(${args.join(", ")})`);
  },
  (call, make) => {
    const { name, args } = call;
    if (name !== "divide") return;
    if (!isCount(args[1]!)) make("division", wrap(args[0]!));
    make("fraction", other(call, name, [args[1]!, args[0]!]));
  },
  (call, make) => {
    const { name, args } = call;
    const border: Record<string, string> = {
      greater: "greaterEqual",
      less: "lessEqual",
      greaterEqual: "greater",
    };
    const reversed: Record<string, string> = { greater: "less", less: "greater", greaterEqual: "lessEqual" };
    if (!Object.hasOwn(border, name)) return;
    make("border", other(call, border[name]!));
    make("reversed", other(call, reversed[name]!));
    if (/^0?\.\d+$/.test(args[1]!))
      make("threshold", other(call, name, [args[0]!, "0"]), { value: args[1]! });
  },
  (call, make) => {
    const { name, args } = call;
    if (!/^(zeros|ones|full|reshape|randn|rand)$/.test(name)) return;
    const turned = args.map((arg) => arg.replace(/^\[(.+), ([^,]+)\]$/, "[$2, $1]"));
    make("reversed-shape", other(call, name, turned));
    if (/^rand/.test(name) && args.length === 2)
      make("reversed-shape", other(call, name, [args[1]!, args[0]!]));
  },
  ({ name, args }, make) => name === "transpose" && make("transpose", wrap(args[0]!)),
];

function factor(left: string, stays: string, make: Make): void {
  if (isCount(left)) return;
  if (/^[\d.e-]+$/.test(left)) make("constant", wrap(stays), { value: left });
  else make(/rate|alpha/i.test(left) ? "rate" : "factor", wrap(stays));
}

function optionRules(tsc: typeof ts, node: ts.ObjectLiteralExpression, make: Make): void {
  const texts = node.properties.map((p) => p.getText());
  const without = (name: RegExp): string => `{ ${texts.filter((t) => !name.test(t)).join(", ")} }`;
  if (!tsc.isCallExpression(node.parent)) return;
  if (texts.some((t) => /^keepdims: true/.test(t))) make("keepdims", without(/^keepdims/));
  const axis = texts.find((t) => /^axis: [01]$/.test(t));
  if (axis === undefined) return;
  make("axis", node.getText().replace(axis, `axis: ${1 - Number(axis.at(-1))}`));
  make("axis-missing", without(/^axis/));
  if (texts.length > 1) make("axis-missing", "{}");
}

/** `.T`, and names that belong to another step or layer. */
function accessRules(node: ts.PropertyAccessExpression, names: ReadonlySet<string>, make: Make): void {
  if (node.name.text === "T") make("transpose", node.expression.getText());
  for (const [id, name] of neighbours(node.name.text, names))
    make(id, `${node.expression.getText()}.${name}`, { got: name, want: node.name.text });
}

/** Where a value is read, not where it is named. */
function nameRules(tsc: typeof ts, node: ts.Identifier, names: ReadonlySet<string>, make: Make): void {
  const { parent } = node;
  const isRead =
    (tsc.isCallExpression(parent) && parent.expression !== node) ||
    (tsc.isPropertyAccessExpression(parent) && parent.expression === node) ||
    (tsc.isBinaryExpression(parent) && parent.operatorToken.kind !== tsc.SyntaxKind.EqualsToken) ||
    (tsc.isPropertyAssignment(parent) && parent.initializer === node);
  if (!isRead) return;
  for (const [id, name] of neighbours(node.text, names)) make(id, name, { got: name, want: node.text });
}

/** `{ Z1 }` as `{ Z1: A1 }`. */
function shorthandRules(
  { name }: ts.ShorthandPropertyAssignment,
  names: ReadonlySet<string>,
  make: Make,
): void {
  for (const [id, other] of neighbours(name.text, names))
    make(id, `${name.text}: ${other}`, { got: other, want: name.text });
}

/** Z1 for A1; W1 for W2; XTrain for XTest: only names that occur. */
function neighbours(name: string, names: ReadonlySet<string>): [string, string][] {
  const [, set, kind] = /^(.+)(Train|Test)$/.exec(name) ?? [];
  const twin = `${set}${kind === "Train" ? "Test" : "Train"}`;
  if (set !== undefined) return names.has(twin) ? [["names", twin]] : [];
  const parts = /^(d?)([A-Z]|b)(\d*|L|Prev)$/.exec(name);
  if (!parts) return [];
  const [, d, letter, suffix] = parts as unknown as [string, string, string, string];
  const steps: Record<string, string> = { A: "Z", Z: "A" };
  const others: [string, string][] = [];
  if (steps[letter]) others.push(["names", `${d}${steps[letter]}${suffix}`]);
  if (/^\d+$/.test(suffix))
    for (const k of [-1, 1]) others.push(["layer", `${d}${letter}${Number(suffix) + k}`]);
  return others.filter(([, other]) => names.has(other));
}

/** `X.shape[0]` for `X.shape[1]`. */
function indexRules(node: ts.ElementAccessExpression, make: Make): void {
  const parts = /^(.*\.shape)\[([01])\]$/.exec(node.getText());
  if (parts) make("shape-index", `${parts[1]}[${1 - Number(parts[2])}]`);
}

/** Operators between numbers, bounds of loops, and `l - 1` in the name of a layer's parameter. */
function stepRules(tsc: typeof ts, node: ts.TemplateSpan | ts.BinaryExpression, make: Make): void {
  if (tsc.isTemplateSpan(node)) return;
  const [left, right] = [node.left.getText(), node.right.getText()];
  const { kind } = node.operatorToken;
  const isHead = tsc.isForStatement(node.parent);
  if (isHead && kind === tsc.SyntaxKind.LessThanToken) make("loop", `${left} < ${right} - 1`);
  if (isHead && kind === tsc.SyntaxKind.LessThanEqualsToken) make("loop", `${left} < ${right}`);
  if (isHead) return;
  if (/^\(?[lL]\)?$/.test(left) && /^1$/.test(right)) make("layer-index", left);
  else numberRules(tsc, kind, left, right, make);
}

function numberRules(tsc: typeof ts, kind: ts.SyntaxKind, left: string, right: string, make: Make): void {
  if (kind === tsc.SyntaxKind.SlashToken) {
    if (isCount(right)) make("sum-for-mean", wrap(left));
    else make("division", wrap(left));
    make("fraction", `(${right}) / (${left})`);
  } else if (kind === tsc.SyntaxKind.MinusToken) {
    if (left === "1") make("complement", wrap(right));
    make("difference", `(${right}) - (${left})`);
    make("plus", `(${left}) + (${right})`);
  } else if (kind === tsc.SyntaxKind.PlusToken) {
    make(isBias(right) ? "bias" : "term", wrap(left));
    make("minus", `(${left}) - (${right})`);
  } else if (kind === tsc.SyntaxKind.AsteriskToken) {
    factor(left, right, make);
    factor(right, left, make);
  } else if (kind === tsc.SyntaxKind.GreaterThanToken) make("border", `${left} >= ${right}`);
}

function unaryRules(tsc: typeof ts, node: ts.PrefixUnaryExpression, make: Make): void {
  const isMinus = node.operator === tsc.SyntaxKind.MinusToken;
  if (isMinus && !tsc.isNumericLiteral(node.operand)) make("sign", node.operand.getText());
}
