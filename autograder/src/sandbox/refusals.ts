// What the child says by itself, as phrases of the catalogue: why it does not send a value or run a text. Only these are
// known, and the numbers and names in them are no values of the learner's.
import type { Said } from "kernel-lib";
import type { MessageId } from "../messages/en.js";
import { said } from "../messages/say.js";

/** What the encoder says; its groups are the phrase's parameters. */
const reasons: readonly (readonly [RegExp, MessageId])[] = [
  [/^a value contains itself$/, "refused.cycle"],
  [/^a list has no entry (?<index>\d+)$/, "refused.hole"],
  [/^a (?<kind>\w{1,12}Array) does not travel$/, "refused.kind"],
  [/^a tensor without a shape$/, "refused.shape"],
  [/^a tensor's storage does not fit its shape$/, "refused.storage"],
  [/^a tensor's shape is not made of counts$/, "refused.counts"],
  [/^a tensor has more than 16 axes$/, "refused.axes"],
  [/^a tensor is too large$/, "refused.large"],
  [/^unknown dtype$/, "refused.dtype"],
  [/^more than (?<count>\d+) values$/, "refused.values"],
  [/^more than (?<count>\d+) instances$/, "refused.instances"],
  [/^more than (?<count>\d+) lists and records$/, "refused.objects"],
  [/^more than (?<count>\d+) letters$/, "refused.letters"],
  [/^a promise while a function of the test runs$/, "refused.promise"],
  [/^nested deeper than (?<count>\d+) levels$/, "refused.deep"],
  [/^larger than (?<size>\d+) MB$/, "refused.size"],
];

/** What the child says when code is made of strings (child/scrub.ts). */
const noStrings = "code from strings is not available when grading";

/** The message of what a learner's code threw, for the learner: it may be ours. */
export function thrownWords(message: string): Said {
  return message === noStrings ? said("error.strings") : said("text", { text: message });
}

/** @param words - what came from the child: not to be repeated */
export function refusal(words: unknown): Said {
  const text = typeof words === "string" ? words : "";
  for (const [pattern, id] of reasons) {
    const match = pattern.exec(text);
    if (match) return said(id, { ...match.groups });
  }
  return said("refused.other");
}
