/** The reference of an image. */
import { bind } from "../../../expression/bind.ts";
import { defineFunction, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression, Operand } from "../../../expression/expression.ts";
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
    path: stringParam,
    image: param<ImageValues>({
      type: "object",
      properties: { registry: string, repository: string, tag: string, digest: string },
    }),
    globalRegistry: stringParam,
  },
  result: "text",
  refuses: true,
  body: ({ path, image: { registry, repository, tag, digest }, globalRegistry }) =>
    bind("repository", required(repository, text`${path}image.repository is required`), (name) => [
      bind("registry", orIfEmpty(registry, globalRegistry), (own) => when(nonEmpty(own), text`${own}/`)),
      name,
      choose(
        nonEmpty(digest),
        text`@${orIfEmpty(digest, "")}`,
        text`:${required(tag, text`${path}image.tag or image.digest is required`)}`,
      ),
    ]),
});

/**
 * The reference of an image: registry (its own, else the shared one), name, and digest or tag. `path` is that of the
 * owner of `image`, for messages.
 */
export function imageReference(
  path: Operand<string>,
  image: Expression<unknown>,
  globalRegistry: Expression<string>,
): Expression<string> {
  return reference(path, filled(image), globalRegistry);
}
