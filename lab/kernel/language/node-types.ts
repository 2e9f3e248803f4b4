// Node's declarations are four times as large as the language's own, and most cells need little of them. Until a cell or
// a file needs more, the few globals below stand in; each is a part of what Node declares, so nothing changes its type.

import { builtinModules, createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Node's own modules, without `node:` in front. */
export const nodeModules: readonly string[] = builtinModules.filter((name) => !name.startsWith("_"));

const modules = nodeModules.join("|");
const members = "std(?:out|err)\\.write\\(|env\\b|exit\\(|cwd\\(|uptime\\(|memoryUsage\\(\\)|platform\\b"; // that stand in below
const sign = new RegExp(
  `(?:from|import|require)\\s*\\(?\\s*["'](?:node:[\\w/]+|${modules})["']|types=["']node["']|\\bNodeJS\\.|\\bprocess\\.(?!${members})|\\bimport\\.meta\\b`,
);

/** Whether the text speaks of Node's modules or of types that only Node declares. */
export function mentionsNode(text: string): boolean {
  return sign.test(text);
}

/** The file that declares all of Node. */
export function nodeTypesFile(): string {
  return join(dirname(createRequire(import.meta.url).resolve("@types/node/package.json")), "index.d.ts");
}

export const fewNodeGlobals = `
declare namespace NodeJS {
  interface Timeout {
    ref(): this;
    unref(): this;
    hasRef(): boolean;
    refresh(): this;
    close(): this;
    [Symbol.toPrimitive](): number;
    [Symbol.dispose](): void;
  }
  interface Immediate {
    ref(): this;
    unref(): this;
    hasRef(): boolean;
    [Symbol.dispose](): void;
  }
  interface WriteStream {
    /** Prints \`chunk\` as it is, without a newline behind it. */
    write(chunk: string | Uint8Array, callback?: (error?: Error | null) => void): boolean;
  }
  interface ProcessEnv {
    [name: string]: string | undefined;
  }
  interface MemoryUsage {
    rss: number;
    heapTotal: number;
    heapUsed: number;
    external: number;
    arrayBuffers: number;
  }
  interface Process {
    stdout: WriteStream;
    stderr: WriteStream;
    /** The environment's variables. */
    env: ProcessEnv;
    /** The system: "linux", "darwin", "win32" and others. */
    readonly platform: string;
    exit(code?: number | string | null): never;
    /** The folder that relative paths start from. */
    cwd(): string;
    /** Seconds since the process began. */
    uptime(): number;
    /** Bytes in use. */
    memoryUsage(): MemoryUsage;
  }
}
declare var process: NodeJS.Process;
/** Bytes, as Node reads and writes them. */
interface Buffer<T extends ArrayBufferLike = ArrayBufferLike> extends Uint8Array<T> {}
/** Calls \`callback\` once, after \`delay\` milliseconds. */
declare function setTimeout<A extends any[]>(callback: (...args: A) => void, delay?: number, ...args: A): NodeJS.Timeout;
declare function setTimeout(callback: (_: void) => void, delay?: number): NodeJS.Timeout;
/** Calls \`callback\` every \`delay\` milliseconds, until \`clearInterval\`. */
declare function setInterval<A extends any[]>(callback: (...args: A) => void, delay?: number, ...args: A): NodeJS.Timeout;
declare function setInterval(callback: (_: void) => void, delay?: number): NodeJS.Timeout;
/** Calls \`callback\` as soon as everything that waits now has had its turn. */
declare function setImmediate<A extends any[]>(callback: (...args: A) => void, ...args: A): NodeJS.Immediate;
declare function setImmediate(callback: (_: void) => void): NodeJS.Immediate;
declare function clearTimeout(timeout: NodeJS.Timeout | string | number | undefined): void;
declare function clearInterval(timeout: NodeJS.Timeout | string | number | undefined): void;
declare function clearImmediate(immediate: NodeJS.Immediate | undefined): void;
/** Calls \`callback\` when the code that runs now has ended. */
declare function queueMicrotask(callback: () => void): void;
/** A deep copy of \`value\`. */
declare function structuredClone<T>(value: T): T;
interface Console {
  /** Prints an error when \`condition\` does not hold. */
  assert(condition?: boolean, ...data: any[]): void;
  clear(): void;
  /** Prints how often it was called with this label. */
  count(label?: string): void;
  countReset(label?: string): void;
  /** Prints to stdout. */
  debug(...data: any[]): void;
  /** Prints a value as \`util.inspect\` shows it. */
  dir(item?: any, options?: { depth?: number | null | undefined; showHidden?: boolean; colors?: boolean }): void;
  /** Prints to stderr. */
  error(...data: any[]): void;
  /** Indents what is printed next, until \`groupEnd\`. */
  group(...data: any[]): void;
  groupCollapsed(...data: any[]): void;
  groupEnd(): void;
  /** Prints to stdout. */
  info(...data: any[]): void;
  /** Prints to stdout, values as \`util.inspect\` shows them. */
  log(...data: any[]): void;
  /** Prints rows as a table. */
  table(tabularData?: any, properties?: string[]): void;
  /** Starts a clock; \`timeEnd\` with the same label prints the time since. */
  time(label?: string): void;
  timeEnd(label?: string): void;
  timeLog(label?: string, ...data: any[]): void;
  /** Prints where it was called from, to stderr. */
  trace(...data: any[]): void;
  /** Prints to stderr. */
  warn(...data: any[]): void;
}
declare var console: Console;
`;

const standIns = [...fewNodeGlobals.matchAll(/^declare (?:function|var) (\w+)/gm)].map(([, name]) => name);
const standIn = new RegExp(`\\b(?:${[...new Set(standIns)].join("|")}|Buffer)\\b`);

/** Whether the text speaks of a global that stands in for a larger one of Node's. */
export function mentionsStandIn(text: string): boolean {
  return standIn.test(text);
}
