/** The values of whole objects. */
import Type from "typebox";
import * as format from "../../../values/formats.ts";
import { DEFINITIONS } from "../../../values/kubernetes/list-references.ts";
import { mapOf } from "../../../values/model.ts";
import type { ExtraObjectOptions } from "../../../values/objects/extra-object.ts";

const extraObject = Type.Unsafe<ExtraObjectOptions>({ $ref: `${DEFINITIONS}ExtraObject` });

/** Whole objects by id. */
export const extraObjects = mapOf(format.keys.name, extraObject, {
  description:
    "Additional Kubernetes objects, by id; they get the chart's labels. A map with the single key $from stands for a " +
    "name, the selector labels, a claim or an address of the chart or of a stage",
});
