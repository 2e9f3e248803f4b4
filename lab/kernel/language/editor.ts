// What an editor asks for: completions, hover text, and whether the code can be run as it stands. Offsets are in
// UTF-16 units here; Jupyter's code points are converted by the caller.

import ts from "#typescript";
import type { Framed, Service } from "./service.js";
import { specifierIn, specifiers } from "./specifiers.js";

export interface Completion {
  start: number;
  end: number;
  matches: { text: string; type: string; signature: string }[];
}

interface Page {
  text: string;
  markdown: string;
}

const mostMatches = 300;
const mostDetails = 30; // each costs the checker about a millisecond

/** Names that may stand at `offset`, the likely ones first; the short lists come with types. */
export function complete(service: Service, code: string, offset: number): Completion {
  const framed = service.open(code, true);
  const written = specifierIn(code.slice(0, offset));
  if (written !== null) return completeSpecifier(service, framed.start, offset, written);
  const start = offset - (/[\p{ID_Continue}$]*$/u.exec(code.slice(0, offset))?.[0].length ?? 0);
  const prefix = code.slice(start, offset);
  const position = framed.start + offset;
  let entries = entriesAt(service, position, prefix);
  if (entries.length === 0 && service.readNode()) entries = entriesAt(service, position, prefix);
  const isShort = entries.length <= mostDetails;
  const matches = entries.map((entry) => {
    const signature = isShort ? signatureOf(service, position, entry) : "";
    return { text: entry.name, type: kindOf(entry, signature), signature };
  });
  return { start, end: offset, matches };
}

function completeSpecifier(service: Service, cellStart: number, offset: number, written: string): Completion {
  const found = service.services.getCompletionsAtPosition(
    service.file,
    cellStart + offset,
    completionOptions,
  );
  const { names, overlap } = specifiers(written, found?.entries ?? [], service.folder);
  const matches = names.map((text) => ({ text, type: "module", signature: "" }));
  return { start: offset - overlap, end: offset, matches };
}

/** What a package exports from another file is called an alias; what it is stands in front of its signature. */
function kindOf({ kind }: ts.CompletionEntry, signature: string): string {
  const kinds = /^(?:class|const|enum|function|interface|let|namespace|type)\b/;
  return kind === ts.ScriptElementKind.alias ? (kinds.exec(signature)?.[0] ?? kind) : kind;
}

const completionOptions: ts.GetCompletionsAtPositionOptions = {
  includeCompletionsWithInsertText: false,
  includeCompletionsForModuleExports: false,
};

function entriesAt(service: Service, position: number, prefix: string): ts.CompletionEntry[] {
  const found = service.services.getCompletionsAtPosition(service.file, position, completionOptions);
  return (found?.entries ?? []).filter((entry) => fits(entry, prefix)).slice(0, mostMatches);
}

function fits(entry: ts.CompletionEntry, prefix: string): boolean {
  return !entry.name.startsWith("__cell") && entry.name.toLowerCase().startsWith(prefix.toLowerCase());
}

function signatureOf(service: Service, position: number, entry: ts.CompletionEntry): string {
  const { services, file } = service;
  const details = services.getCompletionEntryDetails(
    file,
    position,
    entry.name,
    {},
    entry.source,
    {},
    entry.data,
  );
  return details ? withoutImport(ts.displayPartsToString(details.displayParts)) : "";
}

/** Declaration and documentation of what stands at `offset`; inside a call's parentheses, of the function called. */
export function inspectAt(service: Service, code: string, offset: number): Page | null {
  const framed = service.open(code);
  const found = pageAt(service, framed, offset);
  return found === null && service.readNode() ? pageAt(service, framed, offset) : found;
}

function pageAt(service: Service, framed: Framed, offset: number): Page | null {
  return (
    hoverAt(service, framed, offset) ??
    hoverAt(service, framed, offset - 1) ??
    callAt(service, framed, offset)
  );
}

