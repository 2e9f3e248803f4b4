/** A fully connected network as circles and lines, with the shapes of what it learns between its layers. */
import { DataError } from "../core/errors.js";
import { checkOptions, describeValue } from "../core/words.js";
import { diagramFigure, type Shape } from "./diagram.js";
import type { Figure } from "./figure.js";
import { shorten } from "./svg.js";
import { seriesColor, theme } from "./theme.js";
import { checkTexts, readWords } from "./values.js";

/** Words for `network`. */
export interface NetworkOptions {
  /** Words above the drawing. */
  title?: string;
  /** What bends each layer after the input: "relu", "sigmoid". One per layer. */
  activations?: readonly string[];
}

const width = 640;
const side = 64;
const pitch = 30;
const radius = 11;
/** More units than this are drawn as the first, dots, and the last. */
const mostUnits = 7;

/** A column of the drawing; `ys` are the places of the units that are drawn. */
interface Column {
  readonly x: number;
  readonly ys: readonly number[];
  readonly units: number;
}

/**
 * A network: units in columns, the input on the left, and `W` and `b` of each layer with their shapes.
 *
 * @param layerDims - units per layer, the input first: 2 to 8 whole numbers from 1
 * @throws DataError when layerDims is anything else, or when activations are not one per layer after the input
 *
 * @example
 * ```ts
 * np.plot.network([12288, 20, 7, 5, 1], { title: "Four layers" }).show();
 * ```
 */
export function network(layerDims: readonly number[], options: NetworkOptions = {}): Figure {
  checkOptions("network", options, ["title", "activations"]);
  const { title = "" } = options;
  const given = readWords("network", "activations", options.activations);
  checkLayers(layerDims, given);
  const activations = given ?? [];
  checkTexts("network", { title });
  const rows = Math.min(mostUnits, Math.max(...layerDims));
  const top = (title === "" ? 12 : 44) + (layerDims.length > 5 ? 84 : 44);
  const foot = top + rows * pitch + 16;
  const columns = layerDims.map((units, l) => columnOf(units, l, layerDims.length, top + (rows * pitch) / 2));
  const shapes = [
    ...columns.slice(1).flatMap((column, l) => linesBetween(columns[l], column)),
    ...columns.flatMap((column, l) => unitsOf(column, l)),
    ...columns.slice(1).flatMap((column, l) => shapeWords(columns[l], column, l + 1, top)),
    ...columns.flatMap((column, l) => footWords(column, l, foot, activations[l - 1] ?? "")),
  ];
  const height = foot + (activations.length > 0 ? 60 : 42);
  const list = layerDims.slice(1).map((n, l) => `W${l + 1} (${n}, ${layerDims[l]}), b${l + 1} (${n}, 1)`);
  const text = [title, `network ${layerDims.join("-")}`, ...list].filter((part) => part !== "").join("; ");
  return diagramFigure({ title, width, height, shapes, text });
}

function checkLayers(layerDims: readonly number[], activations?: readonly string[]): void {
  const rule = "network: layerDims is a list of 2 to 8 layers";
  if (!Array.isArray(layerDims)) throw new DataError(`${rule}, got ${describeValue(layerDims)}`);
  if (layerDims.length < 2 || layerDims.length > 8) throw new DataError(`${rule}, got ${layerDims.length}`);
  const wrong = layerDims.find((units) => !Number.isInteger(units) || units < 1);
  if (wrong !== undefined)
    throw new DataError(`network: units are whole numbers from 1, got ${describeValue(wrong)}`);
  if (activations === undefined || activations.length === layerDims.length - 1) return;
  const got = `got ${activations.length} for ${layerDims.length - 1} layers`;
  throw new DataError(`network: activations are one word per layer after the input, ${got}`);
}

function columnOf(units: number, l: number, layers: number, middle: number): Column {
  const drawn = Math.min(units, mostUnits);
  const x = side + (l * (width - 2 * side)) / (layers - 1);
  const places = Array.from({ length: drawn }, (_, i) => middle + (i - (drawn - 1) / 2) * pitch);
  return { x, ys: units > mostUnits ? places.filter((_, i) => i !== mostUnits - 2) : places, units };
}

function linesBetween(left: Column, right: Column): Shape[] {
  return left.ys.flatMap((y0) =>
    right.ys.map(
      (y1): Shape => ({ kind: "line", from: [left.x, y0], to: [right.x, y1], color: theme.missing }),
    ),
  );
}

function unitsOf({ x, ys, units }: Column, l: number): Shape[] {
  const layer = l === 0 ? "input" : `layer ${l}, unit`;
  const circles = ys.map((y, i): Shape => {
    const number = i === ys.length - 1 ? units : i + 1;
    return {
      kind: "circle",
      x,
      y,
      radius,
      color: seriesColor(l === 0 ? 6 : 0),
      hover: `${layer} ${number} of ${units}`,
    };
  });
  if (units <= mostUnits) return circles;
  const y = (ys[ys.length - 2] + ys[ys.length - 1]) / 2;
  return [...circles, { kind: "words", x, y, text: "⋮", bold: true }];
}

/** W and b above the gap they fill; in a narrow drawing every second pair stands higher. */
function shapeWords(left: Column, right: Column, l: number, top: number): Shape[] {
  const x = (left.x + right.x) / 2;
  const y = top - 34 - (width / (right.x - left.x) > 6 && l % 2 === 0 ? 40 : 0);
  return [
    { kind: "words", x, y, text: `W${l} (${right.units}, ${left.units})`, bold: true },
    { kind: "words", x, y: y + 18, text: `b${l} (${right.units}, 1)`, bold: true },
  ];
}

function footWords({ x, units }: Column, l: number, y: number, activation: string): Shape[] {
  const color = theme.quiet;
  return [
    { kind: "words", x, y, text: l === 0 ? "input" : `layer ${l}`, bold: true },
    { kind: "words", x, y: y + 18, text: `${units} unit${units === 1 ? "" : "s"}`, color },
    { kind: "words", x, y: y + 36, text: shorten(activation, 90, theme.tickSize), color },
  ];
}
