// What earlier cells left behind. Every cell that ran is a module of its own; a later cell sees its names through a
// header line put in front of it. So a name can be declared again, and an error of an earlier cell stays where it was.

import type { NameKind } from "./declarations.js";

interface Known {
  kind: NameKind;
  module: string;
  /** the type in words, when it is short and needs no other cell */
  type: string | null;
}

/** Names from earlier cells, each with the module that declared it last. */
export class Scope {
  private readonly known = new Map<string, Known>();

  /** Notes a cell's names; `module` is its specifier, `types` the short types of variables. */
  add(names: Map<string, NameKind>, module: string, types: Map<string, string>): void {
    for (const [name, kind] of names) this.known.set(name, { kind, module, type: types.get(name) ?? null });
  }

  /** The names that `text` may mean, as one line of declarations without line break; names in `own` are left out. */
  header(text: string, own: ReadonlySet<string>): string {
    const used = new Set(text.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu) ?? []);
    return this.headerFor([...this.known.keys()].filter((name) => used.has(name) && !own.has(name)));
  }

  /** All names, for completion. */
  fullHeader(own: ReadonlySet<string>): string {
    return this.headerFor([...this.known.keys()].filter((name) => !own.has(name)));
  }

  private headerFor(names: string[]): string {
    return `export {}; ${names.map((name) => declarationOf(name, this.known.get(name)!)).join(" ")}`;
  }
}

function declarationOf(name: string, { kind, module, type }: Known): string {
  if (kind !== "import" && type !== null) return `declare ${kind} ${name}: ${type};`;
  if (kind === "let") return `declare let ${name}: typeof import("${module}").${name};`;
  return `import { ${name} } from "${module}";`;
}
