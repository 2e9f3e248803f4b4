// What stands between BEGIN SOLUTION and END SOLUTION, and the stub a learner gets in its place.

const BEGIN = /^(\s*)\/\/ BEGIN SOLUTION(.*)$/;
const END = /^\s*\/\/ END SOLUTION\s*$/;

/** Words of the error a stub throws; the grader knows an unstarted exercise by them. */
function stubMessage(name: string, number: number): string {
  return `${name} is still to be written: fill in Exercise ${number} where it says YOUR CODE HERE`;
}

/**
 * The learner's view of an exercise cell: each solution becomes a comment and a throw.
 *
 * @param name - the exercise's function
 * @param number - which exercise of the notebook it is, from 1
 * @throws Error when BEGIN and END do not pair up
 */
export function stubSolutions(source: string, name: string, number: number): string {
  return mapSolutions(source, name, (indent, hint) => [
    `${indent}// YOUR CODE HERE${hint}`,
    `${indent}throw new Error("${stubMessage(name, number)}");`,
  ]);
}

/** The instructor's view: the marker lines go, the solution stays. */
export function keepSolutions(source: string, name: string): string {
  return mapSolutions(source, name, (_indent, _hint, body) => body);
}

type Replace = (indent: string, hint: string, body: string[]) => string[];

function mapSolutions(source: string, name: string, replace: Replace): string {
  const out: string[] = [];
  let open: { indent: string; hint: string; body: string[] } | null = null;
  let solutions = 0;
  for (const line of source.split("\n")) {
    const begin = BEGIN.exec(line);
    if (begin) {
      if (open) throw new Error(`${name}: BEGIN SOLUTION inside a solution`);
      open = { indent: begin[1]!, hint: begin[2]!.trimEnd(), body: [] };
    } else if (END.test(line)) {
      if (!open) throw new Error(`${name}: END SOLUTION without BEGIN SOLUTION`);
      out.push(...replace(open.indent, open.hint, open.body));
      open = null;
      solutions++;
    } else (open?.body ?? out).push(line);
  }
  if (open) throw new Error(`${name}: BEGIN SOLUTION without END SOLUTION`);
  if (solutions === 0) throw new Error(`${name}: an exercise needs BEGIN SOLUTION and END SOLUTION`);
  return out.join("\n");
}
