/** `np.nn`: an L-layer network in pieces, the ones the course's fourth assignment writes and its fifth builds with. */
export { computeCost } from "./cost.js";
export { type InitializeOptions, initializeParameters, initializeParametersDeep } from "./initialize.js";
export {
  type Activation,
  type LayerCache,
  type LayerGradients,
  type LinearCache,
  linearActivationBackward,
  linearActivationForward,
  linearBackward,
  linearForward,
} from "./layer.js";
export { lModelBackward, lModelForward } from "./model.js";
export { type Gradients, type Parameters, updateParameters } from "./parameters.js";
