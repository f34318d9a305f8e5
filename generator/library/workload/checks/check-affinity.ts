/** Labels that one affinity term lists under both matchLabelKeys and mismatchLabelKeys. */

import { defineCheck, kubernetesParam } from "../../../expression/define-function.ts";
import { forEachItem } from "../../../expression/for-each.ts";
import { guard } from "../../../expression/guard.ts";
import { hasItem } from "../../../functions/lists.ts";
import { text } from "../../../functions/strings.ts";
import type { Affinity, PodAffinityTerm } from "../../../values/kubernetes/types.ts";

/** A term with the fields that are newer than the types of Kubernetes. */
type Term = PodAffinityTerm & { readonly matchLabelKeys?: string[]; readonly mismatchLabelKeys?: string[] };

const checkAffinityTerm = defineCheck({
  name: "checkAffinityTerm",
  comment: "Refuses a label that an affinity term lists under both matchLabelKeys and mismatchLabelKeys.",
  params: { term: kubernetesParam<Term>("PodAffinityTerm") },
  body: ({ term: { matchLabelKeys, mismatchLabelKeys } }) =>
    forEachItem(
      matchLabelKeys,
      (label) =>
        guard(
          hasItem(mismatchLabelKeys, label),
          text`affinity: expected ${label} in matchLabelKeys or in mismatchLabelKeys of a term, got it in both`,
        ),
      { as: "label" },
    ),
});

/** Refuses labels that one term of an affinity lists under both matchLabelKeys and mismatchLabelKeys. */
export const checkAffinityLabels = defineCheck({
  name: "checkAffinityLabels",
  comment: "Refuses labels that one term of an affinity lists under both matchLabelKeys and mismatchLabelKeys.",
  params: { affinity: kubernetesParam<Affinity>("Affinity") },
  body: ({ affinity: { podAffinity, podAntiAffinity } }) =>
    [podAffinity, podAntiAffinity].map((affinity) => [
      forEachItem(affinity.requiredDuringSchedulingIgnoredDuringExecution, (term) => checkAffinityTerm(term), {
        as: "term",
      }),
      forEachItem(
        affinity.preferredDuringSchedulingIgnoredDuringExecution,
        ({ podAffinityTerm }) => checkAffinityTerm(podAffinityTerm),
        { as: "preference" },
      ),
    ]),
});
