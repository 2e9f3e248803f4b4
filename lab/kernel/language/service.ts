// One TypeScript language service for a notebook. It sees the cell in question as a module beside the notebook, the
// cells that ran as modules it may import, and files on disk.

import { statSync } from "node:fs";
import { basename, join, sep } from "node:path";
import ts from "#typescript";
import { declaredNames, type NameKind } from "./declarations.js";
import { LocalFiles } from "./files.js";
import { globalsText } from "./globals.js";
import { type Joined, joined } from "./joined.js";
import { fewNodeGlobals, mentionsNode, nodeTypesFile } from "./node-types.js";
import { checkOptions, compilerFolder, libraries, libraryName } from "./options.js";
import { Resolver } from "./resolver.js";
import { Scope } from "./scope.js";

/** A cell's text between the header that declares what it uses and the footer that exports what it declares. */
export interface Framed {
  /** the path under which the compiler knows it */
  file: string;
  text: string;
  /** where the cell's first character stands */
  start: number;
  /** behind the cell's last character */
  end: number;
  names: Map<string, NameKind>;
  /** the tree of the cell alone, for positions in the cell */
  tree: ts.SourceFile;
}

export class Service {
  readonly services: ts.LanguageService;
  readonly file: string;
  readonly files: LocalFiles;
  private readonly system: ts.LanguageServiceHost;
  private readonly scope = new Scope();
  /** where the notebook lies */
  readonly folder: string;
  private readonly virtual = new Map<string, { text: string; version: number }>();
  private readonly settled = new Map<string, string>();
  private readonly snapshots = new Map<string, { version: string; snapshot: ts.IScriptSnapshot }>();
  private readonly texts = new Map<string, string | undefined>();
  private readonly globals: string;
  private readonly library: string;
  private readonly languages: Joined;
  private readonly resolver: Resolver;
  private hasNode = false;
  private wantsNode = false;
  private changes = 0;

  /** @param folder - where the notebook lies */
  constructor(folder: string) {
    this.folder = folder.split(sep).join("/"); // as the compiler writes paths, also on Windows
    this.file = `${this.folder}/__cell.ts`;
    this.library = `${this.folder}/__lib`;
    this.globals = `${this.folder}/__globals.d.ts`;
    this.languages = this.writeLibrary();
    this.resolver = new Resolver(this.folder);
    this.write(this.globals, globalsText + fewNodeGlobals);
    this.write(this.file, "export {};");
    this.system = this.host();
    this.services = ts.createLanguageService(this.system, keepingRegistry());
    this.files = new LocalFiles(this);
  }

  /** Puts `code` in front of the service; `all`: every name of earlier cells is in scope, not only those it mentions. */
  open(code: string, all = false): Framed {
    const tree = ts.createSourceFile("cell.ts", code, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);
    const { names, exported } = declaredNames(tree);
    const own = new Set(names.keys());
    const header = all ? this.scope.fullHeader(own) : this.scope.header(code, own);
    const footer = [...own].filter((name) => !exported.has(name)).join(", ");
    const text = `${header}\n${code}\n;export { ${footer} };\n`;
    this.write(this.file, text);
    this.changes++; // files beside the notebook may have changed
    this.resolver.clear();
    if (mentionsNode(code) || /\bBuffer\b/.test(code)) this.readNode();
    this.program();
    const start = header.length + 1;
    return { file: this.file, text, start, end: start + code.length, names, tree };
  }

  /** The program around the opened cell; with Node's declarations as soon as one of its files needs them. */
  program(): ts.Program {
    const program = this.services.getProgram()!;
    if (!this.wantsNode || !this.readNode()) return program;
    return this.services.getProgram()!;
  }

  /** Takes in all that Node declares. @returns false when that was done before */
  readNode(): boolean {
    if (this.hasNode) return false;
    this.hasNode = true;
    this.write(this.globals, globalsText);
    return true;
  }

  /** The file that an import in the file `from` means. */
  resolve(name: string, from: string): string | undefined {
    return this.resolver.resolve(name, from, this.system).resolvedModule?.resolvedFileName;
  }

  /** Keeps an opened cell as a module: later cells see its names. */
  commit(framed: Framed, cell: number): void {
    const types = this.shortTypes(framed);
    const module = `__cell-${cell}`;
    this.write(`${this.folder}/${module}.ts`, framed.text);
    this.scope.add(framed.names, `./${module}`, types);
  }

