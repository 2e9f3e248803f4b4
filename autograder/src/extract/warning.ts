// A remark about the notebook, as ids of the catalogue and in English.
import type { Said } from "kernel-lib";
import { english } from "../messages/say.js";
import type { Warning } from "./types.js";

/** Of what makes no difference to the points. */
const notes: ReadonlySet<Warning["kind"]> = new Set(["form", "along", "gone", "file"] as const);

export function warning(about: Pick<Warning, "kind" | "cell" | "exercise">, ...said: Said[]): Warning {
  const severity = notes.has(about.kind) ? "note" : "warning";
  return { ...about, severity, message: english.all(said), said };
}
