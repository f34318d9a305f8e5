/** StorageClasses of the chart that a claim references by id. */
import type { Expression } from "../../../expression/expression.ts";
import { required } from "../../../functions/logic.ts";
import { lookUp } from "../../../functions/maps.ts";
import { text } from "../../../functions/strings.ts";
import type { NamesById, VolumeReference } from "../volume-set.ts";

/** The name of the class that a claim references by id. */
export function ownStorageClass(
  id: Expression<string>,
  { claim }: VolumeReference,
  classes: Expression<NamesById>,
): Expression<string> {
  const own = claim.ownStorageClass;
  const message = text`volumes.${id}.claim.ownStorageClass: expected an enabled entry of storageClasses, got "${own}"`;
  return required(lookUp<string>("string", classes, own), message);
}
