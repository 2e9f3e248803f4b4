// Keys that stand twice in an object of a notebook file: JSON.parse silently takes the last, other programs the first.

/** An object or list that is open while the text is read. */
interface Open {
  /** Of an object; null for a list. */
  readonly keys: Set<string> | null;
  /** What comes next in an object is a key. */
  awaitsKey: boolean;
  /** The last key. */
  key: string;
  /** Of a list: entries before this one. */
  index: number;
}

export interface RepeatedKey {
  readonly key: string;
  /** Counted from 1; null outside of cells. */
  readonly cell: number | null;
}

/** The notebook, its cells, a cell, its metadata: what is deeper is read by nobody here. */
const deepest = 4;
const mostKeys = 1000;
const mostReported = 5;

/** @param text - JSON that can be read */
export function repeatedKeys(text: string): RepeatedKey[] {
  const found: RepeatedKey[] = [];
  const open: Open[] = [];
  const token = /["{}[\],]/g;
  let depth = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [mark] = match;
    const inner = depth <= deepest ? open.at(-1) : undefined;
    if (mark === '"') {
      const end = endOfString(text, match.index);
      if (inner?.awaitsKey) see(JSON.parse(text.slice(match.index, end)) as string, inner, open, found);
      token.lastIndex = end;
    } else if (mark === "{" || mark === "[") {
      if (++depth <= deepest) open.push(opened(mark === "{"));
    } else if (mark === ",") {
      if (inner) next(inner);
    } else if (--depth < deepest) open.pop();
  }
  return found;
}

const opened = (isObject: boolean): Open => ({
  ...{ keys: isObject ? new Set<string>() : null, awaitsKey: isObject, key: "", index: 0 },
});

function next(inner: Open): void {
  inner.index++;
  inner.awaitsKey = inner.keys !== null;
}

function see(key: string, inner: Open, open: readonly Open[], found: RepeatedKey[]): void {
  inner.key = key;
  inner.awaitsKey = false;
  if (inner.keys!.has(key) && found.length < mostReported) found.push({ key, cell: cellOf(open) });
  if (inner.keys!.size < mostKeys) inner.keys!.add(key);
}

function cellOf([notebook, cells]: readonly Open[]): number | null {
  return notebook?.key === "cells" && cells?.keys === null ? cells.index + 1 : null;
}

/** Behind the closing quotation mark. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); ; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
}
