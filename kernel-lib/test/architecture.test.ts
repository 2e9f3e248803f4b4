/**
 * Who may import whom. Walks the imports of src/ and fails on a forbidden arrow or a cycle.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "chai";

const src = fileURLToPath(new URL("../src/", import.meta.url));

/** From a folder to the folders it may import, besides itself. */
const allowed: Record<string, string[]> = {
  core: [],
  engines: [],
  ops: ["core", "engines"],
  linalg: ["core", "ops"],
  random: ["core", "ops"],
  testing: ["core", "ops"],
  nn: ["core", "ops", "random"],
  "core.ts": ["core", "linalg", "nn", "notebook", "ops", "random", "testing"],
};

/** The only places that make typed arrays or loop over them. */
const mayTouchStorage = ["engines", "core", "random"];

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => relative(src, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((file) => !file.startsWith("engines/wasm/assembly/")); // AssemblyScript
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(src, file), "utf8");
  const found = text.matchAll(/(?:from|import)\s*\(?"([^"]+)"/g);
  return [...found].map(([, name]) => (name.startsWith(".") ? resolveFrom(file, name) : name));
}

function resolveFrom(file: string, name: string): string {
  return normalize(join(dirname(file), name))
    .split(sep)
    .join("/")
    .replace(/\.js$/, ".ts");
}

const folderOf = (file: string): string => file.split("/")[0];
const files = listFiles(src);
const mine = files.filter((file) => folderOf(file) in allowed);

describe("architecture", () => {
  it("finds the sources", () => {
    expect(mine).to.include.members(["core.ts", "core/tensor.ts", "engines/js/matmul.ts", "ops/products.ts"]);
    expect(importsOf("ops/products.ts")).to.include("core/shape.ts");
  });

  it("has no forbidden arrow", () => {
    const forbidden = mine.flatMap((file) =>
      importsOf(file)
        .filter((target) => folderOf(target) !== folderOf(file) || folderOf(file) === "core.ts")
        .filter((target) => !(file.startsWith("engines/blas/") && target.startsWith("node:")))
        .filter((target) => !allowed[folderOf(file)].includes(folderOf(target)))
        .map((target) => `${file} -> ${target}`),
    );
    expect(forbidden).to.deep.equal([]);
  });

  it("needs nothing of Node and no package in what the sandbox bundles", () => {
    const bundled = reachableFrom("core.ts");
    expect(bundled).to.include("engines/wasm/binary.ts").and.not.to.include("engines/blas/index.ts");
    const outside = bundled.flatMap((file) => importsOf(file).filter((target) => !files.includes(target)));
    expect(outside).to.deep.equal([]);
  });

  it("has no cycle", () => {
    expect(findCycle(files)).to.equal(null);
  });

  it("touches elements of storage only in engines and in the accessors of core", () => {
    const indexed = /\.(storage|data)\[|new (Float64|Float32|Int32|Uint8)Array\(\d*\w*\.(storage|data)/;
    const touching = mine.filter((file) => indexed.test(readFileSync(join(src, file), "utf8")));
    expect(touching.filter((file) => !mayTouchStorage.includes(folderOf(file)))).to.deep.equal([]);
  });
});

/** A file and all it imports, directly or not. */
function reachableFrom(start: string): string[] {
  const found = [start];
  for (const file of found) {
    for (const target of importsOf(file)) {
      if (files.includes(target) && !found.includes(target)) found.push(target);
    }
  }
  return found;
}

/** The first ring of imports, as text, or null. */
function findCycle(all: readonly string[]): string | null {
  const done = new Set<string>();
  const visit = (file: string, path: string[]): string | null => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file].join(" -> ");
    if (done.has(file)) return null;
    for (const target of importsOf(file)) {
      const ring = all.includes(target) ? visit(target, [...path, file]) : null;
      if (ring !== null) return ring;
    }
    done.add(file);
    return null;
  };
  for (const file of all) {
    const ring = visit(file, []);
    if (ring !== null) return ring;
  }
  return null;
}
