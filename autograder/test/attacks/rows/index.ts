// All samples that are notebooks, by what they try.
import type { Attack } from "../row.js";
import { fresh } from "./fresh.js";
import { leaks } from "./leaks.js";
import { lentFunctions } from "./lent-functions.js";
import { lentInstances } from "./lent-instances.js";
import { limits } from "./limits.js";
import { processes } from "./process.js";
import { realm } from "./realm.js";
import { text } from "./text.js";
import { values } from "./values.js";

export const everyGroup: Readonly<Record<string, readonly Attack[]>> = {
  ...{ realm, process: processes, values, limits, leaks, text, lentFunctions, lentInstances, fresh },
};
