// What was typed, in this session and, for cells that a person ran, in earlier ones: those are kept in a file, one JSON
// array a line, that survives restarts.

import { appendFileSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Json } from "../protocol/message.js";

interface Input {
  session: number;
  line: number;
  code: string;
  output: string | null;
}

type Entry = [session: number, line: number, input: string | [string, string | null]];

const mostKept = 5000;

export class History {
  private readonly inputs: Input[];
  private readonly session: number;
  private readonly file: string;

  /** @param file - where earlier sessions are kept */
  constructor(file: string) {
    this.file = file;
    this.inputs = readInputs(file);
    this.session = 1 + Math.max(0, ...this.inputs.map(({ session }) => session));
  }

  /** @param isKept - for later sessions as well */
  add(line: number, code: string, isKept: boolean): void {
    this.inputs.push({ session: this.session, line, code, output: null });
    if (isKept) this.keep(line, code);
  }

  /** Notes the text of a line's result. */
  result(line: number, text: unknown): void {
    const entry = this.inputs.findLast((item) => item.session === this.session && item.line === line);
    if (entry && typeof text === "string") entry.output = text;
  }

  /** Answers a history_request: its tail, a range of lines, or a search with * and ?. */
  find(request: Json): Entry[] {
    const withOutput = request.output === true;
    return this.select(request).map(({ session, line, code, output }) => [
      session,
      line,
      withOutput ? [code, output] : code,
    ]);
  }

  private keep(line: number, code: string): void {
    try {
      mkdirSync(dirname(this.file), { recursive: true });
      appendFileSync(this.file, `${JSON.stringify([this.session, line, code])}\n`, { mode: 0o600 });
    } catch {
      // a folder of another user: this session's history is all there is
    }
  }

  private select(request: Json): Input[] {
    if (request.hist_access_type === "range") return this.range(request);
    const all = request.hist_access_type === "search" ? this.search(request) : this.inputs;
    const n = request.n as number | null | undefined;
    return n === null || n === undefined ? all : all.slice(Math.max(0, all.length - n));
  }

  /** Sessions count from 1; 0 is the present one, -1 the one before. */
  private range(request: Json): Input[] {
    const wanted = Number(request.session ?? 0);
    const number = wanted > 0 ? wanted : this.session + wanted;
    const start = Number(request.start ?? 1);
    const stop = (request.stop as number | null) ?? Number.POSITIVE_INFINITY;
    return this.inputs.filter(({ session, line }) => session === number && line >= start && line < stop);
  }

  private search(request: Json): Input[] {
    const pattern = patternOf(String(request.pattern ?? "*"));
    const found = this.inputs.filter(({ code }) => pattern.test(code));
    if (request.unique !== true) return found;
    return found.filter(({ code }, i) => found.findLastIndex((item) => item.code === code) === i);
  }
}

function readInputs(file: string): Input[] {
  try {
    const lines = readFileSync(file, "utf8").trimEnd().split("\n").slice(-mostKept);
    return lines.map((text) => {
      const [session, line, code] = JSON.parse(text) as [number, number, string];
      return { session, line, code, output: null };
    });
  } catch {
    return []; // the first session, or a file that is none of ours
  }
}

function patternOf(glob: string): RegExp {
  const text = glob
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${text}$`, "s");
}
