import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "mocha";
import ts from "typescript-5.9";
import type { JsonSchema } from "../../generator/json-schema.ts";
import { library } from "../../generator/library/library.ts";
import { repository } from "../cli/use-project.ts";
import { collector } from "../own-charts/collector.ts";
import { migration } from "../own-charts/migration.ts";
import { scratch } from "../own-charts/scratch.ts";

const file = join(repository, "test", "types", "all-options.ts");
const program = ts.createProgram([file], {
  module: ts.ModuleKind.NodeNext,
  target: ts.ScriptTarget.ES2024,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  types: [],
  lib: ["lib.es2024.d.ts"],
});
const checker = program.getTypeChecker();

/** The types of the fields of the interface AllOptions. */
function readOptions(): ReadonlyMap<string, ts.Type> {
  const declaration = program.getSourceFile(file)?.statements.find(ts.isInterfaceDeclaration);
  assert(declaration !== undefined);
  const properties = checker.getPropertiesOfType(checker.getTypeAtLocation(declaration.name));
  return new Map(properties.map((property) => [property.name, checker.getTypeOfSymbol(property)]));
}

/** The fields that a type requires where the object around them is there; those of Kubernetes' own types are theirs. */
function listRequiredFields(type: ts.Type, path = ""): string[] {
  const members = type.isUnion() ? type.types : [type];
  const object = members.find((each) => (each.flags & ts.TypeFlags.Object) !== 0 && !each.isClass());
  if (object === undefined || checker.isArrayType(object) || isKubernetes(object)) return [];
  const entry = checker.getIndexTypeOfType(object, ts.IndexKind.String);
  return [
    ...checker.getPropertiesOfType(object).flatMap((property) => {
      const place = `${path}.${property.name}`;
      const own = (property.flags & ts.SymbolFlags.Optional) === 0 ? [place] : [];
      return [...own, ...listRequiredFields(checker.getTypeOfSymbol(property), place)];
    }),
    ...(entry === undefined ? [] : listRequiredFields(entry, `${path}.*`)),
  ];
}

function isKubernetes(type: ts.Type): boolean {
  const [declaration] = (type.aliasSymbol ?? type.symbol).declarations ?? [];
  return declaration?.getSourceFile().fileName.includes("/values/kubernetes/") ?? false;
}

/** The same of the schema that Helm reads. */
function listRequiredKeys(schema: JsonSchema, path = ""): string[] {
  const [entry] = Object.values(schema.patternProperties ?? {});
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
      const own = schema.required?.includes(key) === true ? [`${path}.${key}`] : [];
      return [...own, ...listRequiredKeys(property, `${path}.${key}`)];
    }),
    ...(entry === undefined ? [] : listRequiredKeys(entry, `${path}.*`)),
  ];
}

describe("The types of options", () => {
  const options = readOptions();

  // Of a user's charts the types are inferred from the model.
  for (const { name, schema } of [...library, collector, migration, scratch]) {
    it(`the options of ${name} require what its schema requires, at any depth`, () => {
      const type = options.get(name);
      assert(type !== undefined);
      // A model of no volumes would be nothing; the chart alone may have storage classes only.
      const ofModel = name === "csi-volume" ? [".volumes"] : [];
      const found = listRequiredFields(type);
      assert.deepEqual(found.sort(), [...listRequiredKeys(schema), ...ofModel].sort());
      assert(found.length > 2 || name === "scratch");
    });
  }
});
