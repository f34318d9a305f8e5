/** Several pods of a stage, where a claim lets only one of them in. */
import { bind } from "../../../../expression/bind.ts";
import { defineCheck, param, stringParam } from "../../../../expression/define-function.ts";
import type { Expression } from "../../../../expression/expression.ts";
import { guard } from "../../../../expression/guard.ts";
import type { Reference } from "../../../../expression/reference.ts";
import { when } from "../../../../expression/when.ts";
import { greaterThan, nonEmpty } from "../../../../functions/logic.ts";
import { text } from "../../../../functions/strings.ts";
import type { Documents } from "../../../../manifest/input.ts";
import { pipelineContext } from "../../../common/pipeline-context.ts";
import type { WorkloadValues } from "../../values/values.ts";
import { volumeValues } from "../../values/volume-values.ts";
import { singlePodClaim } from "../../volumes/pod-claims.ts";

const checkSinglePodClaim = defineCheck({
  name: "checkPodClaims",
  comment: "Refuses several pods at once where a claim lets only one in: the others would never start.",
  params: {
    volumes: param<WorkloadValues["volumes"]>(volumeValues()),
    accessModes: param(),
    pods: param<number>({ type: "integer" }),
    remedy: stringParam,
  },
  body: ({ volumes, accessModes, pods, remedy }) =>
    when(
      greaterThan(pods, 1),
      bind("claim", singlePodClaim(volumes, accessModes), (claim) =>
        guard(
          nonEmpty(claim),
          text`volumes.${claim}: only one pod can mount a ReadWriteOncePod volume; use ReadWriteMany or ${remedy}`,
        ),
      ),
    ),
});

/** Refuses several pods at once where a claim, of the chart or of another stage, lets only one in. */
export function checkPodClaims(
  volumes: Reference<WorkloadValues["volumes"]>,
  pods: Expression<number>,
  remedy: string,
): Documents {
  return checkSinglePodClaim(volumes, pipelineContext.accessModes, pods, remedy);
}
