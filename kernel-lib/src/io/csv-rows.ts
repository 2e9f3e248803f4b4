/**
 * A text into rows of fields: quotes, doubled quotes inside them, any kind of line break. Empty lines are left out.
 */
import { DataError } from "../core/errors.js";

export interface Row {
  readonly fields: string[];
  /** Where it begins, counted from 1. */
  readonly line: number;
}

/** Plain text up to a delimiter or a line break, or a quoted field. */
export function splitRows(path: string, text: string, delimiter: string): Row[] {
  const rows: Row[] = [];
  let [at, line] = [0, 1];
  while (at < text.length) {
    const row: Row = { fields: [], line };
    let ended = false;
    while (!ended) {
      const field = text[at] === '"' ? readQuoted(path, text, at, line) : readPlain(text, at, delimiter);
      row.fields.push(field.value);
      line += field.breaks;
      at = field.end;
      if (text[at] === delimiter) at += 1;
      else ended = true;
    }
    if (at < text.length && text[at] !== "\r" && text[at] !== "\n") throw strayError(path, text, at, line);
    at += text.startsWith("\r\n", at) ? 2 : 1;
    line += 1;
    if (row.fields.length > 1 || row.fields[0] !== "") rows.push(row);
  }
  return rows;
}

interface Field {
  readonly value: string;
  /** The place behind it. */
  readonly end: number;
  /** Line breaks inside. */
  readonly breaks: number;
}

function readPlain(text: string, start: number, delimiter: string): Field {
  let end = start;
  while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return { value: text.slice(start, end), end, breaks: 0 };
}

function readQuoted(path: string, text: string, start: number, line: number): Field {
  let end = text.indexOf('"', start + 1);
  while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
  if (end < 0) {
    throw new DataError(
      `readCsv: a quoted field must end with a quote, got none after line ${line} of ${path}`,
    );
  }
  const inside = text.slice(start + 1, end);
  const breaks = inside.match(/\r\n|\r|\n/g)?.length ?? 0;
  return { value: inside.replaceAll('""', '"'), end: end + 1, breaks };
}

function strayError(path: string, text: string, at: number, line: number): DataError {
  const got = `${JSON.stringify(text.slice(at, at + 10))} in line ${line} of ${path}`;
  return new DataError(`readCsv: behind a quoted field comes a delimiter or the line's end, got ${got}`);
}
