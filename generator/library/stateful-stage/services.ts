/** The Services of stateful-stage: one for clients, and a headless one that gives each pod a name of its own. */
import type { Service, ServicePort } from "kubernetes-types/core/v1.d.ts";
import { forEach } from "../../expression/for-each.ts";
import { guard } from "../../expression/guard.ts";
import { when } from "../../expression/when.ts";
import { enabled } from "../../functions/entries.ts";
import { and, eq, nonEmpty } from "../../functions/logic.ts";
import { text } from "../../functions/strings.ts";
import type { Documents, Input, InputParts } from "../../manifest/input.ts";
import { checkContainerPorts } from "../workload/checks/network/check-ports.ts";
import { checkService } from "../workload/checks/network/check-service.ts";
import { createService, hasService } from "../workload/service/service.ts";
import type { Workload } from "../workload/workload.ts";
import type { StageNames } from "./stage-names.ts";
import type { StatefulStageValues } from "./values.ts";

/** The Service for clients, where the values give it ports. */
export function createClientService({ v, names }: Workload<StatefulStageValues>, { service }: StageNames): Documents {
  return [...checkService(v, v.service), createService({ service: v.service, names, name: service })];
}

/** The headless Service, which answers on the ports of the container. */
export function createHeadlessService({ v, names }: Workload<StatefulStageValues>, stageNames: StageNames): Documents {
  const ports = enabled(v.ports);
  const isTaken = and(hasService(v.service), eq(stageNames.headless, stageNames.service));
  const object: Input<Service> = {
    apiVersion: "v1",
    kind: "Service",
    metadata: names.metadata(stageNames.headless, { labels: v.headless.labels, annotations: v.headless.annotations }),
    spec: {
      type: "ClusterIP",
      clusterIP: "None",
      publishNotReadyAddresses: v.headless.publishNotReadyAddresses,
      ipFamilyPolicy: v.headless.ipFamilyPolicy,
      ipFamilies: when(nonEmpty(v.headless.ipFamilies), v.headless.ipFamilies),
      selector: names.selectorLabels,
      ports: when(nonEmpty(ports), [
        forEach(
          ports,
          (name, entry): InputParts<ServicePort> => ({
            name,
            port: entry.containerPort,
            targetPort: entry.containerPort,
            protocol: entry.protocol,
          }),
        ),
      ]),
    },
  };
  return [
    checkContainerPorts(v.ports),
    guard(
      isTaken,
      text`headless.name: "${stageNames.headless}" is the name of the Service for clients: choose another`,
    ),
    names.checkLabels("headless.labels", v.headless.labels),
    names.checkAnnotations("headless.annotations", v.headless.annotations),
    object,
  ];
}
