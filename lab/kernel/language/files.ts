// TypeScript files beside the notebook that a cell imports, also through one another: their errors, and their JavaScript,
// which the learner's process then need not make.

import ts from "#typescript";
import type { LocalModule } from "../execute/frames.js";
import type { Framed, Service } from "./service.js";
import { emitFile } from "./transpile.js";

/** What one service knows about such files. */
export class LocalFiles {
  private readonly service: Service;
  private readonly clean = new Set<string>();
  private readonly emitted = new Map<string, string>();

  constructor(service: Service) {
    this.service = service;
  }

  /** The files that the cell imports, directly or not. */
  of(framed: Framed, code: string): string[] {
    const found = new Set<string>();
    const visit = (text: string, from: string): void => {
      for (const { fileName } of ts.preProcessFile(text, true, true).importedFiles) {
        const path = /^\.{0,2}\//.test(fileName) ? this.service.resolve(fileName, from) : undefined;
        if (path === undefined || found.has(path) || !isOurs(path)) continue;
        found.add(path);
        visit(this.textOf(path), path);
      }
    };
    if (code.includes("import")) visit(code, framed.file);
    return [...found];
  }

  /** Errors in these files; those that were found clean together are not checked again. */
  errors(paths: string[]): ts.Diagnostic[] {
    const state = paths.map((path) => `${path}@${this.service.versionOf(path)}`).join("\n");
    if (this.clean.has(state)) return [];
    const errors = paths.flatMap((path) => this.errorsOf(path));
    if (errors.length === 0) this.clean.add(state);
    return errors;
  }

  /** The JavaScript of those that have changed since it was last asked for. */
  emit(paths: string[]): LocalModule[] {
    const changed = paths.filter((path) => this.emitted.get(path) !== this.service.versionOf(path));
    return changed.map((path) => {
      this.emitted.set(path, this.service.versionOf(path));
      return { path, text: this.textOf(path), ...emitFile(this.service.program(), path) };
    });
  }

  private errorsOf(path: string): ts.Diagnostic[] {
    const { services } = this.service;
    const syntax = services.getSyntacticDiagnostics(path);
    return syntax.length > 0 ? syntax : services.getSemanticDiagnostics(path);
  }

  private textOf(path: string): string {
    return this.service.program().getSourceFile(path)?.text ?? "";
  }
}

function isOurs(path: string): boolean {
  return /(?<!\.d)\.[cm]?tsx?$/.test(path) && !path.includes("/node_modules/");
}
