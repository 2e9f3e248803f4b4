// kernel-lib's words for a difference. For a hidden test the masked sentence is taken, and what the learner's value itself
// could say in it (a number, a text, names of keys, unusual lengths) is reduced to its kind: a hidden input must not come
// back as "dw is the number 3.25, expected …".
import type { Difference } from "kernel-lib";

/** @param reveal - the test is public: expected and received numbers may be shown */
export function describeDifference(found: Difference, reveal: boolean): { rung: string; message: string } {
  const { rung, message, masked } = found;
  if (reveal) return { rung, message };
  if (rung === "type") return { rung, message: withoutValue(masked) };
  return { rung, message: rung === "shape" ? withoutUnusualLengths(masked) : masked };
}

/** "dw is the number 3, expected a tensor of shape (2, 1)" with only the kind of what was got. */
function withoutValue(sentence: string): string {
  const missing = /^(.*? is missing);/s.exec(sentence);
  if (missing) return missing[1]!;
  const parts = /^(.*?) is (.*), expected (.*)$/s.exec(sentence);
  return parts ? `${parts[1]} is ${kindOf(parts[2]!)}, expected ${parts[3]}` : "it is not of the right type";
}

function kindOf(got: string): string {
  if (/^(undefined|null|true|false)$/.test(got)) return got;
  if (got.startsWith("the number ")) return "a number";
  if (got.startsWith("a tensor of shape ")) return "a tensor";
  if (got.startsWith('"')) return "a string";
  if (got.startsWith("the function ")) return "a function";
  return got.startsWith("a list of ") ? "a list" : "something else";
}

/** Lengths of the got shape that neither are small nor stand in the expected one. */
function withoutUnusualLengths(sentence: string): string {
  const expected = new Set(/, expected (.*)$/s.exec(sentence)?.[1]?.match(/\d+/g) ?? []);
  const at = sentence.indexOf(", expected ");
  const got = at < 0 ? sentence : sentence.slice(0, at);
  const tame = got.replace(/(?<![\w[.])\d+/g, (n) => (n.length === 1 || expected.has(n) ? n : "…"));
  return tame + (at < 0 ? "" : sentence.slice(at));
}
