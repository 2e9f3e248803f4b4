// Percent format: one TypeScript file that is a notebook. Cells begin at `// %%` lines, `// %% [markdown]` cells are
// comments, JSON after the marker carries the cell's id and role. The same text jupytext reads.

type Role = "exercise" | "check" | "given" | "free";

export interface PercentCell {
  readonly kind: "markdown" | "code";
  /** Unique in the file; made from the text when the marker gives none. */
  readonly id: string;
  readonly role: Role;
  /** The graded function of an exercise or check cell. */
  readonly exercise: string | null;
  readonly source: string;
  /** Line of the marker in the file, counted from 1. */
  readonly line: number;
}

const MARKER = /^\/\/ %%(?:\s+\[(\w+)\])?\s*(\{.*\})?\s*$/;
const HEADING = /^\/\/ (EXERCISE|CHECK): (\w+)/;

/**
 * Cells of a percent-format file; what stands before the first marker is the file's own header and belongs to no cell.
 *
 * @throws Error naming the line when a marker, an id or a role cannot be understood
 */
export function parsePercent(text: string): PercentCell[] {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const starts = lines.flatMap((line, i) => (line.startsWith("// %%") ? [i] : []));
  const ids = new Set<string>();
  return starts.map((start, k) => makeCell(lines, start, starts[k + 1] ?? lines.length, ids));
}

function makeCell(lines: string[], start: number, end: number, ids: Set<string>): PercentCell {
  const marker = MARKER.exec(lines[start]!);
  const where = `line ${start + 1}`;
  if (!marker)
    throw new Error(`${where}: not a cell marker: ${lines[start]}. Write // %% or // %% [markdown]`);
  const kind = marker[1] === "markdown" ? "markdown" : "code";
  const body = trimBlank(lines.slice(start + 1, end));
  const source = (kind === "markdown" ? body.map(uncomment(where)) : body).join("\n");
  const meta = parseMeta(marker[2], where);
  const heading = HEADING.exec(source);
  const role = meta.role ?? "free";
  if ((role === "exercise" || role === "check") && !heading)
    throw new Error(`${where}: a cell of role ${role} begins with // ${role.toUpperCase()}: functionName`);
  const id = uniqueId(meta.id, source, ids, where);
  return { kind, id, role, exercise: heading?.[2] ?? null, source, line: start + 1 };
}

function parseMeta(json: string | undefined, where: string): { id?: string; role?: Role } {
  if (!json) return {};
  let meta: { id?: string; role?: Role };
  try {
    meta = JSON.parse(json);
  } catch (cause) {
    throw new Error(`${where}: the JSON after the marker does not parse: ${json}`, { cause });
  }
  if (meta.role && !["exercise", "check", "given", "free"].includes(meta.role))
    throw new Error(`${where}: unknown role ${meta.role}; use exercise, check, given or free`);
  return meta;
}

/** nbformat 4.5 wants an id in every cell: the author's, else one that follows from the text alone. */
function uniqueId(given: string | undefined, source: string, ids: Set<string>, where: string): string {
  if (given && ids.has(given)) throw new Error(`${where}: the id ${given} is used twice`);
  const base = given ?? `cell-${fnv1a(source)}`;
  if (!/^[\w-]{1,64}$/.test(base)) throw new Error(`${where}: id ${base}: use 1 to 64 of A-Z a-z 0-9 _ -`);
  let id = base;
  for (let n = 2; ids.has(id); n++) id = `${base}-${n}`;
  ids.add(id);
  return id;
}

/** 32-bit FNV-1a as eight hex digits: short, and equal text gives equal ids. */
function fnv1a(text: string): string {
  let h = 0x811c9dc5;
  for (const byte of Buffer.from(text)) h = Math.imul(h ^ byte, 0x01000193) >>> 0;
  return h.toString(16).padStart(8, "0");
}

function uncomment(where: string): (line: string) => string {
  return (line) => {
    if (line === "" || line === "//") return "";
    if (!line.startsWith("// "))
      throw new Error(`${where}: a markdown cell holds comment lines only: ${line}`);
    return line.slice(3);
  };
}

function trimBlank(lines: string[]): string[] {
  const first = lines.findIndex((l) => l.trim() !== "");
  const last = lines.findLastIndex((l) => l.trim() !== "");
  return first < 0 ? [] : lines.slice(first, last + 1);
}
