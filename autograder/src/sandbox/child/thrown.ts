// What a learner's code threw, as two short strings. Reading it may run learner's code once more (getters, proxies), so
// each step is guarded; the judge decides which of the two a learner gets to see.

/** Class name and message. */
export function describeThrown(error: unknown): { name: string; message: string } {
  if (typeof error !== "object" || error === null) return { name: typeof error, message: "" };
  return { name: read(error, "name", 60), message: read(error, "message", 600) };
}

function read(error: object, key: string, cap: number): string {
  try {
    const text = (error as Record<string, unknown>)[key];
    return typeof text === "string" ? cut(text, cap) : "";
  } catch {
    return "";
  }
}

function cut(text: string, cap: number): string {
  let out = "";
  for (let i = 0; i < text.length && i < cap; i++) out += text[i];
  return out;
}
