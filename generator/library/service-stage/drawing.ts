/** How diagrams and lists show service-stage. */
import type { StageContract } from "../../chart/stage-contract.ts";
import { enabledAt, mapAt, type PlainValues, textAt } from "../../chart/value-at.ts";
import { describeImage, describePorts, describeReplicas, portNumber } from "../workload/drawing.ts";

/** Its image, its replicas, its ports, and the hosts of its Ingress. */
export const drawn: StageContract["drawn"] = {
  kind: "service",
  object: () => "Deployment",
  details: (values) => [describeImage(values), describePods(values), ...describePorts(values), ...listHosts(values)],
  port: portNumber,
};

function describePods(values: PlainValues): string {
  const scaling = mapAt(values, "autoscaling");
  if (scaling["enabled"] !== true) return describeReplicas(values);
  return `${textAt(scaling, "minReplicas")} to ${textAt(scaling, "maxReplicas")} replicas`;
}

function listHosts(values: PlainValues): readonly string[] {
  if (mapAt(values, "ingress")["enabled"] !== true) return [];
  return enabledAt(values, "ingress", "hosts").map(([, host]) => textAt(host, "host"));
}
