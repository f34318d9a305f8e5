/** Tables of good and bad values, checked by every reader of a schema: ajv, TypeBox and both of Helm's engines. */
import assert from "node:assert/strict";
import type { TSchema } from "typebox";
import { Check } from "typebox/schema";
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

/** Asserts that all readers accept every good value and refuse every bad one, each at its path. */
export async function assertFormats(tables: readonly FormatTable[]): Promise<void> {
  const fields = (kind: "good" | "bad"): [string, TSchema, unknown, string][] =>
    tables.flatMap(({ name, schema, [kind]: values }, t) =>
      values.map((value, i): [string, TSchema, unknown, string] => [`f${t}v${i}e`, schema, value, `${name} ${JSON.stringify(value)}`]),
    );
  await assertAll(fields("good"), true);
  await assertAll(fields("bad"), false);
}

async function assertAll(fields: readonly [string, TSchema, unknown, string][], isGood: boolean): Promise<void> {
  const model = closed(Object.fromEntries(fields.map(([key, schema]) => [key, schema])), { description: "For tests" });
  const schema = toJsonSchema(model, "t", "test");
  const values = Object.fromEntries(fields.map(([key, , value]) => [key, value]));
  const wrong = (reader: string, refused: ReadonlySet<string>): string[] =>
    fields
      .filter(([key]) => refused.has(key) === isGood)
      .map(([, , , title]) => `${reader} ${isGood ? "refused" : "accepted"} ${title}`);
  const problems = compileSchema(schema)(values).map(({ path }) => path.split(".")[0] ?? "");
  const unchecked = fields.filter(([key, one, value]) => !Check(toJsonSchema(closed({ [key]: one }, { description: "" }), "t", ""), { [key]: value }));
  const results = await tryWithHelms({ "values.schema.json": JSON.stringify(schema), "templates/a.yaml": "a: 1\n" }, values);
  const helms = results.map((result) => new Set(result instanceof Error ? (result.message.match(/f\d+v\d+e/g) ?? []) : []));
  assert.deepEqual(
    [
      ...wrong("ajv", new Set(problems)),
      ...wrong("TypeBox", new Set(unchecked.map(([key]) => key))),
      ...helms.flatMap((refused, v) => wrong(`Helm ${versions[v]}`, refused)),
    ],
    [],
  );
}
