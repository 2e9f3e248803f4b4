// Messages as data, and as words: a result carries what was said as ids and parameters, so that any report of it can be in
// another language than the one it was graded in.
import { type Said, testing } from "kernel-lib/core";
import { type Catalogue, en, type MessageId } from "./en.js";

type Params = Said["params"];

/** The words of one language: `words("report.points", { points: 3, max: 4 })`. */
export interface Words {
  (id: MessageId, params?: Params): string;
  readonly all: (said: readonly Said[]) => string;
}

export function said(id: MessageId, params: Params = {}): Said {
  return { id, params };
}

export function wordsOf(catalogue: Catalogue): Words {
  const all = (list: readonly Said[]): string => testing.say(list, catalogue);
  return Object.assign((id: MessageId, params?: Params) => all([said(id, params)]), { all });
}

export const english: Words = wordsOf(en);
