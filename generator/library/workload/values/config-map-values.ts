/** The values of the ConfigMaps that a chart makes. */
import Type from "typebox";
import * as format from "../../../values/formats.ts";
import { annotations, boolean, closed, labels, mapOf, optional } from "../../../values/model.ts";

/** An entry of `configMaps`. */
export const configMapValues = closed(
  {
    enabled: boolean({ description: "Whether the chart creates the ConfigMap", default: true }),
    data: mapOf(format.keys.configMapKey, Type.String({ description: "Text" }), { description: "Texts by key" }),
    binaryData: mapOf(format.keys.configMapKey, format.base64({ description: "Bytes in base64" }), {
      description: "Bytes by key, in base64; a key is that of a text or of bytes",
    }),
    immutable: optional(
      boolean({ description: "Whether Kubernetes refuses other data, which then need an entry with another id" }),
    ),
    labels: labels({ description: "More labels" }),
    annotations: annotations({ description: "More annotations" }),
  },
  { description: "A ConfigMap" },
);

/** ConfigMaps by id. */
export function configMaps() {
  return mapOf(format.keys.name, configMapValues, {
    description: "ConfigMaps that the chart creates, by id; changing their data restarts the pods",
    examples: [{ settings: { data: { "app.conf": "debug=false" } } }],
  });
}
