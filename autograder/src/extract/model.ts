// What extraction knows of an assignment: the released stubs and the reference solution, read once for all notebooks.
import { type Prelude, referencePrelude } from "./program.js";
import { type Given, givenOf, makeTable, type Table } from "./table.js";
import type { CodeCell } from "./types.js";

/** What else a released notebook tells. */
interface Released {
  readonly otherCells: readonly CodeCell[];
  readonly release: string | null;
}

const silent = (): void => {};

export class Model {
  readonly stubs: Table;
  /** The release's code cells. */
  readonly given: Given;
  readonly reference: Table;
  /** The hash that the release writes into its notebooks; null when it is not known. */
  readonly release: string | null;
  /** Texts of the release's cells that are not code. */
  readonly prose: ReadonlySet<string>;
  /** The release's cells that are no exercises. */
  readonly others: readonly CodeCell[];
  readonly #preludes = new Map<string, Prelude>();

  constructor(stubs: readonly CodeCell[], reference: string, released: Released | null = null) {
    this.stubs = makeTable(stubs, silent);
    this.given = givenOf(stubs, this.stubs);
    this.release = released?.release ?? null;
    this.prose = new Set(released?.otherCells.map((cell) => cell.source));
    const given = [...stubs, ...(released?.otherCells ?? [])].sort((a, b) => a.number - b.number);
    this.others = given.filter((cell) => !/^\/\/ EXERCISE: /m.test(cell.source));
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
