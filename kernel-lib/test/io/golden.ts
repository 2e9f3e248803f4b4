/** Files that NumPy and h5py wrote (golden/make_files.py), and a folder to lay files in for one test file. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const golden: { files: Record<string, string> } = JSON.parse(
  readFileSync(new URL("./golden/files.json", import.meta.url), "utf8"),
);

/** The bytes of a golden file. */
export function goldenBytes(name: string): Buffer {
  const text = golden.files[name];
  if (text === undefined) throw new Error(`no golden file ${name}`);
  return Buffer.from(text, "base64");
}

/** A folder of its own, emptied after the tests of the calling `describe`. */
export function temporaryFolder(): {
  path: (name: string) => string;
  write: (name: string, data: Uint8Array | string) => string;
} {
  const folder = mkdtempSync(join(tmpdir(), "nabla-test-"));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, name);
  const write = (name: string, data: Uint8Array | string): string => {
    writeFileSync(path(name), data);
    return path(name);
  };
  return { path, write };
}

/** The error of a promise that must fail. */
export async function rejection(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    () => {
      throw new Error("expected the promise to fail, but it succeeded");
    },
    (error: Error) => error,
  );
}
