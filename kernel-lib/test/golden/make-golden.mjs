// Writes the golden files anew with real NumPy.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pythonWithNumpy, run } from "./python.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const python = pythonWithNumpy();
for (const script of ["make_golden.py", "make_calls.py"]) run(python, [join(here, script), here]);
