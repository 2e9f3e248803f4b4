// Stack traces in the lines of the cell, or of a file beside the notebook: V8's positions are mapped back through the
// transpiler's source map, the kernel's own frames are left out.

import { SourceMap } from "node:module";
import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import type { Failure } from "./frames.js";
import { isLocal, versionOf } from "./import-hooks.js";

interface Source {
  map: SourceMap | string;
  /** lines that stand above what was written */
  above: number;
  lines: string[];
}

const sources = new Map<string, Source>();
const ownFolder = new URL("..", import.meta.url).href;
const ownFrame = /^\s+at (?:(?:async )?(.*?) \()?((?:cell|silent)-\d+\.ts|\.\/[^()]+):(\d+):(\d+)\)?$/;

/** Remembers the map (JSON text with `sourcesContent`) of a cell's script; its line 1 stands above the cell. */
export function addSource(name: string, map: string): void {
  sources.set(name, { map, above: 1, lines: [] });
}

/** Remembers the map of a file beside the notebook. */
export function addFile(path: string, map: string): void {
  sources.set(nearName(path), { map, above: 0, lines: [] });
}

function nearName(path: string): string {
  return `./${relative(process.cwd(), path).split(sep).join("/")}`;
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

/** "    at propagate (cell 3, line 4, column 9)", or "(helper.ts, line 4, column 9)", and below it the source line, for at most ten frames. */
function tracePlaces(error: Error): string[] {
  const frames = String(error.stack)
    .split("\n")
    .map((line) => ownFrame.exec(line));
  return frames
    .filter((match) => match !== null)
    .slice(0, 10)
    .flatMap(describePlace);
}

function describePlace([, callee, name, line, column]: RegExpExecArray): string[] {
  const where = name!.replace(/^\.\//, "").replace(/^(?:cell|silent)-(\d+)\.ts$/, "cell $1");
  const place = `${where}, line ${line}, column ${column}`;
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
  const name = sourceName(file);
  const source = sources.get(name);
  if (!source) return String(frame);
  const { line, column } = original(source, frame.getLineNumber() ?? 1, frame.getColumnNumber() ?? 1);
  const callee = nameOf(frame);
  const async = frame.isAsync() ? "async " : "";
  return callee ? `${async}${callee} (${name}:${line}:${column})` : `${name}:${line}:${column}`;
}

/** The name under which a script's map is known; a file that has changed since it was loaded keeps its address. */
function sourceName(file: string): string {
  if (!isLocal(file)) return file;
  try {
    const path = fileURLToPath(file);
    return new URL(file).searchParams.get("v") === versionOf(path) ? nearName(path) : file;
  } catch {
    return file; // it is gone
  }
}

function nameOf(frame: NodeJS.CallSite): string | null {
  const name = frame.getFunctionName();
  if (!name || name === "eval") return null;
  if (frame.isConstructor()) return `new ${name}`;
  const type = frame.getMethodName() ? frame.getTypeName() : null;
  return type && type !== "Object" && type !== "global" && !name.includes(".") ? `${type}.${name}` : name;
}

function original(source: Source, line: number, column: number): { line: number; column: number } {
  if (typeof source.map === "string") {
    const payload = JSON.parse(source.map);
    source.lines = payload.sourcesContent[0].split("\n").slice(source.above);
    source.map = new SourceMap(payload);
  }
  const entry = source.map.findEntry(line - 1, column - 1);
  if (!("originalLine" in entry)) return { line, column };
  return { line: entry.originalLine + 1 - source.above, column: entry.originalColumn + 1 };
}
