// Writes the golden files anew with real NumPy.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pythonWithNumpy, run } from "./python.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const python = pythonWithNumpy();
const scripts = ["make_golden.py", "make_golden_random.py", "make_calls.py", "make_products.py"];
for (const script of scripts) run(python, [join(here, script), here]);
