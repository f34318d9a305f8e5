/** The values of gates: the containers in which the stages of a pipeline wait for one another. */
import type { Static } from "typebox";
import * as format from "../../values/formats.ts";
import { closed, kubernetes } from "../../values/model.ts";
import { ownImage, WAITING_IMAGE } from "./image-values.ts";

/** What `global.pipeline.gate` may say. */
export const gate = closed(
  {
    image: ownImage(WAITING_IMAGE),
    timeoutSeconds: format.count({ description: "Seconds after which a stage gives up waiting", default: 86400 }, 1),
    resources: kubernetes("ResourceRequirements", {
      description: "Requests and limits of the container that waits",
      default: { requests: { cpu: "10m", memory: "16Mi" }, limits: { memory: "32Mi" } },
    }),
  },
  { description: "How the stages of a pipeline wait for one another, where they do so in a container" },
);

/** The values of gates. */
export type GateValues = Static<typeof gate>;
