// What must never come back: a hidden input's text and number, what is expected of them, and words of the sources.

export const canaryLabel = "canary-input-5f2c";
export const canaryNumber = 271828.1828125;

/** In every spelling that an artefact might have. */
export const canaries: readonly string[] = [
  canaryLabel,
  [...canaryLabel].reverse().join(""),
  Buffer.from(canaryLabel).toString("hex"),
  Buffer.from(canaryLabel).toString("base64").slice(0, 20),
  "canary-source",
  "271828",
  String(2 * canaryNumber + 1),
  String(canaryNumber ** 2).slice(0, 8),
];
