/**
 * Imported for its effect by the package's Node entry: from then on products may go to a native BLAS.
 */
import { offerEngine } from "../index.js";
import { blasEngine, describeBlas } from "./index.js";

offerEngine(blasEngine, () => `blas: ${describeBlas()}`);
