// Text that a learner may have written, as it can be shown anywhere: it must not move a terminal's cursor, nor turn the
// direction of what stands around it (a file named "anna\u202Egnp.ipynb" is no picture).

const controls = /(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;

export function printable(text: string): string {
  return text.replace(controls, "\uFFFD");
}

/** A name that stays in its line: one with line ends could write lines of its own into a report. */
export function printableName(text: string): string {
  return printable(text).replace(/[\n\t\u2028\u2029]/g, "\uFFFD");
}
