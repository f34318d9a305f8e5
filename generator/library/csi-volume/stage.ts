/** What a pipeline reads of csi-volume. */
import type { StageContract } from "../../chart/stage-contract.ts";
import { enabledAt, mapAt, type PlainValues, textAt } from "../../chart/value-at.ts";
import { ACCESS_MODES } from "./volume-values.ts";

/** How csi-volume is shown: a node for each volume. */
export const drawn: StageContract["drawn"] = {
  kind: "volume",
  object: () => "PersistentVolumeClaim",
  details: () => [],
  volumes: (values) => enabledAt(values, "volumes").map(([id, volume]) => [id, describeVolume(volume)] as const),
};

function describeVolume(volume: PlainValues): readonly string[] {
  const claim = mapAt(volume, "claim");
  const existing = textAt(claim, "existingClaim") || (claim["create"] === false ? textAt(claim, "name") : "");
  if (existing !== "") return [existing];
  // What an entry of a map leaves out is in no values.
  const modes = textsOf(claim["accessModes"] ?? ACCESS_MODES);
  const driver = textAt(mapAt(volume, "static", "csi"), "driver");
  return [textAt(claim, "size"), modes.join(", "), driver];
}

function textsOf(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.map(String) : [];
}
