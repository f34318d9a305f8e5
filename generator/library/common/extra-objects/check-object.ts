/** Checks of whole objects: where no reference can stand, and where it must stand for a text. */
import { bind } from "../../../expression/bind.ts";
import { defineCheck, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { guard } from "../../../expression/guard.ts";
import { match, when } from "../../../expression/when.ts";
import { hasItem, list } from "../../../functions/lists.ts";
import { and, isMap } from "../../../functions/logic.ts";
import { type ByName, hasEntry, lookUp } from "../../../functions/maps.ts";
import { text, toJson } from "../../../functions/strings.ts";
import { FROM } from "../../../values/kubernetes/object-parts.ts";
import { checkAnnotations, checkDataSize } from "../checks/size-limits.ts";

const object = param<object>({ type: "object" });

/** Refuses references in place of an object or of its metadata, before they are resolved. */
export const checkWhole = defineCheck({
  name: "checkWhole",
  comment: "Refuses a reference in place of a whole object or of its metadata.",
  params: { object, path: stringParam },
  body: ({ object, path }) =>
    bind("metadata", lookUp<object>("any", object, "metadata"), (metadata) => [
      guard(hasEntry(object, FROM), text`${path}: expected an object, got a reference`),
      guard(
        and(isMap(metadata), hasEntry(metadata, FROM)),
        text`${path}.metadata: expected the metadata, got a reference`,
      ),
    ]),
});

/** Refuses maps in place of texts in metadata, after references have been resolved. */
export const checkMetadata = defineCheck({
  name: "checkMetadata",
  comment: "Refuses a map in the metadata of a whole object where Kubernetes wants a text.",
  params: { object, path: stringParam },
  body: ({ object, path }) =>
    bind("metadata", lookUp<object>("any", object, "metadata"), (metadata) =>
      when(
        isMap(metadata),
        forEach(
          metadata as Expression<unknown> as Expression<ByName<unknown>>, // by the test
          (key, field) => [
            when(hasItem(list("name", "namespace"), key), wantText(field, text`${path}.metadata.${key}`)),
            when(
              and(hasItem(list("labels", "annotations"), key), isMap(field)),
              forEach(
                field as Expression<unknown> as Expression<ByName<unknown>>, // by the test
                (name, value) => wantText(value, text`${path}.metadata.${key}.${name}`),
                { as: "value" },
              ),
            ),
          ],
          { as: "field" },
        ),
      ),
    ),
});

/** Refuses an object that is larger than Kubernetes allows. */
export const checkObjectSize = defineCheck({
  name: "checkObjectSize",
  comment: "Refuses annotations of a whole object, and data of a ConfigMap or a Secret, that are too large.",
  params: { object, path: stringParam },
  body: ({ object, path }) => [
    bind("metadata", lookUp<object>("any", object, "metadata"), (metadata) =>
      when(
        isMap(metadata),
        bind("annotations", lookUp<object>("any", metadata, "annotations"), (annotations) =>
          checkAnnotations(text`${path}.metadata.annotations`, annotations, {}),
        ),
      ),
    ),
    match(lookUp<string>("any", object, "kind"), {
      ConfigMap: sizeOfData(object, path, "data", "binaryData"),
      Secret: sizeOfData(object, path, "stringData", "data"),
    }),
  ],
});

function sizeOfData(object: Expression<object>, path: Expression<string>, texts: string, bytes: string): unknown {
  return bind("texts", lookUp<object>("any", object, texts), (data) =>
    bind("bytes", lookUp<object>("any", object, bytes), (binaryData) => checkDataSize(path, data, binaryData)),
  );
}

function wantText(value: Expression<unknown>, path: Expression<string>): unknown {
  return guard(isMap(value), text`${path}: expected text, got ${toJson(value)}`);
}
