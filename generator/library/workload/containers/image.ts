/** The reference of an image. */
import { bind } from "../../../expression/bind.ts";
import { defineFunction, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { choose, when } from "../../../expression/when.ts";
import { filled, nonEmpty, orIfEmpty, required } from "../../../functions/logic.ts";
import { text } from "../../../functions/strings.ts";

/** What names an image. */
export interface ImageValues {
  readonly registry?: string;
  readonly repository?: string;
  readonly tag?: string;
  readonly digest?: string;
}

const string = { type: "string" } as const;

const reference = defineFunction({
  name: "image",
  comment: "The reference of an image; a digest overrides the tag.",
  params: {
    image: param<ImageValues>({
      type: "object",
      properties: { registry: string, repository: string, tag: string, digest: string },
    }),
    globalRegistry: stringParam,
  },
  result: "text",
  body: ({ image: { registry, repository, tag, digest }, globalRegistry }) =>
    bind("repository", required(repository, "image.repository is required"), (name) => [
      bind("registry", orIfEmpty(registry, globalRegistry), (own) => when(nonEmpty(own), text`${own}/`)),
      name,
      choose(
        nonEmpty(digest),
        text`@${orIfEmpty(digest, "")}`,
        text`:${required(tag, "image.tag or image.digest is required")}`,
      ),
    ]),
});

/** The reference of an image: registry (its own, else the shared one), name, and digest or tag. */
export function imageReference(image: Expression<unknown>, globalRegistry: Expression<string>): Expression<string> {
  return reference(filled(image), globalRegistry);
}
