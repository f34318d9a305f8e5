/** Labels that an affinity term names twice, or that the pods do not have. */

import { defineCheck, kubernetesParam } from "../../../expression/define-function.ts";
import { forEachItem } from "../../../expression/for-each.ts";
import { guard } from "../../../expression/guard.ts";
import { hasItem } from "../../../functions/lists.ts";
import { text } from "../../../functions/strings.ts";
import type { Affinity, PodAffinityTerm } from "../../../values/kubernetes/types.ts";
import { checkLabelKeys, checkSelectedKeys, labelKeysParam } from "./check-own-labels.ts";

/** A term with the fields that are newer than the types of Kubernetes. */
type Term = PodAffinityTerm & { readonly matchLabelKeys?: string[]; readonly mismatchLabelKeys?: string[] };

const checkAffinityTerm = defineCheck({
  name: "checkAffinityTerm",
  comment: "Refuses keys of labels that an affinity term names twice, or that the pods do not have.",
  params: { term: kubernetesParam<Term>("PodAffinityTerm"), known: labelKeysParam },
  body: ({ term: { labelSelector, matchLabelKeys, mismatchLabelKeys }, known }) => [
    forEachItem(
      matchLabelKeys,
      (label) =>
        guard(
          hasItem(mismatchLabelKeys, label),
          text`affinity: expected ${label} in matchLabelKeys or in mismatchLabelKeys of a term, got it in both`,
        ),
      { as: "label" },
    ),
    checkSelectedKeys("affinity", matchLabelKeys, labelSelector),
    checkLabelKeys("affinity", matchLabelKeys, known),
    checkLabelKeys("affinity", mismatchLabelKeys, known),
  ],
});

/** Refuses keys of labels that a term of an affinity names twice, or that the pods do not have. */
export const checkAffinityLabels = defineCheck({
  name: "checkAffinityLabels",
  comment: "Refuses keys of labels that a term of an affinity names twice, or that the pods do not have.",
  params: { affinity: kubernetesParam<Affinity>("Affinity"), known: labelKeysParam },
  body: ({ affinity: { podAffinity, podAntiAffinity }, known }) =>
    [podAffinity, podAntiAffinity].map((affinity) => [
      forEachItem(affinity.requiredDuringSchedulingIgnoredDuringExecution, (term) => checkAffinityTerm(term, known), {
        as: "term",
      }),
      forEachItem(
        affinity.preferredDuringSchedulingIgnoredDuringExecution,
        ({ podAffinityTerm }) => checkAffinityTerm(podAffinityTerm, known),
        { as: "preference" },
      ),
    ]),
});
