// Jupyter counts cursor positions in Unicode code points, JavaScript in UTF-16 units.

/** The index into `text` of a code point position; anything but a number means the end. */
export function fromCodePoints(text: string, position: unknown): number {
  if (typeof position !== "number") return text.length;
  return [...text].slice(0, position).join("").length;
}

export function toCodePoints(text: string, index: number): number {
  return [...text.slice(0, index)].length;
}
