// A remark about the notebook, as ids of the catalogue and in English.
import type { Said } from "kernel-lib";
import { english } from "../messages/say.js";
import type { Warning } from "./types.js";

export function warning(about: Pick<Warning, "kind" | "cell" | "exercise">, ...said: Said[]): Warning {
  return { ...about, message: english.all(said), said };
}
