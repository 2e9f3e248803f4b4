// The inputs of this session, and what Jupyter may ask about them.

import type { Json } from "../protocol/message.js";

type Entry = [session: number, line: number, input: string | [string, string | null]];

export class History {
  private readonly inputs: { line: number; code: string; output: string | null }[] = [];

  add(line: number, code: string): void {
    this.inputs.push({ line, code, output: null });
  }

  /** Notes the text of a line's result. */
  result(line: number, text: unknown): void {
    const entry = this.inputs.findLast((item) => item.line === line);
    if (entry && typeof text === "string") entry.output = text;
  }

  /** Answers a history_request: its tail, a range of lines, or a search with * and ?. */
  find(request: Json): Entry[] {
    const withOutput = request.output === true;
    return this.select(request).map(({ line, code, output }) => [
      1,
      line,
      withOutput ? [code, output] : code,
    ]);
  }

  private select(request: Json) {
    if (request.hist_access_type === "range") {
      const stop = (request.stop as number | null) ?? Number.POSITIVE_INFINITY;
      return this.inputs.filter(({ line }) => line >= Number(request.start ?? 1) && line < stop);
    }
    const all = request.hist_access_type === "search" ? this.search(request) : this.inputs;
    const n = request.n as number | null | undefined;
    return n === null || n === undefined ? all : all.slice(Math.max(0, all.length - n));
  }

  private search(request: Json) {
    const pattern = patternOf(String(request.pattern ?? "*"));
    const found = this.inputs.filter(({ code }) => pattern.test(code));
    if (request.unique !== true) return found;
    return found.filter(({ code }, i) => found.findLastIndex((item) => item.code === code) === i);
  }
}

function patternOf(glob: string): RegExp {
  const text = glob
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${text}$`, "s");
}
