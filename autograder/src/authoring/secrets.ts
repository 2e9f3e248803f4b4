// Lines that learners must not get to see: what stands between BEGIN and END SOLUTION, and the hidden tests' own lines.

/** Shorter lines, like `return x;`, are everybody's. */
const shortest = 24;

/** @param notebook - the assignment's source with solutions; @param hidden and visible - its tests */
export function hiddenLines(notebook: string, hidden: string, visible: string): string[] {
  const solution = insideSolutions(notebook);
  const given = [...outsideSolutions(notebook), visible].join("\n");
  const secrets = [...solution, ...linesOf(hidden).filter((line) => !line.startsWith("import "))];
  return [...new Set(secrets)].filter((line) => line.length >= shortest && !given.includes(line));
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/).map((line) => line.trim());
}

function insideSolutions(notebook: string): string[] {
  return notebook
    .split(/BEGIN SOLUTION/)
    .slice(1)
    .flatMap((part) => linesOf(part.split("END SOLUTION")[0]!).slice(1));
}

/** In code and in text: a line that a lesson shows is no secret. */
function outsideSolutions(notebook: string): string[] {
  return linesOf(notebook.replace(/BEGIN SOLUTION[\s\S]*?END SOLUTION/g, "")).filter(
    (line) => !line.startsWith("//"),
  );
}
