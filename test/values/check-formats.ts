/** Tables of good and bad values, checked by every reader of a schema: ajv, TypeBox and both of Helm's engines. */
import assert from "node:assert/strict";
import type { TSchema } from "typebox";
import { Check } from "typebox/schema";
import type { JsonSchema } from "../../generator/json-schema.ts";
import { closed } from "../../generator/values/model.ts";
import { toJsonSchema } from "../../generator/values/print-schema.ts";
import { compileSchema } from "../../generator/values/validate-values.ts";
import { tryWithHelms, versions } from "../functions/render-with-helm.ts";

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

/** Asserts that all readers accept every good value and refuse every bad one, each at its path. */
export async function assertFormats(tables: readonly FormatTable[]): Promise<void> {
  const fields = tables.flatMap(({ name, schema, good, bad }, t) =>
    [...good, ...bad].map((value, i): Field => {
      const title = `${name} ${JSON.stringify(value)}`;
      return { key: `f${t}v${i}e`, schema, value, isGood: i < good.length, title };
    }),
  );
  const schema = schemaOf(fields);
  const values = Object.fromEntries(fields.map(({ key, value }) => [key, value]));
  const results = await tryWithHelms(
    { "values.schema.json": JSON.stringify(schema), "templates/a.yaml": "a: 1\n" },
    values,
  );
  assert.deepEqual(
    [
      ...findWrong(
        "ajv",
        fields,
        compileSchema(schema)(values).map(({ path }) => path.split(".")[0] ?? ""),
      ),
      ...findWrong(
        "TypeBox",
        fields,
        fields.filter((field) => !Check(schemaOf([field]), { [field.key]: field.value })).map(({ key }) => key),
      ),
      ...results.flatMap((result, v) =>
        findWrong(
          `Helm ${versions[v]}`,
          fields,
          result instanceof Error ? (result.message.match(/f\d+v\d+e/g) ?? []) : [],
        ),
      ),
    ],
    [],
  );
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
