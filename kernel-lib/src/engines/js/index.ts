/**
 * The readable engine: plain loops, runs everywhere, the reference for every other one.
 */
import type { Engine } from "../engine.js";
import { argExtreme, cumulate } from "./along.js";
import { chain } from "./chain.js";
import { copy } from "./copy.js";
import { binary, select, unary } from "./elementwise.js";
import { findNonzero, gather, pick, put } from "./gather.js";
import { matmul, rowBy } from "./matmul.js";
import { reduce } from "./reduce.js";
import { argSort, search, sort } from "./sort.js";
import { workspace } from "./workspace.js";

export const jsEngine: Engine = {
  name: "js",
  copy,
  unary,
  binary,
  chain,
  select,
  reduce,
  argExtreme,
  cumulate,
  sort,
  argSort,
  search,
  findNonzero,
  gather,
  pick,
  put,
  matmul,
  multiplyRow: rowBy(matmul),
  workspace,
};
