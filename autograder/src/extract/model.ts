// What extraction knows of an assignment: the released stubs and the reference solution, read once for all notebooks.
import { type Prelude, referencePrelude } from "./program.js";
import { makeTable, type Table } from "./table.js";
import type { CodeCell } from "./types.js";

const silent = (): void => {};

export class Model {
  readonly stubs: Table;
  readonly reference: Table;
  readonly #preludes = new Map<string, Prelude>();

  constructor(stubs: readonly CodeCell[], reference: string) {
    this.stubs = makeTable(stubs, silent);
    this.reference = makeTable([{ number: 0, source: reference }], silent);
  }

  /** The reference's versions of `names` as program text. */
  prelude(names: readonly string[]): Prelude {
    const key = names.join();
    const known = this.#preludes.get(key) ?? referencePrelude(names, this.reference);
    this.#preludes.set(key, known);
    return known;
  }
}
