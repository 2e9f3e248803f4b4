// Definitions to one JavaScript text: kernel-lib's names, the reference's functions in a scope of their own, then the
// learner's definitions. It is the body of a function of `$kernelLib`, `$opaque` and `$class` that returns the graded function.
import ts from "#compiler";
import { blankSourceFile } from "#eraser";
import { closureOf } from "./closure.js";
import type { Definition } from "./definitions.js";
import type { Table } from "./table.js";

/** JavaScript of definitions. */
export type Texts = ReadonlyMap<Definition, string>;

/** What stands before a learner's definitions, and whose reference versions are in it. */
export interface Prelude {
  readonly text: string;
  readonly references: readonly string[];
}

/** What is not as it stands in the notebook. */
interface Instead {
  /** Parts of the library that are not there. */
  readonly withhold?: readonly string[] | undefined;
  /** Classes that come from elsewhere where they are loaded. */
  readonly classes?: readonly string[] | undefined;
}

export function makeProgram(
  name: string,
  needed: readonly Definition[],
  texts: Texts,
  prelude: Prelude,
  { withhold = [], classes = [] }: Instead = {},
): string {
  const inside = needed.map((d) => withShared(d, texts.get(d)!, classes)).join("");
  const own = `${inside}\nreturn ${name};\n`;
  return prelude.text + (withhold.length === 0 ? own : withPartsWithheld(own, withhold));
}

/** The child knows the loaded class of that name; alone, the program makes its own. */
function withShared({ names }: Definition, text: string, classes: readonly string[]): string {
  const shared = names.find((name) => classes.includes(name));
  if (shared === undefined || names.length > 1) return text;
  return `const ${shared} = $class("${shared}") ?? (() => {\n${text}\nreturn ${shared};\n})();\n`;
}

/** The learner's definitions in a function of their own, whose library lacks some parts; the reference keeps them. */
function withPartsWithheld(own: string, withhold: readonly string[]): string {
  const lacking = withhold.map((part) => `${JSON.stringify(part)}: undefined`).join(", ");
  return `return (function ($kernelLib) {\n${own}})(Object.freeze({ ...$kernelLib, ${lacking} }));\n`;
}

const nothing: Prelude = { text: "", references: [] };

/**
 * Defines `names` as the reference does, out of reach of the learner's helpers. `$opaque` takes away their source text.
 */
export function referencePrelude(names: readonly string[], reference: Table): Prelude {
  if (names.length === 0) return nothing;
  const roots = names.map((name) => reference.byName.get(name)).filter((d) => d !== undefined);
  const { needed } = closureOf(roots, reference, new Set());
  const inside = joined(needed, transpile(needed));
  const given = names.map((name) => `${name}: $opaque(${name})`).join(", ");
  const text = `const { ${names.join(", ")} } = (() => {\n${inside}\nreturn { ${given} };\n})();\n`;
  return { text, references: needed.flatMap((d) => d.names) };
}

function joined(definitions: readonly Definition[], texts: Texts): string {
  return definitions.map((d) => texts.get(d)!).join("");
}

const options: ts.TranspileOptions = {
  compilerOptions: {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    isolatedModules: true,
    removeComments: true,
  },
};

/** All in one go, since the compiler's start costs more than the work: string statements between them are the cuts. */
function transpile(definitions: readonly Definition[]): Texts {
  const alone = definitions.filter(mergesWithNamesakes);
  const together = definitions.filter((d) => !alone.includes(d));
  const texts = inOneGo(together, compiled);
  for (const d of alone) texts.set(d, compiled(d.text));
  return texts;
}

/** The same for code that needs no compiler, comments included, in a fifth of the time: types alone are taken out. */
export function eraseTypes(definitions: readonly Definition[]): Texts {
  try {
    return inOneGo(definitions, erased);
  } catch (error) {
    if (error instanceof NeedsCompiler) return transpile(definitions);
    throw error;
  }
}

function inOneGo(
  definitions: readonly Definition[],
  toJavaScript: (text: string) => string,
): Map<Definition, string> {
  const cut = cutNotIn(definitions);
  const whole = toJavaScript(definitions.map((d) => `${d.text}\n${cut}\n`).join(""));
  const parts = whole.split(`${cut}\n`);
  return new Map(definitions.map((d, i) => [d, parts[i]!]));
}

const compiled = (text: string): string => ts.transpileModule(text, options).outputText;

class NeedsCompiler extends Error {}

/**
 * Decorators and `accessor`, which the sandbox does not know. And `<!--` and `-->`: TypeScript reads operators there, and so knows
 * what follows as code, where JavaScript reads comments.
 */
const notErasable = /@|\baccessor\b|<!--|-->/;

/** @throws NeedsCompiler for enums and the like, which are more than types */
function erased(text: string): string {
  if (notErasable.test(text)) throw new NeedsCompiler();
  const file = ts.createSourceFile("program.ts", text, ts.ScriptTarget.ES2022, false, ts.ScriptKind.TS);
  return blankSourceFile(file, () => {
    throw new NeedsCompiler();
  });
}

/** Two enums or namespaces of one name are one to the compiler. */
function mergesWithNamesakes({ node }: Definition): boolean {
  return ts.isEnumDeclaration(node) || ts.isModuleDeclaration(node);
}

/** A statement that no definition contains. */
function cutNotIn(definitions: readonly Definition[]): string {
  for (let n = 0; ; n++) {
    const cut = `"cut ${n}";`;
    if (!definitions.some((d) => d.text.includes(`cut ${n}`))) return cut;
  }
}
