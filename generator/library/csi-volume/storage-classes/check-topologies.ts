/** Topologies of a StorageClass that name one key twice. */

import { defineCheck, param, stringParam } from "../../../expression/define-function.ts";
import { forEachItem, forEachRepeated } from "../../../expression/for-each.ts";
import { refuse } from "../../../expression/guard.ts";
import { nonEmpty } from "../../../functions/logic.ts";
import { text } from "../../../functions/strings.ts";
import type { TopologySelectorTerm } from "../../../values/kubernetes/types.ts";

/** Refuses a key that one term of a StorageClass's topologies names twice. */
export const checkTopologies = defineCheck({
  name: "checkTopologies",
  comment: "Refuses a key that one term of a StorageClass's topologies names twice.",
  params: {
    id: stringParam,
    terms: param<readonly TopologySelectorTerm[]>({
      type: "array",
      items: { $ref: "#/definitions/TopologySelectorTerm" },
    }),
  },
  body: ({ id, terms }) =>
    forEachItem(
      terms,
      ({ matchLabelExpressions }) =>
        forEachRepeated(
          matchLabelExpressions,
          { where: (_, { key }) => nonEmpty(key), key: (_, { key }) => key },
          ({ key }) =>
            refuse(
              text`storageClasses.${id}.allowedTopologies: expected a unique key in each expression, got ${key} twice`,
            ),
          { as: "expression" },
        ),
      { as: "term" },
    ),
});
