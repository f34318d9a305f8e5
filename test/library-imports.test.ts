import assert from "node:assert/strict";
import { join, relative, sep } from "node:path";
import { describe, it } from "mocha";
import ts from "typescript-5.9";
import { library } from "../generator/library/library.ts";
import { repository } from "./cli/use-project.ts";

const generator = join(repository, "generator");
const program = ts.createProgram([join(generator, "chart.ts"), join(generator, "mod.ts")], {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2024,
  noEmit: true,
  allowImportingTsExtensions: true,
  types: [],
  lib: ["lib.es2024.d.ts"],
});
const checker = program.getTypeChecker();

/** What a name stands for, however often it is handed on. */
function resolve(symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}

function symbolAt(node: ts.Node): ts.Symbol {
  const symbol = checker.getSymbolAtLocation(node);
  assert(symbol !== undefined, node.getText());
  return resolve(symbol);
}

/** What a user's chart can import: the exports of both entries of the package. */
function listPublic(): ReadonlySet<ts.Symbol> {
  const entries = ["chart.ts", "mod.ts"].map((file) => program.getSourceFile(join(generator, file)));
  return new Set(
    entries.flatMap((file) => (file === undefined ? [] : checker.getExportsOfModule(symbolAt(file)).map(resolve))),
  );
}

/** The names that a statement takes from another file; a whole module is one name. */
function listNames(statement: ts.Statement): readonly ts.Node[] {
  if (ts.isImportDeclaration(statement)) {
    const { name, namedBindings } = statement.importClause ?? {};
    const bindings =
      namedBindings === undefined
        ? []
        : ts.isNamedImports(namedBindings)
          ? namedBindings.elements.map((element) => element.name)
          : [namedBindings.name];
    return [...(name === undefined ? [] : [name]), ...bindings];
  }
  if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier === undefined) return [];
  const { exportClause } = statement;
  if (exportClause === undefined) return [statement.moduleSpecifier];
  return ts.isNamedExports(exportClause) ? exportClause.elements.map((element) => element.name) : [exportClause.name];
}

/** What stands in a folder, or in a package of node_modules, is no internal of the generator. */
function isInternal(symbol: ts.Symbol, folder: string): boolean {
  const file = symbol.declarations?.[0]?.getSourceFile().fileName ?? "";
  return file.startsWith(generator + sep) && !file.startsWith(folder + sep);
}

/** The internal names that the files of a folder import. */
function listInternals(folder: string, isPublic: (symbol: ts.Symbol) => boolean): readonly string[] {
  const files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(folder + sep));
  return files.flatMap((file) =>
    file.statements.flatMap(listNames).flatMap((node) => {
      const symbol = symbolAt(node);
      return isInternal(symbol, folder) && !isPublic(symbol)
        ? [`${relative(folder, file.fileName)}: ${node.getText()}`]
        : [];
    }),
  );
}

// The charts of the library are written as a user's are: what they need of the SDK, its public entries have. Their
// generated options too: the interfaces that several charts share are exported.
describe("The charts of the library", () => {
  const exported = listPublic();

  for (const { name } of library) {
    it(`${name} imports nothing that a user's own chart cannot import`, () => {
      const folder = join(generator, "library", name);
      assert.deepEqual(
        listInternals(folder, (symbol) => exported.has(symbol)),
        [],
      );
    });
  }

  it("an import that no entry exports is found, a type and a whole module too", () => {
    const found = listInternals(join(generator, "library", "batch-job"), () => false);
    for (const name of ["job.ts: when", "job.ts: Documents", "values.ts: format", "options.ts: ImageOptions"])
      assert(found.includes(name), name);
    assert(found.length > 100);
    assert(!found.some((name) => /: (checkJob|Static|CronJob|BatchJobValues)$/.test(name)));
  });
});
