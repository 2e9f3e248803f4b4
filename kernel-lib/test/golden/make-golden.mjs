// Writes the golden files anew with real NumPy.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pythonWithNumpy, run } from "./python.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
run(pythonWithNumpy(), [join(here, "make_golden.py"), here]);