function hoverAt(service: Service, framed: Framed, offset: number): Page | null {
  if (offset < 0) return null;
  const info = service.services.getQuickInfoAtPosition(service.file, framed.start + offset);
  if (!info) return null;
  const head = withoutImport(ts.displayPartsToString(info.displayParts));
  if (head === "any") return null; // a name that nobody has declared
  return page(head, ts.displayPartsToString(info.documentation), info.tags ?? []);
}

function callAt(service: Service, framed: Framed, offset: number): Page | null {
  const help = service.services.getSignatureHelpItems(service.file, framed.start + offset, undefined);
  const item = help?.items[help.selectedItemIndex];
  if (!item) return null;
  const between = ts.displayPartsToString(item.separatorDisplayParts);
  const parameters = item.parameters.map((one) => ts.displayPartsToString(one.displayParts)).join(between);
  const [before, after] = [item.prefixDisplayParts, item.suffixDisplayParts].map(ts.displayPartsToString);
  return page(`${before}${parameters}${after}`, ts.displayPartsToString(item.documentation), item.tags);
}

function page(head: string, documentation: string, tags: ts.JSDocTagInfo[]): Page {
  const notes = notesOf(tags);
  const plain = withoutLinks(documentation);
  const text = [head, plain, notes.join("\n")].filter((part) => part !== "").join("\n\n");
  const list = notes.map((note) =>
    note.replace(/^(@\w+) ?(\n)?/, (_, tag, line) => `*${tag}*${line ? "\n\n" : " "}`),
  );
  const markdown = [`\`\`\`typescript\n${head}\n\`\`\``, plain, ...list]
    .filter((part) => part !== "")
    .join("\n\n");
  return { text, markdown };
}

/** One text a tag; the compiler takes `@throws {@link Name} when …` for two. */
function notesOf(tags: ts.JSDocTagInfo[]): string[] {
  const written = tags.map((tag) => `@${tag.name} ${ts.displayPartsToString(tag.text)}`.trim()).join("\n\0");
  const notes = written.replace(/\{\n\0(@link(?:code|plain)? )/g, "{$1").split("\n\0");
  return notes
    .map((note) => withoutLinks(note).replace(/^(@example) ?```/, "$1\n```"))
    .filter((note) => note !== "");
}

/** {@link Name} and {@link Name | words} as one reads them. */
function withoutLinks(text: string): string {
  const link = /\{@link(?:code|plain)? ([^\s|}]+)(?:[\s|]+([^}]*))?\}/g;
  return text.replace(link, (_, name, words) => words ?? name);
}

/** Names of earlier cells are imported behind the scenes; nobody wants to read that. */
function withoutImport(text: string): string {
  return text
    .replace(/^\(alias\) /, "")
    .replace(/\nimport [\w$]+$/, "")
    .replace(/import\("[^"]*__cell-\d+"\)\./g, "");
}

export type Completeness = { status: "complete" | "invalid" } | { status: "incomplete"; indent: string };

const unfinished = new Set([1010, 1160]); // a comment or a template that is still open

/** Whether a console should run the code or let the writer go on. */
export function completenessOf(code: string): Completeness {
  const tree = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.ES2022, true);
  const errors = (tree as unknown as { parseDiagnostics: ts.DiagnosticWithLocation[] }).parseDiagnostics;
  if (errors.length === 0) return { status: "complete" };
  const end = code.trimEnd().length;
  const isOpen =
    errors.some((error) => unfinished.has(error.code)) || errors.every((error) => error.start >= end);
  return isOpen ? { status: "incomplete", indent: indentAfter(code) } : { status: "invalid" };
}

function indentAfter(code: string): string {
  const last = code.trimEnd().split("\n").at(-1) ?? "";
  const indent = /^\s*/.exec(last)![0];
  return /[{([]$/.test(last) ? `${indent}  ` : indent;
}
