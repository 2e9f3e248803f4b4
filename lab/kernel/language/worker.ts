// The language service in a thread of its own, so that a long check never delays a heartbeat. One question at a time.

import { setFlagsFromString } from "node:v8";
import { parentPort, workerData } from "node:worker_threads";
import ts from "#typescript";
import { packagesNear } from "./ahead.js";
import { checkCell } from "./check.js";
import { complete, completenessOf, inspectAt } from "./editor.js";
import { Service } from "./service.js";

const methods = {
  check: (code: string, cell: number, name: string) => checkCell(service, code, cell, name),
  complete: (code: string, offset: number) => complete(service, code, offset),
  inspect: (code: string, offset: number) => inspectAt(service, code, offset),
  completeness: (code: string) => completenessOf(code),
  forget: () => {
    service = new Service(workerData.folder);
  },
};

/** What can be asked of this thread. */
export type Language = typeof methods;

export interface Question {
  id: number;
  method: keyof Language;
  args: unknown[];
}

export interface Answer {
  id: number;
  value?: unknown;
  error?: string;
}

setFlagsFromString("--no-allocation-site-pretenuring"); // what looks long-lived to V8 goes when the next cell comes

const calm = 1; // milliseconds without a question: what a cell waits now, it need not wait at its import
let unread: string[] | null = null;
let pause: NodeJS.Timeout | undefined;
let service = new Service(workerData.folder);

parentPort!.on("message", ({ id, method, args }: Question) => {
  parentPort!.postMessage(answerTo(id, method, args));
  readAheadIn(calm);
});
warmUp();
readAheadIn(300); // a first cell that is on its way goes first

function answerTo(id: number, method: keyof Language, args: unknown[]): Answer {
  try {
    const run = methods[method] as (...all: unknown[]) => unknown;
    return { id, value: run(...args) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

/** Reads the libraries and meets the globals of a first cell before it comes. */
function warmUp(): void {
  const code = "const greeting = [1, 2].map((n) => n * 2).join(); console.log(greeting);";
  service.open(code);
  service.services.getSemanticDiagnostics(service.file);
  ts.keepCodeCache();
}

/** Begins the wait for a calm moment anew. */
function readAheadIn(milliseconds: number): void {
  clearTimeout(pause);
  pause = setTimeout(readAhead, milliseconds);
}

/** While nobody asks anything: the declarations that the cells of this folder's notebooks will need, a package at a time. */
function readAhead(): void {
  unread ??= packagesNear(workerData.folder);
  const name = unread.shift();
  if (name === undefined) return;
  service.open(`import ${JSON.stringify(name)};`);
  service.services.getSemanticDiagnostics(service.file);
  readAheadIn(calm);
}
