/** How an upgrade replaces the pods, and what it refuses: updates that would wait for ever for a claim. */
import type { DeploymentStrategy } from "kubernetes-types/apps/v1.d.ts";
import { Define, include } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import { command, stringConstant } from "../../expression/go-syntax.ts";
import { guard } from "../../expression/guard.ts";
import type { TemplateFunction } from "../../expression/node.ts";
import type { Choice } from "../../expression/part.ts";
import { given, type Reference, withoutDefault } from "../../expression/reference.ts";
import { choose } from "../../expression/when.ts";
import { call } from "../../functions/call.ts";
import { and, eq, greaterThan, ne, nonEmpty, not, orElse, present, ternary } from "../../functions/logic.ts";
import { text, toJson } from "../../functions/strings.ts";
import type { Documents, InputParts } from "../../manifest/input.ts";
import { narrowClaim } from "./narrow-claim.ts";
import type { ServiceStageValues } from "./values.ts";

/** What Kubernetes waits for when `progressDeadlineSeconds` is absent. */
const PROGRESS_DEADLINE = 600;

/** The strategy of the Deployment and the guards that belong to it. */
export interface Strategy {
  readonly strategy: Choice<InputParts<DeploymentStrategy>>;
  readonly guards: Documents;
}

/** Makes the strategy of the Deployment. */
export function createStrategy(v: Reference<ServiceStageValues>): Strategy {
  const heldClaim = include(
    new Define<string>(
      "service-stage.heldClaim",
      "string",
      narrowClaim(v.volumes, "ReadWriteOnce", "ReadWriteOncePod"),
      "The first volume that a new pod may have to wait for, as long as an old one holds its claim.",
    ),
  );
  const type = include(
    new Define<"RollingUpdate" | "Recreate">(
      "service-stage.strategyType",
      "string",
      choose(
        present(v.strategy.type),
        given(v.strategy.type),
        ternary<"RollingUpdate" | "Recreate">(nonEmpty(heldClaim), "Recreate", "RollingUpdate"),
      ),
      "How pods are replaced: one after the other, unless a new pod would wait for a claim that an old one holds.",
    ),
  );
  const { maxSurge, maxUnavailable } = v.strategy.rollingUpdate;
  const guards = new Define<Documents>(
    "service-stage.updateGuards",
    "documents",
    [...claimGuards(v, heldClaim, type), deadlineGuard(v)],
    "What the chart refuses to render, because an update would never end.",
  );
  return {
    strategy: choose(
      eq(type, "Recreate"),
      { type: "Recreate" },
      // Written out even where it is Kubernetes' own default: what the API server fills in belongs to no one, stays when
      // the type becomes Recreate, and is then refused.
      { type: "RollingUpdate", rollingUpdate: { maxSurge, maxUnavailable } },
    ),
    guards: include(guards),
  };
}

function claimGuards(
  v: Reference<ServiceStageValues>,
  heldClaim: Expression<string>,
  type: Expression<"RollingUpdate" | "Recreate">,
): readonly Documents[] {
  const pods = ternary(v.autoscaling.enabled, v.autoscaling.maxReplicas, withoutDefault(v.replicas));
  const hasSeveral = greaterThan(pods, 1);
  const podClaim = narrowClaim(v.volumes, "ReadWriteOncePod");
  return [
    guard(
      and(hasSeveral, nonEmpty(podClaim)),
      text`volumes.${podClaim}.claim: only one pod can mount a ReadWriteOncePod volume; use ReadWriteMany or one replica`,
    ),
    guard(
      and(hasSeveral, nonEmpty(heldClaim), ne(v.strategy.type, "Recreate")),
      text`volumes.${heldClaim}.claim: only one node can mount a ReadWriteOnce volume; use ReadWriteMany or one replica`,
    ),
    guard(
      and(nonEmpty(heldClaim), eq(type, "RollingUpdate"), surges(v.strategy.rollingUpdate.maxSurge)),
      text`strategy: a new pod waits for volumes.${heldClaim}.claim while the old one runs; use type Recreate or maxSurge 0`,
    ),
  ];
}

function deadlineGuard(v: Reference<ServiceStageValues>): Documents {
  const deadline = orElse(v.progressDeadlineSeconds, PROGRESS_DEADLINE);
  const ready = given(v.minReadySeconds);
  return guard(
    and(present(v.minReadySeconds), not(greaterThan(deadline, ready))),
    text`minReadySeconds: expected less than progressDeadlineSeconds (${toJson(deadline)}), got ${toJson(ready)}`,
  );
}

const surgesFunction: TemplateFunction = {
  name: "surges",
  go: (args) =>
    command("ne", command("trimSuffix", stringConstant("%"), command("toString", ...args)), stringConstant("0")),
  js: (maxSurge?: number | string) => String(maxSurge).replace(/%$/, "") !== "0",
  // 25 % where there is none.
  absentSafe: [0],
};

/** Whether an update may start a pod beyond the wanted number. */
function surges(maxSurge: Expression<number | string>): Expression<boolean> {
  return call(surgesFunction, [maxSurge], { type: "boolean" });
}
