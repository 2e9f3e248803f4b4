// What a function needs from the rest of the notebook, transitively, and what of that cannot come along.
import type { Definition } from "./definitions.js";
import { isGlobal } from "./globals.js";
import type { Table } from "./table.js";

export interface Closure {
  /** Definitions to carry along, in the notebook's order; the function's own among them. */
  readonly needed: readonly Definition[];
  /** Names from the reference that are used. */
  readonly fromReference: readonly string[];
  /** Values that need the notebook, and who uses them. */
  readonly left: readonly {
    readonly name: string;
    readonly definition: Definition;
    readonly by: Definition;
  }[];
  readonly unknown: readonly { readonly name: string; readonly by: Definition }[];
}

/** @param reference - names that stand for the reference's versions */
export function closureOf(
  roots: readonly Definition[],
  table: Table,
  reference: ReadonlySet<string>,
): Closure {
  const seen = new Set<Definition>(roots);
  const used = new Set<string>();
  const left: Closure["left"][number][] = [];
  const unknown: Closure["unknown"][number][] = [];
  for (const by of seen)
    for (const name of by.free) {
      const definition = table.byName.get(name);
      if (reference.has(name)) used.add(name);
      else if (definition && isOutside(definition, table)) left.push({ name, definition, by });
      else if (definition) seen.add(definition);
      else if (!isGlobal(name)) unknown.push({ name, by });
    }
  const needed = table.all.filter((d) => seen.has(d));
  return { needed, fromReference: [...used], left, unknown };
}

/** Whether defining it needs something that only the running notebook has, directly or through other values. */
function isOutside(definition: Definition, table: Table, around = new Set<Definition>()): boolean {
  if (definition.module !== null) return definition.module !== "kernel-lib";
  if (definition.outside) return true;
  if (definition.isLazy || around.has(definition)) return false;
  around.add(definition);
  return [...definition.free].some((name) => {
    const next = table.byName.get(name);
    return next ? isOutside(next, table, around) : !isGlobal(name);
  });
}
