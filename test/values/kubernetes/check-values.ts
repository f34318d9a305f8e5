/** Checks values against one Kubernetes definition and its closure, as a chart's schema would. */
import assert from "node:assert/strict";
import { Ajv } from "ajv";
import { collectDefinitions } from "../../../generator/values/kubernetes/definitions.ts";

const ajv = new Ajv({ strict: false, allErrors: true });

/** Lists what is wrong with a value of a kind, `path: message`, as one definition and its closure see it. */
export function listErrors(name: string, value: unknown): string[] {
  const id = `${name}.json`;
  const schema = { $ref: `#/definitions/${name}`, definitions: collectDefinitions([name]) };
  const validate = ajv.getSchema(id) ?? ajv.addSchema(schema, id).getSchema(id);
  assert.ok(validate);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const extra: unknown = params["additionalProperty"];
    return `${instancePath}: ${message}${extra === undefined ? "" : ` ${extra}`}`;
  });
}

/** Asserts that values are valid of a kind. */
export function assertAccepts(name: string, ...values: unknown[]): void {
  for (const value of values) assert.deepEqual(listErrors(name, value), [], JSON.stringify(value));
}

/** Asserts that each value has the error that follows it, among others. */
export function assertRefuses(name: string, ...cases: [value: unknown, error: string][]): void {
  for (const [value, error] of cases) {
    const errors = listErrors(name, value);
    assert.ok(errors.includes(error), `${JSON.stringify(value)}: expected "${error}", got ${JSON.stringify(errors)}`);
  }
}
