// Where imports lead. By itself the compiler makes its caches anew for each program, out of objects that V8 cannot let go
// of before a full collection, and the programs of all cells since then with them. Ours are made once, and emptied.

import ts from "#typescript";
import { checkOptions } from "./options.js";

type Host = ts.LanguageServiceHost;
type Resolving = Required<
  Pick<Host, "resolveModuleNameLiterals" | "resolveTypeReferenceDirectiveReferences">
>;

/** What a language service asks its host about imports, and a way to notice files that have come or gone. */
export class Resolver {
  private readonly modules: ts.ModuleResolutionCache;
  private readonly types: ts.TypeReferenceDirectiveResolutionCache;

  constructor(folder: string) {
    const same = (path: string) => path;
    this.modules = ts.createModuleResolutionCache(folder, same, checkOptions);
    const packages = this.modules.getPackageJsonInfoCache();
    this.types = ts.createTypeReferenceDirectiveResolutionCache(folder, same, checkOptions, packages);
  }

  /** Forgets what it has found, and not found. */
  clear(): void {
    this.modules.clear();
    this.types.clear();
  }

  /** The file that an import in the file `from` means. */
  resolve(
    name: string,
    from: string,
    host: Host,
    mode?: ts.ResolutionMode,
  ): ts.ResolvedModuleWithFailedLookupLocations {
    return ts.resolveModuleName(name, from, checkOptions, host, this.modules, undefined, mode);
  }

  /** The members of a host that resolve, and look for files as `host` does. */
  for(host: Host): Resolving {
    const noLibrary = () => ({ resolvedModule: undefined }); // no package replaces the language's own
    const members: Resolving = {
      resolveModuleNameLiterals: (literals, from, _, options, file) =>
        literals.map((literal) =>
          this.resolve(literal.text, from, host, ts.getModeForUsageLocation(file, literal, options)),
        ),
      resolveTypeReferenceDirectiveReferences: (references, from, _, options, file) =>
        references.map((reference: string | ts.FileReference) => {
          const name = typeof reference === "string" ? reference : reference.fileName;
          const mode = ts.getModeForFileReference(reference, file?.impliedNodeFormat);
          return ts.resolveTypeReferenceDirective(name, from, options, host, undefined, this.types, mode);
        }),
    };
    return Object.assign(members, { resolveLibrary: noLibrary });
  }
}
