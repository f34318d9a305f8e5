/** The rules of a union: an object with several branches of which one is used. */
import type { JsonSchema } from "../json-schema.ts";

/**
 * The rules of a union. Values files merge, so branches of another file may be left over: without exactly one branch,
 * `type` is required, unless the object matches `unless`; and the branch that `type` names must be set.
 */
export function unionRules(branches: readonly string[], unless?: JsonSchema): readonly JsonSchema[] {
  const hasOneBranch: JsonSchema = { oneOf: branches.map((branch) => ({ required: [branch] })) };
  return [
    {
      if: { not: unless === undefined ? hasOneBranch : { anyOf: [hasOneBranch, unless] } },
      then: { required: ["type"] },
    },
    ...branches.map((branch) => ({
      if: { properties: { type: { const: branch } }, required: ["type"] },
      then: { required: [branch] },
    })),
  ];
}
