/**
 * Which engine computes. One for now; operations ask here for every call, so that engines can be exchanged.
 */
import type { Engine } from "./engine.js";
import { jsEngine } from "./js/index.js";

/** The engine in use. */
export function engine(): Engine {
  return jsEngine;
}
