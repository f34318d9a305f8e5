/** How an upgrade replaces the pods, and the check that refuses updates that would wait forever for a claim. */
import type { DeploymentStrategy } from "kubernetes-types/apps/v1.d.ts";
import { bind } from "../../expression/bind.ts";
import { Define, include } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import { guard } from "../../expression/guard.ts";
import type { Choice } from "../../expression/part.ts";
import { given, type Reference, withoutDefault } from "../../expression/reference.ts";
import { choose } from "../../expression/when.ts";
import { and, eq, greaterThan, ne, nonEmpty, not, orElse, present, ternary } from "../../functions/logic.ts";
import { text, toJson, toText, trimSuffix } from "../../functions/strings.ts";
import type { Documents, InputParts } from "../../manifest/input.ts";
import { pipelineContext } from "../common/pipeline-context.ts";
import { checkPodClaims } from "../workload/checks/volumes/check-pod-claims.ts";
import { singleNodeClaim } from "../workload/volumes/pod-claims.ts";
import type { ServiceStageValues } from "./values.ts";

/** The default of Kubernetes for `progressDeadlineSeconds`. */
const PROGRESS_DEADLINE = 600;

/** The strategy of the Deployment and the guards that belong to it. */
export interface Strategy {
  readonly strategy: Choice<InputParts<DeploymentStrategy>>;
  readonly guards: Documents;
}

/** Makes the strategy of the Deployment. */
export function createStrategy(v: Reference<ServiceStageValues>): Strategy {
  const type = include(
    new Define<"RollingUpdate" | "Recreate">(
      "service-stage.strategyType",
      "string",
      choose(
        present(v.strategy.type),
        given(v.strategy.type),
        ternary<"RollingUpdate" | "Recreate">(nonEmpty(waitingFor(v)), "Recreate", "RollingUpdate"),
      ),
      "How pods are replaced: one after the other, unless a new pod would wait for a claim of an old one.",
    ),
  );
  const { maxSurge, maxUnavailable } = v.strategy.rollingUpdate;
  const guards = new Define<Documents>(
    "service-stage.checkUpdate",
    "documents",
    [checkClaims(v, type), checkDeadline(v)],
    "Refuses updates that would never end.",
    { isCheck: true },
  );
  return {
    strategy: choose(
      eq(type, "Recreate"),
      { type: "Recreate" },
      // Written out even if it is Kubernetes' own default: what the API server fills in has no owner, so it remains
      // when the type becomes Recreate, and is then refused.
      { type: "RollingUpdate", rollingUpdate: { maxSurge, maxUnavailable } },
    ),
    guards: include(guards),
  };
}

function checkClaims(v: Reference<ServiceStageValues>, type: Expression<"RollingUpdate" | "Recreate">): Documents {
  const pods = ternary(v.autoscaling.enabled, v.autoscaling.maxReplicas, orElse(v.replicas, 1));
  return bind("hasSeveral", greaterThan(pods, 1), (hasSeveral) =>
    bind("singleNodeClaim", waitingFor(v), (claimOfNode) => [
      checkPodClaims(v.volumes, pods, "one replica"),
      guard(
        and(hasSeveral, nonEmpty(claimOfNode), ne(v.strategy.type, "Recreate")),
        text`volumes.${claimOfNode}: only one node can mount a ReadWriteOnce volume; use ReadWriteMany or one replica`,
      ),
      guard(
        and(
          nonEmpty(claimOfNode),
          eq(type, "RollingUpdate"),
          surges(withoutDefault(v.strategy.rollingUpdate.maxSurge)),
        ),
        text`strategy: a new pod waits for volumes.${claimOfNode} while the old one runs; use type Recreate or maxSurge 0`,
      ),
    ]),
  );
}

function waitingFor(v: Reference<ServiceStageValues>): Expression<string> {
  return singleNodeClaim(v.volumes, pipelineContext.accessModes);
}

function checkDeadline(v: Reference<ServiceStageValues>): Documents {
  const ready = given(v.minReadySeconds);
  return bind("deadline", orElse(v.progressDeadlineSeconds, PROGRESS_DEADLINE), (deadline) =>
    guard(
      and(present(v.minReadySeconds), not(greaterThan(deadline, ready))),
      text`minReadySeconds: expected less than progressDeadlineSeconds (${toJson(deadline)}), got ${toJson(ready)}`,
    ),
  );
}

/** Whether an update may start a pod beyond the wanted number; without maxSurge it may, as the default is 25%. */
function surges(maxSurge: Expression<number | string>): Expression<boolean> {
  return ne(trimSuffix(toText(maxSurge), "%"), "0");
}
