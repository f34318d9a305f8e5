/** ReadWriteOnce claims that the pods of several stages mount: the pods must run on the same node. */

import { bind, collectList } from "../../../expression/bind.ts";
import { defineFunction, entry, kubernetesParam, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { given } from "../../../expression/reference.ts";
import { when } from "../../../expression/when.ts";
import { concat } from "../../../functions/lists.ts";
import { and, eq, nonEmpty, orIfEmpty } from "../../../functions/logic.ts";
import { type ByName, lookUp, mapOf, merge } from "../../../functions/maps.ts";
import { fitName, text } from "../../../functions/strings.ts";
import type { Affinity } from "../../../values/kubernetes/types.ts";
import type { Strings } from "../../common/names.ts";
import type { PipelineContext } from "../../common/pipeline-context.ts";
import { volumeType } from "../values/unions.ts";
import { volumeValues } from "../values/volume-values.ts";

interface Volume {
  readonly enabled: boolean;
  readonly pipelineVolume?: { readonly stage: string; readonly volume: string };
}
type Exclusive = NonNullable<PipelineContext["exclusive"]>;

const labelsOfClaims = defineFunction({
  name: "claimLabels",
  comment: "A label for each claim of the pod that only one node can mount at a time; the affinity selects pods by it.",
  params: { volumes: param<ByName<Volume>>(volumeValues()), exclusive: param<Exclusive>() },
  result: "map",
  body: ({ volumes, exclusive }) =>
    forEach(volumes, (_, volume) => {
      const { stage, volume: shared } = given(volume.pipelineVolume);
      return when(
        and(volume.enabled, nonEmpty(volume.pipelineVolume), eq(volumeType(volume), "pipelineVolume")),
        bind("mode", lookUp<string>("string", exclusive, stage, shared), (mode) =>
          when(
            nonEmpty(mode),
            bind("label", fitName(text`volume-${stage}-${shared}`, 63), (label) => entry(label, mode)),
          ),
        ),
      );
    }),
});

/** A label for each claim of the pod that only one node can mount at a time; none where no pods wait for each other. */
export function claimLabels(volumes: Expression<unknown>, exclusive: Expression<Exclusive>): Expression<Strings> {
  return labelsOfClaims(volumes, exclusive);
}

const nearbyAffinity = defineFunction({
  name: "nearClaims",
  comment:
    "An affinity with a term for each claim that only one node can mount at a time: pods that mount it share a node.",
  params: {
    affinity: kubernetesParam<Affinity>("Affinity"),
    labels: param<Strings>({ type: "object", additionalProperties: { type: "string" } }),
    release: stringParam,
  },
  result: "map",
  body: ({ affinity, labels, release }) => [
    forEach(
      affinity as Expression<unknown> as Expression<ByName<unknown>>, // its fields, one by one
      (key, field) => entry(key, field),
      { as: "field" },
    ),
    collectList<object, unknown>(
      "terms",
      forEach(labels, (label, mode) =>
        bind("matchLabels", mapOf<string>("app.kubernetes.io/instance", release, label, mode), (matchLabels) => ({
          labelSelector: { matchLabels },
          topologyKey: "kubernetes.io/hostname",
        })),
      ),
      (terms) => {
        const { podAffinity } = affinity;
        const own = orIfEmpty<unknown>(podAffinity.requiredDuringSchedulingIgnoredDuringExecution, []);
        const required = {
          requiredDuringSchedulingIgnoredDuringExecution: concat(own as Expression<readonly object[]>, terms),
        };
        return when(nonEmpty(terms), entry("podAffinity", merge<unknown>(required, podAffinity as never)));
      },
    ),
  ],
});

/** The user's affinity, with a term for each label of a claim: pods that mount the claim share a node. */
export function nearClaims(
  affinity: Expression<Affinity>,
  labels: Expression<Strings>,
  release: Expression<string>,
): Expression<Affinity> {
  return nearbyAffinity(affinity, labels, release);
}
