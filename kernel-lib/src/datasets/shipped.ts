/** Files that ship with the repository: when one is missing or damaged, the error is one line that says what to do. */
import { DataError } from "../core/errors.js";
import { readBytes } from "../io/files.js";

const cure = "Fetch it from the repository again";

/** The bytes of a shipped file. `name` is the loader that asks. */
export async function readShipped(name: string, path: string): Promise<Buffer> {
  try {
    return await readBytes(name, path);
  } catch (cause) {
    const said = (cause as Error).message.replace(/[^.?!]$/, "$&.");
    throw new DataError(`${said} ${cure}, or set NABLA_DATA to a data folder that has it.`, { cause });
  }
}

/** The error for a file that holds something else than it should; `how`: "must hold 150 rows, got 3". */
export function damaged(
  name: string,
  path: string,
  how = "is damaged or cut off",
  cause?: unknown,
): DataError {
  return new DataError(`${name}: ${path} ${how}. ${cure}.`, { cause });
}
