/**
 * NumPy's array2string: columns aligned, lines of 75 characters, the middle left out above 1000 elements.
 * Follows numpy/_core/arrayprint.py so that printed tensors can be compared with NumPy's line by line.
 */
import type { DType, TypedArray } from "./dtype.js";
import { isFloat } from "./dtype.js";
import { formatScalar, makeFloatFormat } from "./print-float.js";
import type { Shape } from "./shape.js";
import { formatShape, sizeOf } from "./shape.js";
import type { Strides } from "./strides.js";

const lineWidth = 75;
const threshold = 1000;
const edgeItems = 3;

/** What printing needs to know of a tensor. */
export interface Printable {
  readonly shape: Shape;
  readonly strides: Strides;
  readonly offset: number;
  readonly dtype: DType;
  readonly readable: TypedArray;
}

type Format = (value: number) => string;

/** `str` is `[[0.5 1. ]]`, `repr` is `array([[0.5, 1. ]])` with the dtype where it is not obvious. */
export function formatTensor(t: Printable, style: "str" | "repr"): string {
  if (style === "repr") return formatRepr(t);
  return t.shape.length === 0 ? formatNumber(t) : formatBody(t, " ", "", "");
}

/** A tensor without axes prints like the number it holds. */
function formatNumber(t: Printable): string {
  const value = t.readable[t.offset];
  if (isFloat(t.dtype)) return formatScalar(value, t.dtype === "float32");
  return t.dtype === "bool" ? formatBool(value) : String(value);
}

function formatRepr(t: Printable): string {
  const size = sizeOf(t.shape);
  const notes: string[] = [];
  const oddShape = size === 0 ? t.shape.length !== 1 : size > threshold;
  if (oddShape) notes.push(`shape=${formatShape(t.shape)}`);
  const obvious = t.dtype === "float64" || t.dtype === "bool";
  if (!obvious || size === 0) notes.push(`dtype=${t.dtype}`);
  const body = `array(${formatBody(t, ", ", "array(", ")")}`;
  if (notes.length === 0) return `${body})`;
  const lastLine = body.length + 1 - (body.lastIndexOf("\n") + 1);
  const tail = `${notes.join(", ")})`;
  return `${body},${lastLine + tail.length + 1 > lineWidth ? `\n${" ".repeat(6)}` : " "}${tail}`;
}

function formatBody(t: Printable, separator: string, prefix: string, suffix: string): string {
  if (sizeOf(t.shape) === 0) return "[]";
  const summary = sizeOf(t.shape) > threshold;
  const values: number[] = [];
  collect(t, 0, t.offset, summary, values);
  const format = makeFormat(t.dtype, values, t.shape.length === 0);
  const layout: Layout = { format, separator, summary, width: lineWidth - suffix.length };
  return formatAxis(t, layout, 0, t.offset, " ".repeat(prefix.length + 1));
}

/** How all of `values` are written, one as long as the other; a `bare` value stands alone. */
export function makeFormat(dtype: DType, values: number[], bare = false): Format {
  if (isFloat(dtype)) return makeFloatFormat(values, dtype === "float32");
  if (dtype === "bool") return (value) => formatBool(value).padStart(bare ? 0 : 5);
  const longest = Math.max(...values.map((value) => String(value).length));
  return (value) => String(value).padStart(longest);
}

function formatBool(value: number): string {
  return value ? "True" : "False";
}

/** The values that will be printed: all, or those near the ends of each axis. */
function collect(t: Printable, axis: number, place: number, summary: boolean, into: number[]): void {
  if (axis === t.shape.length) {
    into.push(t.readable[place]);
    return;
  }
  for (const i of endsOf(t.shape[axis], summary ? 2 * edgeItems : Infinity)) {
    if (i >= 0) collect(t, axis + 1, place + i * t.strides[axis], summary, into);
  }
}

/** The indices to show of `length`: all, or half of `most` from each end, and -1 for the dots between. */
export function endsOf(length: number, most: number): number[] {
  if (length <= most) return Array.from({ length }, (_, i) => i);
  const head = Array.from({ length: most / 2 }, (_, i) => i);
  return [...head, -1, ...head.map((i) => length - most / 2 + i)];
}

interface Layout {
  readonly format: Format;
  readonly separator: string;
  readonly summary: boolean;
  readonly width: number;
}

function formatAxis(t: Printable, layout: Layout, axis: number, place: number, indent: string): string {
  if (axis === t.shape.length) return layout.format(t.readable[place]);
  const step = t.strides[axis];
  const shown = endsOf(t.shape[axis], layout.summary ? 2 * edgeItems : Infinity);
  const deeper = `${indent} `;
  const words = shown.map((i) => (i < 0 ? "..." : formatAxis(t, layout, axis + 1, place + i * step, deeper)));
  const axesLeft = t.shape.length - axis;
  if (axesLeft === 1) return fillLines(words, layout, indent, layout.width - axis);
  return `[${words.join(`${layout.separator.trimEnd()}${"\n".repeat(axesLeft - 1)}${indent}`)}]`;
}

/** One row of numbers, broken where the line of `width` characters is full; a bracket must still fit. */
function fillLines(words: string[], layout: Layout, indent: string, width: number): string {
  let text = "";
  let line = indent;
  for (const [k, word] of words.entries()) {
    if (line.length + word.length > width - 1 && line.length > indent.length) {
      text += `${line.trimEnd()}\n`;
      line = indent;
    }
    line += k === words.length - 1 ? word : word + layout.separator;
  }
  return `[${(text + line).slice(indent.length)}]`;
}
