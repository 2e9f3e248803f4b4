// Feedback as one HTML file: no scripts, nothing from elsewhere, whatever stands in the result is text. A policy in the file
// itself forbids everything but its own style sheet.
import { createHash } from "node:crypto";
import { english, type Words } from "../messages/say.js";
import type { LearnerResult } from "./learner-view.js";
import { printable } from "./printable.js";
import { style } from "./style.js";
import { type ExerciseView, type LineView, type View, viewOf } from "./view.js";

export function htmlReport(result: LearnerResult, words: Words = english): string {
  const view = viewOf(result, words);
  const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(words("language"))}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(`${words("report.feedback")}: ${view.title}`)}</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<div>
<h1>${escapeHtml(view.title)}</h1>
<p>${escapeHtml(view.id)} · ${escapeHtml(view.file)}</p>
</div>
${ring(view.done)}
</header>
<p class="total">${escapeHtml(view.total)}</p>
<p class="advice">${escapeHtml(view.advice)}</p>
${view.hints.map((hint) => `<p class="hint">${escapeHtml(hint)}</p>\n`).join("")}${view.exercises.map((e) => exercise(e, words)).join("\n")}
${warnings(view, words)}${notes(view, words)}<footer>
<h2>${escapeHtml(words("report.made"))}</h2>
<ul>
${view.made.map((line) => `<li>${escapeHtml(line)}</li>`).join("\n")}
</ul>
</footer>
</main>
</body>
</html>
`;
}

/** Also what would break out of an attribute; control characters show as what they are. */
function escapeHtml(text: string): string {
  const entities: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return printable(text).replace(/[&<>"']/g, (c) => entities[c]!);
}

/** The share of the points, as a ring and a number. */
function ring(done: number): string {
  const around = 2 * Math.PI * 45;
  const length = (around * done).toFixed(1);
  const arc =
    done > 0
      ? `<circle class="done" cx="60" cy="60" r="45" transform="rotate(-90 60 60)" stroke-dasharray="${length} ${around.toFixed(1)}"/>`
      : "";
  const percent = `${Math.floor(100 * done)} %`;
  return `<svg class="ring" viewBox="0 0 120 120" role="img" aria-label="${percent}"><circle cx="60" cy="60" r="45"/>${arc}<text x="60" y="68" font-size="22">${percent}</text></svg>`;
}

function exercise(e: ExerciseView, words: Words): string {
  const isOpen = e.status === "wrong" || e.reason !== null ? " open" : "";
  const lines = e.lines.map((line) => test(line, words)).join("\n");
  const reason = e.reason === null ? "" : `<p class="reason">${escapeHtml(e.reason)}</p>\n`;
  const waiting = e.waiting === null ? "" : `<p class="waiting">${escapeHtml(e.waiting)}</p>\n`;
  return `<details class="${e.status}"${isOpen}>
<summary><span class="name">${escapeHtml(e.name)}</span> <span class="state">${escapeHtml(words(`report.status.${e.status}`))}</span> <span class="share">${escapeHtml(e.share)}</span></summary>
${reason}${lines && `<ul class="tests">\n${lines}\n</ul>\n`}${waiting}</details>`;
}

const marks = { ok: "✓", fail: "✗", skip: "–" };

function test({ kind, title, message, hint }: LineView, words: Words): string {
  const mark = `<span class="mark" title="${escapeHtml(words(`report.${kind}`))}">${marks[kind]}</span>`;
  const said = message === null ? "" : `<p>${escapeHtml(message)}</p>`;
  const help = hint === null ? "" : `<p class="hint">${escapeHtml(words("report.hint", { text: hint }))}</p>`;
  return `<li class="${kind}">${mark}<span class="title">${escapeHtml(title)}</span>${said}${help}</li>`;
}

function warnings({ warnings: texts }: View, words: Words): string {
  if (texts.length === 0) return "";
  return `<h2>${escapeHtml(words("report.notes"))}</h2>\n<div class="plain">${listOf(texts)}</div>\n`;
}

/** Folded: nobody need read it. */
function notes({ notes: texts }: View, words: Words): string {
  if (texts.length === 0) return "";
  return `<details class="also">\n<summary>${escapeHtml(words("report.alsos"))}</summary>\n${listOf(texts)}</details>\n`;
}

function listOf(texts: readonly string[]): string {
  return `<ul class="notes">\n${texts.map((text) => `<li>${escapeHtml(text)}</li>`).join("\n")}\n</ul>`;
}
