// A notebook's JSON without what grading does not read: outputs, attached pictures, states of widgets. Walks over the bytes and
// builds nothing of what it leaves out, so that fifty megabytes of outputs cost no memory beside themselves.
import { english } from "../messages/say.js";
import { Trouble } from "../trouble.js";

export const mostCells = 5000;
/** Of what is kept. An honest notebook has a hundredth of it; one cell of ten megabytes is left to the reader of cells. */
const mostBytes = 12 * 2 ** 20;

/** What is kept of a value: all of it, some keys of an object, or one part of each entry of a list. */
type Keep = true | { readonly keys: Readonly<Record<string, Keep>> } | { readonly each: Keep };

const kept: Keep = {
  keys: {
    nbformat: true,
    nbformat_minor: true,
    metadata: { keys: { nabla: true } },
    cells: { each: { keys: { id: true, cell_type: true, source: true } } },
  },
};

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [openList, closeList, openRecord, closeRecord] = [0x5b, 0x5d, 0x7b, 0x7d];
/** A longer key is none of those that are kept, however it is written. */
const longestKey = 100;

/** It is not JSON. */
class Broken extends Error {}

/**
 * JSON that says the same to the reader of notebooks; a piece of what is no JSON. What is left out need not be JSON in
 * every detail.
 *
 * @param name - stands in front of error messages
 * @throws Trouble when there are too many cells, or too much is left
 */
export function slimNotebook(bytes: Buffer, name: string): string {
  try {
    return new Slim(bytes, name).whole();
  } catch (error) {
    if (error instanceof Broken) return bytes.toString("utf8", 0, longestKey);
    throw error;
  }
}

class Slim {
  readonly #bytes: Buffer;
  readonly #name: string;
  readonly #parts: string[] = [];
  #at = 0;
  #size = 0;

  constructor(bytes: Buffer, name: string) {
    this.#bytes = bytes;
    this.#name = name;
  }

  whole(): string {
    if (this.#bytes.subarray(0, 3).equals(Buffer.from("\uFEFF"))) this.#at = 3;
    this.#copy(kept);
    if (this.#peek() !== undefined) throw new Broken();
    return this.#parts.join("");
  }

  /** The next byte that is no white space; stays there. */
  #peek(): number | undefined {
    for (;;) {
      const byte = this.#bytes[this.#at];
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte;
      this.#at++;
    }
  }

  #take(byte: number): void {
    if (this.#peek() !== byte) throw new Broken();
    this.#at++;
  }

  #copy(keep: Keep): void {
    const next = this.#peek();
    if (keep === true) this.#copyAll();
    else if ("keys" in keep && next === openRecord) this.#copyKeys(keep.keys);
    else if ("each" in keep && next === openList) this.#copyEach(keep.each);
    else {
      this.#skip(); // not what it should be: the reader says so
      this.#put("null");
    }
  }

  #copyAll(): void {
    this.#peek();
    const start = this.#at;
    this.#skip();
    this.#grow(this.#at - start);
    this.#parts.push(this.#bytes.toString("utf8", start, this.#at));
  }

  #copyKeys(keys: Readonly<Record<string, Keep>>): void {
    let mark = "{";
    this.#entries(openRecord, closeRecord, () => {
      const key = this.#key();
      this.#take(colon);
      if (!Object.hasOwn(keys, key)) return this.#skip();
      this.#put(`${mark}${JSON.stringify(key)}:`);
      mark = ",";
      this.#copy(keys[key]!);
    });
    this.#put(mark === "{" ? "{}" : "}");
  }

  #copyEach(keep: Keep): void {
    let count = 0;
    this.#entries(openList, closeList, () => {
      this.#put(count === 0 ? "[" : ",");
      count++;
      if (count <= mostCells) this.#copy(keep);
      else this.#skip();
    });
    if (count > mostCells)
      throw new Trouble(english("notebook.cells", { file: this.#name, count, most: mostCells }));
    this.#put(count === 0 ? "[]" : "]");
  }

  #entries(open: number, close: number, read: () => void): void {
    this.#take(open);
    if (this.#peek() === close) {
      this.#at++;
      return;
    }
    for (;;) {
      read();
      if (this.#peek() !== comma) break;
      this.#at++;
    }
    this.#take(close);
  }

  /** "" for a key that is too long for any that is kept. */
  #key(): string {
    if (this.#peek() !== quote) throw new Broken();
    const start = this.#at;
    this.#skipString();
    if (this.#at - start > longestKey) return "";
    return parsed(this.#bytes.toString("utf8", start, this.#at)) as string;
  }

  #skip(): void {
    const first = this.#peek();
    if (first === quote) this.#skipString();
    else if (first === openList || first === openRecord) this.#skipNested();
    else this.#skipWord();
  }

  /** To behind the closing quote. */
  #skipString(): void {
    this.#at++;
    for (;;) {
      const end = this.#bytes.indexOf(quote, this.#at);
      if (end < 0) throw new Broken();
      let first = end;
      while (this.#bytes[first - 1] === backslash && first > this.#at) first--;
      this.#at = end + 1;
      if ((end - first) % 2 === 0) return;
    }
  }

  /** To behind the bracket that closes the one here, by counting. */
  #skipNested(): void {
    let depth = 0;
    do {
      const byte = this.#peek();
      if (byte === undefined) throw new Broken();
      if (byte === quote) this.#skipString();
      else {
        if (byte === openList || byte === openRecord) depth++;
        else if (byte === closeList || byte === closeRecord) depth--;
        this.#at++;
      }
    } while (depth > 0);
  }

  /** A number, true, false or null. */
  #skipWord(): void {
    const start = this.#at;
    while (/[\w.+-]/.test(String.fromCharCode(this.#bytes[this.#at] ?? 0))) this.#at++;
    parsed(this.#bytes.toString("latin1", start, Math.min(this.#at, start + longestKey)));
  }

  #put(text: string): void {
    this.#grow(text.length);
    this.#parts.push(text);
  }

  #grow(by: number): void {
    this.#size += by;
    if (this.#size <= mostBytes) return;
    const [size, most] = [this.#bytes.length, mostBytes].map((n) => Math.round(n / 2 ** 20));
    throw new Trouble(english("notebook.text", { file: this.#name, size: size!, most: most! }));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Broken();
  }
}
