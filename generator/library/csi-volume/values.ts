/** The values of csi-volume: volumes that are kept after the tasks that use them. */
import type { Static } from "typebox";
import { closed } from "../../values/model.ts";
import { extraObjects } from "../common/extra-objects/extra-objects-values.ts";
import { namingValues } from "../common/values.ts";
import { storageClasses } from "./storage-classes/storage-class-values.ts";
import { volumes } from "./volume-values.ts";

/** The values model of csi-volume. */
export const values = closed(
  { ...namingValues, volumes: volumes(), storageClasses: storageClasses(), extraObjects },
  { description: "Values of csi-volume" },
);

/** What a chart author sees of the values of csi-volume. */
export type CsiVolumeValues = Static<typeof values>;
