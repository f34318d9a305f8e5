/** Unions for tests. */
import { defineFunction, entry, param } from "../../generator/expression/define-function.ts";
import { forEach } from "../../generator/expression/for-each.ts";
import type { ByName } from "../../generator/functions/maps.ts";
import { defineOnlyBranch, defineUnion } from "../../generator/functions/unions.ts";

const union = { comment: "A union.", of: "union", branches: ["a", "b"] } as const;

/** Which of "a" and "b" counts. */
export const branchOf = defineUnion({ ...union, name: "kindOf" });
/** A union with that one alone. */
export const onlyBranch = defineOnlyBranch({ ...union, name: "onlyKind" });
/** A map of unions, each with that one alone. */
export const onlyBranchOfEach = defineFunction({
  name: "onlyKinds",
  comment: "A map of unions.",
  params: { unions: param<ByName<object>>() },
  result: "map",
  body: ({ unions }) => forEach(unions, (key, one) => entry(key, onlyBranch(one))),
});
