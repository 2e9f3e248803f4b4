// Finds the graded functions in a notebook's code cells, with what each needs from other cells, and makes of each a
// program that runs without the notebook. Training runs, plots and prints are left out.
import { classOf, methodsOf } from "./classes.js";
import { type Closure, closureOf } from "./closure.js";
import type { Definition } from "./definitions.js";
import type { Model } from "./model.js";
import { makeProgram, type Texts, transpile } from "./program.js";
import { similarName } from "./similar-names.js";
import { hasMarker, isStub } from "./stub.js";
import { warnOfLayout, warnOfRelease, withMisspelt, withRetyped } from "./survive.js";
import { makeTable, type Table, warnOfDuplicates } from "./table.js";
import type { ExerciseNeed, Extracted, Extraction, ExtractRequest, Warning } from "./types.js";
import { withheldPart } from "./withheld.js";

interface Context {
  readonly table: Table;
  readonly model: Model;
  readonly request: ExtractRequest;
  readonly warn: (warning: Warning) => void;
}

/** An exercise's function, and what it needs when it can be graded. */
interface Draft {
  readonly extracted: Extracted;
  readonly closure: Closure | null;
}

export function extract(request: ExtractRequest, model: Model): Extraction {
  const warnings: Warning[] = [];
  const warn = (warning: Warning): void => void warnings.push(warning);
  const names = request.exercises.map((e) => e.name);
  const begun = (d: Definition): boolean =>
    !d.names.some((name) => names.includes(name) && isStub(d, model.stubs.byName.get(name)));
  warnOfRelease(request, model, warn);
  const found = makeTable(withRetyped(request, model, warn), warn, begun);
  warnOfDuplicates(found, names, warn);
  const table = withMisspelt(found, names, model, warn);
  warnOfLayout(table, names, model, warn);
  const drafts = request.exercises.map((e) => draft(e, { table, model, request, warn }));
  const needed = new Set(drafts.flatMap(({ closure }) => closure?.needed ?? []));
  const texts = transpile([...needed]);
  return { functions: drafts.map((d) => finish(d, texts, model, request.withhold)), warnings };
}

function finish(
  { extracted, closure }: Draft,
  texts: Texts,
  model: Model,
  withhold: ExtractRequest["withhold"],
): Extracted {
  if (!closure) return extracted;
  const prelude = model.prelude(closure.fromReference);
  const { name, classes } = extracted;
  const program = makeProgram(name, closure.needed, texts, prelude, { withhold, classes });
  return { ...extracted, program, references: prelude.references };
}

function draft(exercise: ExerciseNeed, context: Context): Draft {
  const { name } = exercise;
  const definition = context.table.byName.get(name);
  const model = context.model.reference.byName.get(name);
  const isAsync = model?.fn ? isAsyncFunction(model) : false;
  const reference = classOf(model);
  const methods = reference ? { methods: methodsOf(reference, classOf(definition)) } : {};
  const params = paramsOf(definition ?? model);
  const common = { name, isAsync, params, cell: definition?.cell ?? null, ...methods };
  const without = (status: Extracted["status"], reason: string | null): Draft => ({
    extracted: { ...common, status, program: null, references: [], reason },
    closure: null,
  });
  if (!definition) return without("missing", whyMissing(name, context));
  if (isStub(definition, context.model.stubs.byName.get(name))) return without("not_started", null);
  if (definition.outside || definition.module !== null)
    return without(
      "refused",
      `${name} (cell ${definition.cell}) is not written here but computed or imported`,
    );
  const calls = new Set(exercise.calls.filter((call) => call !== name));
  const closure = closureOf([definition], context.table, calls);
  const reason = whyRefused(name, closure) ?? whyWithheld(name, closure, context);
  if (reason) return without("refused", reason);
  tellAbout(name, definition, closure, context);
  const { extracted } = without("found", null);
  return { extracted: { ...extracted, classes: sharedClasses(name, closure, context) }, closure };
}

/** Classes of other exercises among what is needed: an instance that one made is an instance to the others. */
function sharedClasses(name: string, { needed }: Closure, { model, request }: Context): string[] {
  const classes = request.exercises.filter(
    (e) => e.name !== name && classOf(model.reference.byName.get(e.name)),
  );
  return classes
    .map((e) => e.name)
    .filter((other) => needed.some((d) => d.names.includes(other) && classOf(d)));
}

function paramsOf(definition: Definition | undefined): string[] {
  return definition?.fn?.parameters.map((p) => p.name.getText()) ?? [];
}

function isAsyncFunction({ fn }: Definition): boolean {
  return (fn?.modifiers ?? []).some((m) => m.getText() === "async");
}

function whyMissing(name: string, { table, request, warn }: Context): string | null {
  const graded = new Set(request.exercises.map((e) => e.name));
  const others = [...table.byName.keys()].filter((other) => !graded.has(other));
  const similar = similarName(name, others);
  if (!similar) return null;
  const { cell } = table.byName.get(similar.name)!;
  const why = similar.why ? `, ${similar.why}` : "";
  const message = `${similar.name} (cell ${cell}): did you mean ${name}?${why}`;
  warn({ kind: "misspelt", message, cell, exercise: name });
  return message;
}

/** Syntax and modules that are refused: the sandbox has no modules but kernel-lib. */
function whyRefused(name: string, { needed, left }: Closure): string | null {
  const syntax = needed.find((d) => d.forbidden);
  if (syntax)
    return `${name} uses ${syntax.forbidden} in cell ${syntax.cell}: only kernel-lib may be imported`;
  const foreign = left.find(({ definition }) => definition.module !== null);
  if (!foreign) return null;
  const { definition } = foreign;
  return `${name} uses ${foreign.name} from "${definition.module}", imported in cell ${definition.cell}: only kernel-lib may be imported`;
}

/** Calling a part of kernel-lib that the assignment asks to be written. */
function whyWithheld(name: string, { needed }: Closure, { table, request }: Context): string | null {
  for (const { node, cell } of needed) {
    const part = withheldPart(node, request.withhold ?? [], table);
    if (part !== null)
      return `${name} uses np.${part} in cell ${cell}: np.${part} is what you are writing here, so it is not there when this notebook is graded; write it yourself`;
  }
  return null;
}

function tellAbout(
  name: string,
  definition: Definition,
  { left, unknown }: Closure,
  { warn }: Context,
): void {
  for (const { name: value, definition: from, by } of left) {
    const message = `${name} uses ${value} of cell ${from.cell} (in cell ${by.cell}, line ${by.line}): values of the notebook are not there when grading; use the arguments`;
    warn({ kind: "notebook-value", message, cell: by.cell, exercise: name });
  }
  for (const { name: value, by } of unknown) {
    const message = `${name} uses ${value}, which no cell defines (cell ${by.cell}, line ${by.line})`;
    warn({ kind: "unknown-name", message, cell: by.cell, exercise: name });
  }
  if (!hasMarker(definition)) return;
  const message = `${name} still has the line that throws "still to be written" (cell ${definition.cell})`;
  warn({ kind: "leftover", message, cell: definition.cell, exercise: name });
}
