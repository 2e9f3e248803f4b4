/** `np.plot`: makers of figures. Nothing here draws on a screen; see figure.ts. */
export { type BarsOptions, bars } from "./bars.js";
export { type DecisionBoundaryOptions, decisionBoundary, type PlanePredict } from "./boundary.js";
export {
  type CostCurveOptions,
  type CurveOptions,
  type CurvesLike,
  costCurve,
  type LinesOptions,
  lines,
} from "./curves.js";
export { Figure, type FigureParts, type Json } from "./figure.js";
export { type HeatmapOptions, heatmap } from "./heatmap.js";
export { type ImagesOptions, images } from "./images.js";
export { type LiveCurve, liveCurve } from "./live-curve.js";
export { type NetworkOptions, network } from "./network.js";
export { type PassesOptions, passes } from "./passes.js";
export { type ScatterOptions, scatter } from "./scatter.js";
export type { TableLike, VectorLike } from "./values.js";
