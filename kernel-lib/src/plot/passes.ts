/** The two passes through a deep network: forward on top, backward below, and the caches that go from one to the other. */
import { DataError } from "../core/errors.js";
import { checkOptions, describeValue } from "../core/words.js";
import { diagramFigure, type Shape } from "./diagram.js";
import type { Figure } from "./figure.js";
import { shorten } from "./svg.js";
import { seriesColor, theme } from "./theme.js";
import { checkTexts, readWords } from "./values.js";

/** Words for `passes`. */
export interface PassesOptions {
  /** Words above the drawing. */
  title?: string;
}

const width = 640;
const left = 34;
const boxWidth = 84;
const boxHeight = 46;

/** Where things stand: the tops of the two rows and the left edges of the boxes, the cost's last. */
interface Places {
  readonly forward: number;
  readonly backward: number;
  readonly xs: readonly number[];
}

/**
 * Boxes for the layers, once for each direction: activations go right, slopes come back left, each layer hands its
 * cache down, and the slopes of `W` and `b` come out below.
 *
 * @param activations - what bends each layer: "relu", "sigmoid"; 1 to 4 words
 * @throws DataError when activations is anything else
 *
 * @example
 * ```ts
 * np.plot.passes(["relu", "relu", "sigmoid"]).show();
 * ```
 */
export function passes(activations: readonly string[], options: PassesOptions = {}): Figure {
  checkOptions("passes", options, ["title"]);
  checkActivations(activations);
  const words = readWords("passes", "activations", activations) as string[];
  const { title = "" } = options;
  checkTexts("passes", { title });
  const layers = activations.length;
  const forward = title === "" ? 40 : 72;
  const places = { forward, backward: forward + 130, xs: columnsOf(layers) };
  const shapes = [
    ...words.flatMap((activation, i) => layerShapes(places, i + 1, layers, activation)),
    ...costShapes(places),
  ];
  const sizes = words.map((activation, i) => `layer ${i + 1} ${activation}`).join(", ");
  const text = [title, `forward and backward through ${sizes}; a cache per layer`].filter(Boolean).join("; ");
  return diagramFigure({ title, width, height: places.backward + boxHeight + 60, shapes, text });
}

function checkActivations(activations: readonly string[]): void {
  const rule = "passes: activations is a list of 1 to 4 words";
  if (!Array.isArray(activations)) throw new DataError(`${rule}, got ${describeValue(activations)}`);
  if (activations.length < 1 || activations.length > 4)
    throw new DataError(`${rule}, got ${activations.length}`);
}

/** Left edges of the boxes of all layers and of the cost. */
function columnsOf(layers: number): number[] {
  const step = (width - 2 * left - boxWidth) / layers;
  return Array.from({ length: layers + 1 }, (_, i) => left + 10 + i * step);
}

/** Both boxes of layer l with what goes in and out of them on the left, and between them. */
function layerShapes(
  { forward, backward, xs }: Places,
  l: number,
  layers: number,
  activation: string,
): Shape[] {
  const x = xs[l - 1];
  const [blue, orange, green] = [seriesColor(0), seriesColor(1), seriesColor(2)];
  const middle = x + boxWidth / 2;
  const words = (at: number, y: number, text: string, color: string = theme.ink, bold = false): Shape => {
    return { kind: "words", x: at, y, text, color, bold };
  };
  const bend = shorten(activation, boxWidth - 8, theme.tickSize);
  const before = l === 1 ? 10 : xs[l - 2] + boxWidth;
  const level = (top: number): number => top + boxHeight / 2;
  return [
    { kind: "box", x, y: forward, width: boxWidth, height: boxHeight, color: blue },
    words(middle, forward + 15, `layer ${l}`, theme.ink, true),
    words(middle, forward + 32, bend, theme.quiet),
    { kind: "arrow", from: [before + 2, level(forward)], to: [x - 2, level(forward)], color: blue },
    words(l === 1 ? 20 : (before + x) / 2, level(forward) - 14, l === 1 ? "X" : `A${l - 1}`, blue, true),
    { kind: "arrow", from: [middle, forward + boxHeight + 2], to: [middle, backward - 2], color: green },
    words(middle + 42, (forward + boxHeight + backward) / 2, `cache ${l}`, green, true),
    { kind: "box", x, y: backward, width: boxWidth, height: boxHeight, color: orange },
    words(middle, backward + 15, `layer ${l}`, theme.ink, true),
    words(middle, backward + 32, "backward", theme.quiet),
    {
      kind: "arrow",
      from: [xs[l] - 2, level(backward)],
      to: [x + boxWidth + 2, level(backward)],
      color: orange,
    },
    words((x + boxWidth + xs[l]) / 2, level(backward) - 14, l === layers ? "dAL" : `dA${l}`, orange, true),
    {
      kind: "arrow",
      from: [middle, backward + boxHeight + 2],
      to: [middle, backward + boxHeight + 26],
      color: orange,
    },
    words(middle, backward + boxHeight + 40, `dW${l}, db${l}`, orange, true),
  ];
}

/** The cost at the end of the way forward, where the way back begins. */
function costShapes({ forward, backward, xs }: Places): Shape[] {
  const x = xs[xs.length - 1];
  const last = xs[xs.length - 2] + boxWidth;
  const middle = x + boxWidth / 2;
  const blue = seriesColor(0);
  const level = forward + boxHeight / 2;
  return [
    { kind: "arrow", from: [last + 2, level], to: [x - 2, level], color: blue },
    { kind: "words", x: (last + x) / 2, y: level - 14, text: "AL", color: blue, bold: true },
    { kind: "box", x, y: forward, width: boxWidth, height: boxHeight, color: theme.axis },
    { kind: "words", x: middle, y: forward + 15, text: "cost J", bold: true },
    { kind: "words", x: middle, y: forward + 32, text: "AL, Y", color: theme.quiet },
    { kind: "box", x, y: backward, width: boxWidth, height: boxHeight, color: theme.axis },
    { kind: "words", x: middle, y: backward + 15, text: "slope of J", bold: true },
    { kind: "words", x: middle, y: backward + 32, text: "AL, Y", color: theme.quiet },
    { kind: "arrow", from: [middle, forward + boxHeight + 2], to: [middle, backward - 2], color: theme.axis },
  ];
}
