/**
 * Small helpers for messages: what a value looks like, which known word was meant.
 */

/** A short description of any value: `"abc"`, `undefined`, `an object`, `5n`. */
export function describeValue(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 20 ? `${value.slice(0, 20)}…` : value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return `the function ${value.name || "without a name"}`;
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) {
    const kind = value.constructor?.name;
    if (kind === undefined || kind === "Object") return "an object";
    return /^[AEIO]/.test(kind) ? `an ${kind}` : `a ${kind}`;
  }
  return String(value);
}

/** The known word nearest to a misspelt one, or null when none is near. */
export function nearestWord(word: string, known: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = 3;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance >= bestDistance || distance >= candidate.length) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(change, row[j] + 1, next[j - 1] + 1);
    }
    row = next;
  }
  return row[b.length];
}

/** Throws a TypeError when `options` is not an object or has a key that is not in `known`. */
export function checkOptions(name: string, options: unknown, known: readonly string[]): void {
  if (options === undefined) return;
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    const got = describeValue(options);
    throw new TypeError(`${name}: options are an object like { ${known[0]}: … }, got ${got}`);
  }
  for (const key in options) {
    if (known.includes(key) || !Object.hasOwn(options, key)) continue;
    const near = nearestWord(key, known);
    const cure = near === null ? `It knows ${known.join(", ")}` : `Did you mean ${near}?`;
    throw new TypeError(`${name}: unknown option ${key}. ${cure}`);
  }
}
