// Feedback as Markdown, for an issue, a pull request or a learning platform. Whatever stands in the result is text: neither
// Markdown nor HTML in it has any effect.
import { english, type Words } from "../messages/say.js";
import type { LearnerResult } from "./learner-view.js";
import { printable } from "./printable.js";
import { type ExerciseView, type LineView, viewOf } from "./view.js";

export function markdownReport(result: LearnerResult, words: Words = english): string {
  const view = viewOf(result, words);
  const head = [words("report.exercise"), words("report.state"), words("report.score")];
  const rows = view.exercises.map((e) => [e.name, words(`report.status.${e.status}`), e.share]);
  return [
    `# ${text(view.title)}`,
    `${text(view.id)} · ${text(view.file)}`,
    `**${text(view.total)}**`,
    text(view.advice),
    ...view.hints.map(text),
    [head, head.map(() => ":--"), ...rows].map((cells) => `| ${cells.map(cell).join(" | ")} |`).join("\n"),
    ...view.exercises.flatMap((e) => exerciseBlock(e, words)),
    ...listBlock(words("report.notes"), view.warnings),
    ...listBlock(words("report.alsos"), view.notes),
    ...listBlock(words("report.made"), view.made),
  ]
    .join("\n\n")
    .concat("\n");
}

/** Marks before everything that Markdown could read as its own; line ends become spaces, links and mentions are none. */
function text(plain: string): string {
  return printable(plain)
    .replace(/\s+/g, " ")
    .replace(/[\\`*_[\]<>#|~&!]/g, "\\$&")
    .replace(/^(\d*)([-+.)])(?=\s)/, "$1\\$2")
    .replace(/@(?=\w)|(?:https?|ftp|www)(?=[:.])/gi, "$&\u200B");
}

const cell = (plain: string): string => (/^:--$/.test(plain) ? plain : text(plain));

function exerciseBlock(e: ExerciseView, words: Words): string[] {
  const lines = e.status === "wrong" ? e.lines.map((line) => testLine(line, words)) : [];
  const reason = e.reason === null ? [] : [`- ${text(e.reason)}`];
  const waiting = e.waiting === null ? [] : [`- ${text(e.waiting)}`];
  const items = [...reason, ...lines, ...waiting];
  return items.length === 0 ? [] : [`## ${text(e.name)}`, items.join("\n")];
}

const marks = { ok: "✓", fail: "✗", skip: "–" };

function testLine({ kind, title, message, hint }: LineView, words: Words): string {
  const said = message === null ? "" : `: ${text(message)}`;
  const help = hint === null ? "" : `\n  *${text(words("report.hint", { text: hint }))}*`;
  return `- ${marks[kind]} ${text(title)}${said}${help}`;
}

function listBlock(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`## ${text(title)}`, items.map((item) => `- ${text(item)}`).join("\n")];
}
