/** The reference of an image. */
import type { Expression } from "../../../expression/expression.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { call, includeWith } from "../../../functions/call.ts";
import { RenderError } from "../../../functions/render-error.ts";

/** What names an image. */
export interface ImageValues {
  readonly registry?: string;
  readonly repository?: string;
  readonly tag?: string;
  readonly digest?: string;
}

const imageFunction: TemplateFunction = {
  name: "image",
  go: includeWith("image"),
  js: (image: ImageValues | undefined, globalRegistry: string | undefined) => {
    const registry = image?.registry || globalRegistry;
    if (!image?.repository) throw new RenderError("image.repository is required");
    const name = registry ? `${registry}/${image.repository}` : image.repository;
    if (image.digest) return `${name}@${image.digest}`;
    if (!image.tag) throw new RenderError("image.tag or image.digest is required");
    return `${name}:${image.tag}`;
  },
  absentSafe: [1],
  reads: [["registry", "repository", "tag", "digest"], undefined],
  template: {
    comment: "The reference of an image; the digest wins over the tag.",
    body: () => `{{- $image := index . 0 }}
{{- $name := $image.repository | required "image.repository is required" }}
{{- with $image.registry | default (index . 1) }}
{{- $name = printf "%s/%s" . $name }}
{{- end }}
{{- if $image.digest }}
{{- printf "%s@%s" $name $image.digest }}
{{- else }}
{{- printf "%s:%s" $name ($image.tag | required "image.tag or image.digest is required") }}
{{- end }}`,
  },
};

/** The reference of an image: registry (its own, else the shared one), name, and digest or tag. */
export function imageReference(image: Expression<unknown>, globalRegistry: Expression<string>): Expression<string> {
  return call(imageFunction, [image, globalRegistry], { type: "string" });
}
