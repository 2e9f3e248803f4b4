// Makes a folder with all above it. Not by mkdir's own `recursive`: below /proc, where nothing can be made, Node tries for ever.
import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Trouble } from "./trouble.js";

/** @param asked - what messages call it. @throws Trouble when it cannot be made */
export async function makeFolder(path: string, asked: string = path): Promise<void> {
  await makeAll(path).catch((cause: unknown) => {
    throw new Trouble(`${asked}: cannot be made a folder`, "choose another one", { cause });
  });
}

async function makeAll(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const above = dirname(path);
    if (code === "ENOENT" && above !== path) {
      await makeAll(above);
      await mkdir(path);
    } else if (!(await isFolder(path))) throw error; // a drive of Windows says EPERM of itself
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() === true;
}
