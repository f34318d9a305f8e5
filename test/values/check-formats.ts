/** Tables of good and bad values, checked by every reader of a schema: ajv, TypeBox and both of Helm's engines. */
import assert from "node:assert/strict";
import { it } from "mocha";
import type { TSchema } from "typebox";
import { Check } from "typebox/schema";
import type { JsonSchema } from "../../generator/json-schema.ts";
import { closed } from "../../generator/values/model.ts";
import { toJsonSchema } from "../../generator/values/schemas/print-schema.ts";
import { compileSchema } from "../../generator/values/validate-values.ts";
import { tryWithHelms } from "../functions/render-with-helm.ts";
import { helmVersions } from "../helm-versions.ts";

/** A schema with values that it must accept and values that it must refuse. */
export interface FormatTable {
  readonly name: string;
  readonly schema: TSchema;
  readonly good: readonly unknown[];
  readonly bad: readonly unknown[];
}

interface Field {
  readonly key: string;
  readonly schema: TSchema;
  readonly value: unknown;
  readonly isGood: boolean;
  readonly title: string;
}

/** Tests that all readers accept every good value and refuse every bad one, each at its path. */
export function testFormats(title: string, tables: readonly FormatTable[]): void {
  const fields = tables.flatMap(listFields);
  const schema = schemaOf(fields);
  const values = Object.fromEntries(fields.map(({ key, value }) => [key, value]));
  it(title, () => {
    const refusedByAjv = compileSchema(schema)(values).map(({ path }) => path.split(".")[0] ?? "");
    const refusedByTypeBox = fields.filter((field) => !Check(schemaOf([field]), { [field.key]: field.value }));
    const wrong = [
      ...findWrong("ajv", fields, refusedByAjv),
      ...findWrong(
        "TypeBox",
        fields,
        refusedByTypeBox.map(({ key }) => key),
      ),
    ];
    assert.deepEqual(wrong, []);
  });
  it(`${title}, in real Helm`, async () => {
    const files = { "values.schema.json": JSON.stringify(schema), "templates/a.yaml": "a: 1\n" };
    const results = await tryWithHelms(files, values);
    const wrong = results.flatMap((result, v) => {
      const refused = result instanceof Error ? (result.message.match(/f\d+v\d+e/g) ?? []) : [];
      return findWrong(`Helm ${helmVersions[v]}`, fields, refused);
    });
    assert.deepEqual(wrong, []);
  });
}

function listFields({ name, schema, good, bad }: FormatTable, t: number): readonly Field[] {
  return [...good, ...bad].map((value, i) => {
    const title = `${name} ${JSON.stringify(value)}`;
    return { key: `f${t}v${i}e`, schema, value, isGood: i < good.length, title };
  });
}

function schemaOf(fields: readonly Field[]): JsonSchema {
  const properties = Object.fromEntries(fields.map(({ key, schema }) => [key, schema]));
  return toJsonSchema(closed(properties, { description: "For tests" }), "t", "test");
}

function findWrong(reader: string, fields: readonly Field[], refused: readonly string[]): readonly string[] {
  const keys = new Set(refused);
  return fields
    .filter(({ key, isGood }) => keys.has(key) === isGood)
    .map(({ title, isGood }) => `${reader} ${isGood ? "refused" : "accepted"} ${title}`);
}