  private shortTypes(framed: Framed): Map<string, string> {
    const checker = this.program().getTypeChecker();
    const source = this.program().getSourceFile(this.file)!;
    const types = new Map<string, string>();
    for (const symbol of checker.getExportsOfModule(checker.getSymbolAtLocation(source)!)) {
      if (framed.names.get(symbol.name) === "import") continue;
      const declared = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      const text = checker.typeToString(checker.getTypeOfSymbol(declared));
      if (shortType.test(text)) types.set(symbol.name, text);
    }
    return types;
  }

  /** A package may still ask for one of the language's own files by name: it is there, and empty. */
  private writeLibrary(): Joined {
    const all = joined(libraries());
    for (const path of all.files) this.write(`${this.library}/${basename(path)}`, "");
    this.write(`${this.library}/${libraryName}`, all.text);
    return all;
  }

  private write(path: string, text: string): void {
    const before = this.virtual.get(path);
    if (before?.text === text) return;
    this.virtual.set(path, { text, version: (before?.version ?? 0) + 1 });
    this.changes++;
  }

  private host(): ts.LanguageServiceHost {
    const files: ts.LanguageServiceHost = {
      getCompilationSettings: () => checkOptions,
      getProjectVersion: () => String(this.changes), // else every question compares all files with the disk's
      getScriptFileNames: () => [...(this.hasNode ? [nodeFile] : []), this.globals, this.file],
      getScriptVersion: (path) => this.versionOf(path),
      getScriptSnapshot: (path) => this.snapshotOf(path),
      getCurrentDirectory: () => this.folder,
      useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
      getDefaultLibFileName: (options) => `${this.library}/${ts.getDefaultLibFileName(options)}`,
      fileExists: (path) => this.virtual.has(path) || ts.sys.fileExists(this.real(path)),
      readFile: (path) => this.read(path),
      directoryExists: ts.sys.directoryExists,
      getDirectories: ts.sys.getDirectories,
      readDirectory: ts.sys.readDirectory,
      realpath: (path) => ts.sys.realpath!(path),
    };
    return Object.assign(files, this.resolver.for(files));
  }

  private snapshotOf(path: string): ts.IScriptSnapshot | undefined {
    const version = this.versionOf(path);
    const known = this.snapshots.get(path);
    if (known?.version === version) return known.snapshot;
    const text = this.read(path);
    if (text === undefined) return undefined;
    if (!this.virtual.has(path) && !path.startsWith(this.library)) this.wantsNode ||= mentionsNode(text);
    const snapshot = ts.ScriptSnapshot.fromString(text);
    this.snapshots.set(path, { version, snapshot });
    return snapshot;
  }

  /** The compiler asks for every package.json above every declaration file, for every cell. */
  private read(path: string): string | undefined {
    const text = this.virtual.get(path)?.text;
    if (path === nodeFile) return joined([nodeTypesFile()], this.languages.files).text;
    if (text !== undefined || !path.includes("/node_modules/"))
      return text ?? ts.sys.readFile(this.real(path));
    if (path.endsWith(".ts")) return ts.sys.readFile(path); // kept as a snapshot already
    if (!this.texts.has(path)) this.texts.set(path, ts.sys.readFile(path));
    return this.texts.get(path);
  }

  /** Below node_modules the compiler would look for each library's package.json, for every cell. */
  private real(path: string): string {
    return path.startsWith(this.library) ? join(compilerFolder, path.slice(this.library.length)) : path;
  }

  /** Packages, also linked ones, do not change while a kernel runs; files beside the notebook do. */
  versionOf(path: string): string {
    const virtual = this.virtual.get(path);
    if (virtual) return String(virtual.version);
    const known = this.settled.get(path);
    if (known !== undefined) return known;
    const version = modified(this.real(path));
    if (this.isSettled(path)) this.settled.set(path, version);
    return version;
  }

  private isSettled(path: string): boolean {
    if (path.includes("/node_modules/") || path.startsWith(this.library)) return true;
    return path.endsWith(".d.ts") && !path.startsWith(this.folder);
  }
}

const nodeFile = nodeTypesFile().split(sep).join("/");
const shortType = /^(number|string|boolean|bigint|any|true|false|-?\d+(\.\d+)?|"[\w .,:;-]{0,60}")(\[\])*$/;

function modified(path: string): string {
  try {
    return String(statSync(path).mtimeMs);
  } catch {
    return "";
  }
}

/** A registry that keeps the trees of files which the present cell does not import: the next one may. */
function keepingRegistry(): ts.DocumentRegistry {
  const registry = ts.createDocumentRegistry();
  return { ...registry, releaseDocument: () => undefined, releaseDocumentWithKey: () => undefined };
}
