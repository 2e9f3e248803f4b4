// Writes the golden files anew with real NumPy.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { pythonWithNumpy, run } from "./python.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const python = pythonWithNumpy();
for (const name of ["golden", "golden_random", "calls", "elementwise", "products", "linalg"]) {
  run(python, [join(here, `make_${name}.py`), here]);
}
