/**
 * The readable engine: plain loops, runs everywhere, the reference for every other one.
 */
import type { Engine } from "../engine.js";
import { copy } from "./copy.js";
import { findNonzero, gather } from "./gather.js";

export const jsEngine = { name: "js", copy, findNonzero, gather } as unknown as Engine;
