// Stack traces in the lines of the cell: V8's positions are mapped back through the transpiler's source map, the
// kernel's own frames are left out.

import { SourceMap } from "node:module";
import { inspect } from "node:util";
import type { Failure } from "./frames.js";

interface CellSource {
  map: SourceMap | string;
  lines: string[];
}

const sources = new Map<string, CellSource>();
const ownFolder = new URL("..", import.meta.url).href;
const cellFrame = /^\s+at (?:(?:async )?(.*?) \()?((?:cell|silent)-(\d+)\.ts):(\d+):(\d+)\)?$/;

/** Remembers the map (JSON text with `sourcesContent`) of a cell's script; its line 1 stands above the cell. */
export function addSource(name: string, map: string): void {
  sources.set(name, { map, lines: [] });
}

/** Makes `error.stack` speak of cells. Call once, before anything else runs. */
export function installTraces(): void {
  Error.stackTraceLimit = 30;
  Error.prepareStackTrace = (error, frames) => {
    const lines = frames.map(describeFrame).filter((line) => line !== null);
    return [headOf(error), ...lines.map((line) => `    at ${line}`)].join("\n");
  };
}

/** An error as a message: name, text, and the places in cells that led to it. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return thrownValue(error);
  const ename = String(error.name || error.constructor?.name || "Error");
  const evalue = String(error.message);
  const head = evalue === "" ? ename : `${ename}: ${evalue}`;
  return { ename, evalue, traceback: [head, ...tracePlaces(error), ...causeOf(error)] };
}

function thrownValue(value: unknown): Failure {
  const evalue = inspect(value, { depth: 2 });
  return { ename: "Thrown", evalue, traceback: [`Thrown: ${evalue}`] };
}

function causeOf(error: Error): string[] {
  if (error.cause === undefined || error.cause === error) return [];
  const cause = failureOf(error.cause).traceback;
  return [`Caused by ${cause[0]}`, ...cause.slice(1)];
}

/** "    at propagate (cell 3, line 4, column 9)" and below it the source line, for at most ten frames. */
function tracePlaces(error: Error): string[] {
  const frames = String(error.stack)
    .split("\n")
    .map((line) => cellFrame.exec(line));
  return frames
    .filter((match) => match !== null)
    .slice(0, 10)
    .flatMap(describePlace);
}

function describePlace([, callee, name, number, line, column]: RegExpExecArray): string[] {
  const place = `cell ${number}, line ${line}, column ${column}`;
  const text = sources.get(name!)?.lines[Number(line) - 1]?.trim();
  const head = callee ? `    at ${callee} (${place})` : `    at ${place}`;
  return text ? [head, `        ${text}`] : [head];
}

function headOf(error: Error): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return "Error";
  }
}

function describeFrame(frame: NodeJS.CallSite): string | null {
  const file = frame.getFileName() || frame.getScriptNameOrSourceURL?.() || "";
  if (file.startsWith(ownFolder) || file.startsWith("node:inspector")) return null;
  if (file.startsWith("node:internal/per_context/messageport") || file === "node:internal/event_target")
    return null;
  const source = sources.get(file);
  if (!source) return String(frame);
  const { line, column } = original(source, frame.getLineNumber() ?? 1, frame.getColumnNumber() ?? 1);
  const callee = nameOf(frame);
  const async = frame.isAsync() ? "async " : "";
  return callee ? `${async}${callee} (${file}:${line}:${column})` : `${file}:${line}:${column}`;
}

function nameOf(frame: NodeJS.CallSite): string | null {
  const name = frame.getFunctionName();
  if (!name || name === "eval") return null;
  if (frame.isConstructor()) return `new ${name}`;
  const type = frame.getMethodName() ? frame.getTypeName() : null;
  return type && type !== "Object" && type !== "global" && !name.includes(".") ? `${type}.${name}` : name;
}

function original(source: CellSource, line: number, column: number): { line: number; column: number } {
  if (typeof source.map === "string") {
    const payload = JSON.parse(source.map);
    source.lines = payload.sourcesContent[0].split("\n").slice(1);
    source.map = new SourceMap(payload);
  }
  const entry = source.map.findEntry(line - 1, column - 1);
  if (!("originalLine" in entry)) return { line, column };
  return { line: entry.originalLine, column: entry.originalColumn + 1 };
}
