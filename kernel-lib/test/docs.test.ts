// Every public name says what it is, and whatever can be called shows how: the TypeScript compiler lists them.
import { fileURLToPath } from "node:url";
import { expect } from "chai";
import ts from "typescript";

const entry = fileURLToPath(new URL("../src/index.ts", import.meta.url));

interface Documented {
  readonly name: string;
  readonly summary: string;
  readonly hasExample: boolean;
  /** Whether there is something to call or to make: then an example is due. */
  readonly isUsed: boolean;
}

function makeProgram(): ts.Program {
  return ts.createProgram([entry], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    lib: ["lib.es2023.d.ts"],
    types: ["node"],
    strict: true,
    skipLibCheck: true,
  });
}

/** All public names with their docs: exports, members of modules, of classes and of `np.random`. */
function listNames(): Documented[] {
  const program = makeProgram();
  const checker = program.getTypeChecker();
  const found: Documented[] = [];

  const add = (name: string, symbol: ts.Symbol, isUsed: boolean): void => {
    const tags = symbol.getJsDocTags(checker);
    if (tags.some((tag) => tag.name === "hidden")) return;
    const summary = ts.displayPartsToString(symbol.getDocumentationComment(checker)).trim();
    found.push({ name, summary, hasExample: tags.some((tag) => tag.name === "example"), isUsed });
  };

  const visit = (prefix: string, exported: ts.Symbol): void => {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const name = prefix + exported.name;
    if (symbol.flags & ts.SymbolFlags.ValueModule) {
      for (const one of checker.getExportsOfModule(symbol)) visit(`${name}.`, one);
      return;
    }
    add(name, symbol, Boolean(symbol.flags & ts.SymbolFlags.Value));
    for (const member of membersOf(symbol, name)) {
      const isCalled = checker.getTypeOfSymbol(member).getCallSignatures().length > 0;
      add(`${name}.${member.name}`, member, isCalled && !(member.flags & ts.SymbolFlags.Accessor));
    }
  };

  /** The members of a class but for what it inherits from the language, and those of `np.random`. */
  const membersOf = (symbol: ts.Symbol, name: string): ts.Symbol[] => {
    const isClass = Boolean(symbol.flags & ts.SymbolFlags.Class);
    if (!isClass && name !== "random") return [];
    const type = isClass ? checker.getDeclaredTypeOfSymbol(symbol) : checker.getTypeOfSymbol(symbol);
    return type.getProperties().filter((member) => {
      const [declaration] = member.declarations ?? [];
      const isOurs = declaration?.getSourceFile().fileName.includes("kernel-lib/src") ?? false;
      const isPrivate = Boolean(ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Private);
      return isOurs && !isPrivate && !member.name.startsWith("__@") && member.name !== "name";
    });
  };

  const module = checker.getSymbolAtLocation(program.getSourceFile(entry) as ts.SourceFile) as ts.Symbol;
  for (const one of checker.getExportsOfModule(module)) visit("", one);
  return found;
}

describe("the docstrings", function () {
  this.timeout(120_000);
  let names: Documented[] = [];
  before(() => {
    names = listNames();
  });

  it("are asked for at every public name", () => {
    const listed = names.map(({ name }) => name);
    expect(listed).to.include.members([
      "add",
      "Tensor.sum",
      "linalg.svd",
      "random.randn",
      "RandomState.choice",
    ]);
    expect(listed).to.include.members([
      "plot.images",
      "io.readNpy",
      "nn.computeCost",
      "testing.difference",
      "DType",
    ]);
  });

  it("have a summary", () => {
    expect(names.filter(({ summary }) => summary === "").map(({ name }) => name)).to.deep.equal([]);
  });

  it("show how it is used, where something can be called or made", () => {
    const without = names.filter(({ isUsed, hasExample }) => isUsed && !hasExample);
    expect(without.map(({ name }) => name)).to.deep.equal([]);
  });
});
