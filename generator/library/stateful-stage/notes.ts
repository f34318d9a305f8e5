/** What Helm prints after an install of stateful-stage. */
import type { Lines } from "../../chart/notes.ts";
import { bind } from "../../expression/bind.ts";
import { release } from "../../expression/built-in.ts";
import type { Expression } from "../../expression/expression.ts";
import { forEach } from "../../expression/for-each.ts";
import { choose, when } from "../../expression/when.ts";
import { enabled } from "../../functions/entries.ts";
import { eq, ne, nonEmpty } from "../../functions/logic.ts";
import { text, toJson } from "../../functions/strings.ts";
import { hasService } from "../workload/service/service.ts";
import { claimNotes } from "../workload/volumes/claim-notes.ts";
import type { Workload } from "../workload/workload.ts";
import type { StageNames } from "./stage-names.ts";
import type { StatefulStageValues } from "./values.ts";

type StatefulWorkload = Workload<StatefulStageValues>;

/** The addresses of the stage and of each of its pods, and what uninstall keeps. */
export function notes(workload: StatefulWorkload, stageNames: StageNames): Lines {
  const { names } = workload;
  const labels = text`app.kubernetes.io/instance=${release.name},app.kubernetes.io/name=${names.name}`;
  return [
    bind("namespace", names.namespace, (namespace) =>
      bind("statefulSet", stageNames.statefulSet, (statefulSet) =>
        bind("headless", stageNames.headless, (headless) =>
          bind("selector", labels, (selector) => [
            text`StatefulSet ${statefulSet} runs in namespace ${namespace}.`,
            "",
            "Watch its pods:",
            text`  kubectl get pods --namespace ${namespace} --selector ${selector} --watch`,
            clients(workload, { ...stageNames, headless }, namespace),
            "",
            "Each pod has a name of its own inside the cluster, pod 0 this one:",
            text`  ${statefulSet}-0.${headless}.${namespace}.svc`,
            claims(workload, namespace, selector),
            claimNotes(workload.v, names, namespace),
          ]),
        ),
      ),
    ),
  ];
}

function clients({ v }: StatefulWorkload, stageNames: StageNames, namespace: Expression<string>) {
  return choose(
    hasService(v.service),
    bind("service", stageNames.service, (service) => [
      "",
      "Clients reach it inside the cluster at:",
      forEach(
        enabled(v.service.ports),
        (name, entry) => text`  ${service}.${namespace}:${toJson(entry.port)} (${name})`,
      ),
      when(ne(v.service.type, "ClusterIP"), [
        "Show its address outside the cluster:",
        text`  kubectl get service ${service} --namespace ${namespace}`,
      ]),
    ]),
    when(nonEmpty(enabled(v.ports)), [
      "",
      "It has no Service for clients (service.ports is empty); this name resolves to all its pods:",
      forEach(
        enabled(v.ports),
        (name, entry) => text`  ${stageNames.headless}.${namespace}:${toJson(entry.containerPort)} (${name})`,
      ),
    ]),
  );
}

function claims({ v }: StatefulWorkload, namespace: Expression<string>, selector: Expression<string>) {
  return when(
    nonEmpty(enabled(v.persistence)),
    choose(
      eq(v.persistentVolumeClaimRetentionPolicy.whenDeleted, "Retain"),
      [
        "",
        "Uninstall keeps the claims of its pods, and their data. To delete them permanently after the uninstall:",
        // Claims of volumes have the same labels and the label of the chart: they have a line of their own.
        text`  kubectl delete persistentvolumeclaims --namespace ${namespace} --selector '${selector},!helm.sh/chart'`,
      ],
      ["", "Uninstall deletes the claims of its pods, and their data."],
    ),
  );
}
