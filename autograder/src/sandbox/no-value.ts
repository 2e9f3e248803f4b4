// Answers of the child that are no value, as errors: what the learner's code threw, or gave although it cannot travel.
import { Decoder } from "../wire/decode.js";
import { defaultCaps } from "../wire/format.js";
import { plainCodec } from "../wire/judge-codec.js";
import { LearnerError, safeClass, type Thrown } from "./learner-error.js";
import { refusal } from "./refusals.js";

export function thrownError(name: string, body: Uint8Array): LearnerError {
  const { name: className, message } = decodeThrown(body);
  const thrown = { name: className, message };
  if (message.includes("allocation failed") || message.includes("could not allocate memory"))
    return new LearnerError("memory", { name }, thrown);
  return new LearnerError("threw", { name, error: safeClass(thrown) }, thrown);
}

function decodeThrown(body: Uint8Array): Thrown {
  const value = new Decoder(body, plainCodec, defaultCaps).read() as Partial<Thrown> | null;
  return { name: String(value?.name ?? ""), message: String(value?.message ?? "") };
}

export function refusedError(name: string, body: Uint8Array): LearnerError {
  const words = new Decoder(body, plainCodec, defaultCaps).read();
  return new LearnerError("refused", { name, why: refusal(words) });
}

/** What is thrown while a program is loaded is thrown by the code around the function. */
export function asLoadError<T>(name: string, load: () => T): T {
  try {
    return load();
  } catch (error) {
    if (!(error instanceof LearnerError) || error.kind !== "threw") throw error;
    throw new LearnerError("load", { name, error: safeClass(error.thrown!) }, error.thrown);
  }
}
