// Makes a folder with all above it. Not by mkdir's own `recursive`: below /proc, where nothing can be made, Node tries for ever.
import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Trouble } from "./trouble.js";

/** @param asked - what messages call it. @throws Trouble when it cannot be made */
export async function makeFolder(path: string, asked: string = path): Promise<void> {
  await makeFolders(path).catch((cause: NodeJS.ErrnoException) => {
    throw new Trouble(`${asked}: cannot be made a folder (${cause.code})`, "choose another one", { cause });
  });
}

/** @throws the system's own error when one of them cannot be made */
export async function makeFolders(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const above = dirname(path);
    if (code === "ENOENT" && above !== path) {
      await makeFolders(above);
      await mkdir(path);
    } else if (!(await isFolder(path))) throw error; // a drive of Windows says EPERM of itself
  }
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() === true;
}
