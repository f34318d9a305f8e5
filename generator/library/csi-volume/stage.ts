/** What a pipeline reads of csi-volume. */
import type { StageContract } from "../../chart/stage-contract.ts";
import { enabledAt, mapAt, type PlainValues, textAt } from "../../chart/value-at.ts";
import type { JsonSchema } from "../../json-schema.ts";
import { defaultsOf } from "../../values/defaults.ts";
import { accessModes } from "../workload/values/volume-values.ts";

// The defaults of an entry of a map are not in the values.
const DEFAULT_MODES = defaultsOf(accessModes() as JsonSchema); // a TypeBox model is a JSON schema

/** How csi-volume is shown: a node for each volume. */
export const drawn: StageContract["drawn"] = {
  kind: "volume",
  object: () => "PersistentVolumeClaim",
  details: () => [],
  volumes: (values) => enabledAt(values, "volumes").map(([id, volume]) => [id, describeVolume(volume)] as const),
};

/** The facts of a volume stage, from its values. */
export const facts: NonNullable<StageContract["facts"]> = {
  accessModes: (values, volume) => textsOf(mapAt(values, "volumes", volume, "claim")["accessModes"]),
};

function describeVolume(volume: PlainValues): readonly string[] {
  const claim = mapAt(volume, "claim");
  const existing = textAt(claim, "existingClaim") || (claim["create"] === false ? textAt(claim, "name") : "");
  if (existing !== "") return [existing];
  const modes = textsOf(claim["accessModes"] ?? DEFAULT_MODES);
  const driver = textAt(mapAt(volume, "static", "csi"), "driver");
  return [textAt(claim, "size"), modes.join(", "), driver];
}

function textsOf(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.map(String) : [];
}
