/** The values of gates: the containers in which the stages of a pipeline wait for one another. */
import type { Static } from "typebox";
import * as format from "../../values/formats.ts";
import { absent, closed, kubernetes } from "../../values/model.ts";
import { ownImage, WAITING_IMAGE } from "./image-values.ts";

/** The values of `global.pipeline.gate`. */
export const gate = closed(
  {
    image: ownImage(WAITING_IMAGE),
    timeoutSeconds: format.count(
      { description: "Time to wait for a dependency before the stage fails, in seconds", default: 86400 },
      1,
    ),
    resources: kubernetes("ResourceRequirements", {
      description: "Requests and limits of that init container",
      default: { requests: { cpu: "10m", memory: "16Mi" }, limits: { memory: "32Mi" } },
    }),
  },
  {
    description: "The init container in which the stages of a pipeline wait for their dependencies",
    allOf: [{ properties: { resources: { properties: { claims: absent("a gate uses no devices of its pod") } } } }],
  },
);

/** The values of gates. */
export type GateValues = Static<typeof gate>;
