// Lines for a terminal of some width: broken between words, with what follows indented. Words wider than a line stay whole.

/** @param width - columns, or null for lines of any length; @param indent - of the second line and the next ones */
export function wrap(text: string, width: number | null, indent: number): string {
  if (width === null || text.length <= width) return text;
  const lines: string[] = [];
  let line = /^ */.exec(text)![0];
  const pad = " ".repeat(indent);
  for (const word of text.trimStart().split(" ")) {
    const isFirst = line.trim() === "";
    if (!isFirst && visibleLength(line) + 1 + visibleLength(word) > width) {
      lines.push(line);
      line = pad + word;
    } else line += isFirst ? word : ` ${word}`;
  }
  return [...lines, line].join("\n");
}

/** Without the escape sequences that paint. */
function visibleLength(text: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the sequences begin with ESC
  return text.replace(/\u001b\[\d+m/g, "").length;
}
