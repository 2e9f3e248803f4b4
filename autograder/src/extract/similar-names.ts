// "Did you mean": names that differ from an exercise's by a slip of the hand or by letters that only look alike.

import type { Said } from "kernel-lib";
import { said } from "../messages/say.js";

/** Letters that look like Latin ones, most used first; the rest is caught by Unicode's own compatibility forms. */
const lookalikes: Record<string, string> = Object.fromEntries(
  [..."аaеeоoрpсcхxуyіiјjѕsԁdһhӏlԛqԝwνvοoαaρpκkιiτt"].reduce<[string, string][]>((pairs, c, i, all) => {
    if (i % 2 === 0) pairs.push([c, all[i + 1]!]);
    return pairs;
  }, []),
);

/** The defined name that was most likely meant, with a reason to think so; null when nothing is near. */
export function similarName(
  wanted: string,
  defined: Iterable<string>,
): { name: string; why: Said | null } | null {
  let best: { name: string; why: Said | null; distance: number } | null = null;
  for (const name of defined) {
    const found = compare(wanted, name);
    if (found && (!best || found.distance < best.distance)) best = { name, ...found };
  }
  return best && { name: best.name, why: best.why };
}

function compare(wanted: string, name: string): { why: Said | null; distance: number } | null {
  if (latin(name) === wanted) return { why: strangeLetter(wanted, name), distance: 0 };
  if (plain(name) === plain(wanted)) return { why: null, distance: 0.5 };
  const distance = editDistance(plain(latin(name)), plain(wanted));
  return distance <= (wanted.length > 5 ? 2 : 1) ? { why: null, distance } : null;
}

const latin = (name: string): string => [...name.normalize("NFKC")].map((c) => lookalikes[c] ?? c).join("");

/** Without case and underscores: snake_case and PascalCase are slips, too. */
const plain = (name: string): string => name.replaceAll("_", "").toLowerCase();

function strangeLetter(wanted: string, name: string): Said {
  const letters = [...name];
  const at = [...wanted].findIndex((c, i) => letters[i] !== c);
  const code = letters[at]?.codePointAt(0) ?? 0;
  const hex = code.toString(16).toUpperCase().padStart(4, "0");
  return said(`letter.${scriptOf(letters[at] ?? "")}`, { at: at + 1, code: hex });
}

function scriptOf(letter: string): "cyrillic" | "greek" | "wide" {
  if (/\p{Script=Cyrillic}/u.test(letter)) return "cyrillic";
  if (/\p{Script=Greek}/u.test(letter)) return "greek";
  return "wide";
}

/** Levenshtein's, over short names. */
function editDistance(a: string, b: string): number {
  if (a.length > 60 || b.length > 60) return 60;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length]!;
}
