/** How diagrams and lists show stateful-stage. */
import type { StageContract } from "../../chart/stage-contract.ts";
import { enabledAt, type PlainValues, textAt } from "../../chart/value-at.ts";
import { describeImage, describePorts, describeReplicas, portNumber } from "../workload/drawing.ts";

/** Its image, its replicas, its ports, and the claims of each replica. */
export const drawn: StageContract["drawn"] = {
  kind: "stateful",
  object: () => "StatefulSet",
  details: (values) => [
    describeImage(values),
    describeReplicas(values),
    ...describePorts(values),
    ...describeClaims(values),
  ],
  port: portNumber,
};

function describeClaims(values: PlainValues): readonly string[] {
  const claims = enabledAt(values, "persistence").map(([id, claim]) => `${id} ${textAt(claim, "size")}`.trim());
  return claims.length === 0 ? [] : [`${claims.join(", ")} each`];
}
