// Finds the graded functions in a notebook's code cells, with what each needs from other cells, and makes of each a
// program that runs without the notebook. Training runs, plots and prints are left out.
import type { Said } from "kernel-lib";
import { english, said } from "../messages/say.js";
import { asyncMethods, classOf, methodsOf } from "./classes.js";
import { type Closure, closureOf } from "./closure.js";
import type { Definition } from "./definitions.js";
import { noteForm, noteGone, noteHeadings, noteHelpers } from "./form.js";
import type { Model } from "./model.js";
import { eraseTypes, makeProgram, type Texts } from "./program.js";
import { similarName } from "./similar-names.js";
import { hasMarker, isStub } from "./stub.js";
import { warnOfLayout, warnOfRelease, withMisspelt, withRetyped } from "./survive.js";
import { makeTable, type Table, warnOfDuplicates } from "./table.js";
import type { ExerciseNeed, Extracted, Extraction, ExtractRequest, Warning } from "./types.js";
import { warning } from "./warning.js";
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
  const found = makeTable(withRetyped(request, model, warn), warn, begun, model.given);
  warnOfDuplicates(found, names, warn);
  const table = withMisspelt(found, names, model, warn);
  warnOfLayout(table, names, model, warn);
  const drafts = request.exercises.map((e) => draft(e, { table, model, request, warn }));
  noteAll(drafts, table, names, { request, model, warn });
  const needed = new Set(drafts.flatMap(({ closure }) => closure?.needed ?? []));
  const texts = eraseTypes([...needed]);
  return { functions: drafts.map((d) => finish(d, texts, model, request.withhold)), warnings };
}

/** What is otherwise than in the release, and makes no difference. */
function noteAll(
  drafts: readonly Draft[],
  table: Table,
  names: readonly string[],
  { request, model, warn }: Pick<Context, "request" | "model" | "warn">,
): void {
  for (const { extracted, closure } of drafts)
    if (closure)
      noteForm(
        extracted.name,
        table.byName.get(extracted.name)!,
        model.stubs.byName.get(extracted.name),
        warn,
      );
  noteHeadings(table, names, request.cells, warn);
  const found = drafts.flatMap(({ extracted: { name, cell }, closure }) =>
    closure && cell !== null ? [{ name, cell, closure }] : [],
  );
  noteHelpers(found, model, warn);
  if (request.release && request.release === model.release)
    noteGone([...request.cells, ...(request.otherCells ?? [])], model, warn);
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
  const isAsync = isAsyncFunction(model) || isAsyncFunction(definition);
  const reference = classOf(model);
  const methods = reference ? { methods: methodsOf(reference, classOf(definition)) } : {};
  const params = paramsOf(definition ?? model);
  const common = { name, isAsync, params, cell: definition?.cell ?? null, ...methods };
  const without = (status: Extracted["status"], why: readonly Said[] | null): Draft => ({
    extracted: { ...common, status, program: null, references: [], ...reasonOf(why) },
    closure: null,
  });
  if (!definition) return without("missing", whyMissing(name, context));
  if (isStub(definition, context.model.stubs.byName.get(name))) return without("not_started", null);
  if (definition.outside || definition.module !== null)
    return without("refused", [said("extract.not-written", { name, cell: definition.cell })]);
  const calls = new Set(exercise.calls.filter((call) => call !== name));
  const closure = closureOf([definition], context.table, calls);
  const reason = whyRefused(name, closure) ?? whyWithheld(name, closure, context);
  if (reason) return without("refused", [reason]);
  warnOfAsync(name, definition, context);
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

function reasonOf(why: readonly Said[] | null): Pick<Extracted, "reason" | "reasonSaid"> {
  return { reason: why && english.all(why), reasonSaid: why };
}

function paramsOf(definition: Definition | undefined): string[] {
  return definition?.fn?.parameters.map((p) => p.name.getText()) ?? [];
}

function isAsyncFunction(definition: Definition | undefined): boolean {
  return (definition?.fn?.modifiers ?? []).some((m) => m.getText() === "async");
}

/** Written as async where a value is due at once: it is graded all the same, but whoever calls it gets a promise. */
function warnOfAsync(name: string, definition: Definition, { model, warn }: Context): void {
  const released = model.reference.byName.get(name);
  const own = isAsyncFunction(definition) && !isAsyncFunction(released) ? [name] : [];
  const methods = asyncMethods(classOf(released), classOf(definition)).map((method) => `${name}.${method}`);
  const { cell } = definition;
  for (const label of [...own, ...methods])
    warn(warning({ kind: "async", cell, exercise: name }, said("extract.async", { name: label, cell })));
}

function whyMissing(name: string, { table, request, warn }: Context): readonly Said[] | null {
  const graded = new Set(request.exercises.map((e) => e.name));
  const others = [...table.byName.keys()].filter((other) => !graded.has(other));
  const similar = similarName(name, others);
  if (!similar) return null;
  const { cell } = table.byName.get(similar.name)!;
  const why = similar.why ? [said("comma"), similar.why] : [];
  const words = [said("extract.similar", { similar: similar.name, cell, name }), ...why];
  warn(warning({ kind: "misspelt", cell, exercise: name }, ...words));
  return words;
}

/** Syntax and modules that are refused: the sandbox has no modules but kernel-lib. */
function whyRefused(name: string, { needed, left }: Closure): Said | null {
  const syntax = needed.find((d) => d.forbidden);
  if (syntax) return said("extract.forbidden", { name, syntax: syntax.forbidden!, cell: syntax.cell });
  const foreign = left.find(({ definition }) => definition.module !== null);
  if (!foreign) return null;
  const { module, cell } = foreign.definition;
  return said("extract.module", { name, part: foreign.name, module: module!, cell });
}

/** Calling a part of kernel-lib that the assignment asks to be written. */
function whyWithheld(name: string, { needed }: Closure, { table, request }: Context): Said | null {
  for (const { node, cell } of needed) {
    const part = withheldPart(node, request.withhold ?? [], table);
    if (part !== null) return said("extract.withheld", { name, part, cell });
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
    const { cell, line } = by;
    const words = said("extract.value", { name, value, from: from.cell, cell, line });
    warn(warning({ kind: "notebook-value", cell, exercise: name }, words));
  }
  for (const { name: value, by } of unknown) {
    const { cell, line } = by;
    const words = said("extract.unknown", { name, value, cell, line });
    warn(warning({ kind: "unknown-name", cell, exercise: name }, words));
  }
  if (!hasMarker(definition)) return;
  const { cell } = definition;
  warn(warning({ kind: "leftover", cell, exercise: name }, said("extract.leftover", { name, cell })));
}
