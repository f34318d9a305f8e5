/** The identity of a workload's pods. */
import type { ServiceAccount } from "kubernetes-types/core/v1.d.ts";
import { Define, include } from "../../expression/define.ts";
import type { Expression } from "../../expression/expression.ts";
import type { Reference } from "../../expression/reference.ts";
import { choose, when } from "../../expression/when.ts";
import { nonEmpty, orIfEmpty } from "../../functions/logic.ts";
import type { Documents, Input } from "../../manifest/input.ts";
import type { Names } from "../common/names.ts";
import type { WorkloadValues } from "./values/values.ts";

/** The name of the ServiceAccount that the pods have. */
export function serviceAccountNameOf(
  chartName: string,
  v: Reference<WorkloadValues>,
  names: Names,
): Expression<string> {
  return include(
    new Define<string>(
      `${chartName}.serviceAccountName`,
      "string",
      choose(
        v.serviceAccount.create,
        orIfEmpty(v.serviceAccount.name, names.fullname),
        orIfEmpty(v.serviceAccount.name, "default"),
      ),
      "The name of the ServiceAccount of the pods.",
    ),
  );
}

/** The ServiceAccount, unless it is one that exists. */
export function createServiceAccount(v: Reference<WorkloadValues>, names: Names, name: Expression<string>): Documents {
  const object: Input<ServiceAccount> = {
    apiVersion: "v1",
    kind: "ServiceAccount",
    metadata: names.metadata(name, { labels: v.serviceAccount.labels, annotations: v.serviceAccount.annotations }),
    imagePullSecrets: when(nonEmpty(v.serviceAccount.imagePullSecrets), v.serviceAccount.imagePullSecrets),
    secrets: when(nonEmpty(v.serviceAccount.secrets), v.serviceAccount.secrets),
    automountServiceAccountToken: v.serviceAccount.automountServiceAccountToken,
  };
  return when(v.serviceAccount.create, object);
}
