/**
 * Imported for its effect by the package's Node entry: from then on large results are made in memory that Node has not
 * cleared.
 */
import { offerRawMemory } from "./core/memory.js";

offerRawMemory((bytes) => Buffer.allocUnsafeSlow(bytes).buffer as ArrayBuffer); // "slow": a buffer of its own
