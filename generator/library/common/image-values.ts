/** The values that name a container image. */
import type { TObject } from "typebox";
import * as format from "../../values/formats.ts";
import { closed, enumOf, listOf, optional } from "../../values/model.ts";

const parts = {
  registry: format.registry({
    description: "Registry; empty: global.imageRegistry, else the runtime's default",
    default: "",
  }),
  repository: format.repository({
    description: "Image name without tag and digest",
    examples: ["library/busybox"],
  }),
  tag: optional(format.tag({ description: "Tag; required unless there is a digest", examples: ["1.36"] })),
  digest: format.digest({ description: "Digest; overrides the tag", default: "" }),
  pullPolicy: enumOf(["Always", "IfNotPresent", "Never"], {
    description: "When the image is pulled",
    default: "IfNotPresent",
  }),
} as const;

// An image without tag and digest would be whatever "latest" is when the pod starts.
const withDigest = { properties: { digest: { minLength: 1 } }, required: ["digest"] };
const rules = [{ if: { not: withDigest }, then: { required: ["tag"] } }];

/** The image of a workload's main container. */
export const image = closed(
  {
    ...parts,
    pullSecrets: listOf(format.objectName({ description: "A Secret's name" }), {
      description: "Names of the Secrets that pull the image",
    }),
  },
  { description: "The image of the main container", allOf: rules },
);

/** The image of the curl project: it has a shell, and runs as any user. */
export const WAITING_IMAGE = { repository: "curlimages/curl", tag: "8.16.0" } as const;

/** The image of a container that a chart adds itself. */
export function ownImage(defaults: { readonly repository: string; readonly tag: string }) {
  return closed(
    {
      ...parts,
      repository: format.repository({
        description: "Image name without tag and digest",
        default: defaults.repository,
      }),
      tag: format.tag({ description: "Tag", default: defaults.tag }),
      pullPolicy: optional(
        enumOf(["Always", "IfNotPresent", "Never"], {
          description: "When the image is pulled; unless set: always for the tag latest, else if it is not present",
        }),
      ),
    },
    { description: "The container's image", default: defaults },
  );
}

/** The image of an init container or sidecar; the pod's pull secrets apply to it too. */
export const sideImage: TObject<typeof parts> = closed(parts, { description: "The container's image", allOf: rules });
