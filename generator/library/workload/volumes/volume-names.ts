/** The names of volumes in a pod that several stages share. */
import { bind } from "../../../expression/bind.ts";
import { defineFunction, entry, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { given } from "../../../expression/reference.ts";
import { choose, when } from "../../../expression/when.ts";
import { and, eq, nonEmpty, not } from "../../../functions/logic.ts";
import type { ByName } from "../../../functions/maps.ts";
import { fitName, replace, text } from "../../../functions/strings.ts";
import { volumeType } from "../values/unions.ts";
import { volumeValues } from "../values/volume-values.ts";

interface VolumeEntry {
  readonly keepName: boolean;
  readonly existingClaim?: string;
  readonly pipelineVolume?: { readonly stage: string; readonly volume: string };
}

const namesInPod = defineFunction({
  name: "volumeNames",
  comment:
    "The names of a stage's volumes in the pod of a chain, by id, but of those that keep their names. A claim has one name\nfor all stages: a pod that lists a claim twice never starts.",
  params: { volumes: param<ByName<VolumeEntry>>(volumeValues(true)), chain: stringParam },
  result: "map",
  body: ({ volumes, chain }) =>
    when(
      nonEmpty(chain),
      forEach(volumes, (id, volume) =>
        when(
          not(volume.keepName),
          bind("source", volumeType(volume), (source) => {
            const { stage, volume: shared } = given(volume.pipelineVolume);
            const named = (name: Expression<string>): unknown => entry(id, fitName(name, 63));
            return choose(
              and(eq(source, "pipelineVolume"), nonEmpty(volume.pipelineVolume)),
              named(text`${stage}-${shared}`),
              choose(
                and(eq(source, "existingClaim"), nonEmpty(volume.existingClaim)),
                named(text`claim-${replace(given(volume.existingClaim), ".", "-")}`),
                named(text`${chain}-${id}`),
              ),
            );
          }),
        ),
      ),
    ),
});

/** The names of volumes by id where several stages share a pod, else an empty map: a volume is then named by its id. */
export function volumeNames(volumes: Expression<unknown>, chain: Expression<string>): Expression<ByName<string>> {
  return namesInPod(volumes, chain);
}
