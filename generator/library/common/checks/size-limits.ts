/** Sizes beyond which the API server refuses objects: of annotations, data of ConfigMaps, parameters of classes. */
import { bind, collectSum } from "../../../expression/bind.ts";
import { defineCheck, param, stringParam } from "../../../expression/define-function.ts";
import type { Expression } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import { guard } from "../../../expression/guard.ts";
import { when } from "../../../expression/when.ts";
import { keysOf } from "../../../functions/keys.ts";
import { count } from "../../../functions/lists.ts";
import { and, greaterThan, isMap, not } from "../../../functions/logic.ts";
import { type ByName, hasEntry } from "../../../functions/maps.ts";
import { byteLength, decodedLength, text, toJson } from "../../../functions/strings.ts";

/** The most bytes of all annotations of an object, keys and values: 256 KiB, of which the chart and Helm add some. */
const ANNOTATIONS = 261_120;
/** The most bytes of all data of a ConfigMap or a Secret, without their keys. */
const DATA = 1_048_576;
/** The most bytes of all parameters of a StorageClass, keys and values. */
const PARAMETERS = 262_144;
/** The most parameters of a StorageClass. */
const PARAMETER_COUNT = 512;

const texts = param<ByName<string>>({ type: "object", additionalProperties: { type: "string" } });

/** Refuses a number of bytes beyond a limit. */
function limitTo(limit: number, what: string, path: Expression<string>) {
  return (size: Expression<number>) =>
    guard(
      greaterThan(size, limit),
      text`${path}: expected at most ${String(limit)} bytes of ${what} in all, got ${toJson(size)}`,
    );
}

const sizesOfEntry = (key: Expression<string>, value: Expression<string>) => [byteLength(key), byteLength(value)];

/** Refuses annotations that are too large together; `common` are those of every object, which the own ones replace. */
export const checkAnnotations = defineCheck({
  name: "checkAnnotations",
  comment: "Refuses annotations of an object that are larger than Kubernetes allows, its own and the common ones.",
  params: { path: stringParam, own: texts, common: texts },
  body: ({ path, own, common }) =>
    collectSum(
      "size",
      [
        when(isMap(own), forEach(own, sizesOfEntry, { as: "annotation" })),
        forEach(common, (key, value) => when(not(hasEntry(own, key)), sizesOfEntry(key, value)), {
          as: "annotation",
        }),
      ],
      limitTo(ANNOTATIONS, "annotations", path),
    ),
});

/** Refuses data of a ConfigMap or a Secret that are too large together: texts, and bytes in base64. */
export const checkDataSize = defineCheck({
  name: "checkDataSize",
  comment: "Refuses data of a ConfigMap or a Secret that are larger than Kubernetes allows.",
  params: { path: stringParam, data: texts, binaryData: texts },
  body: ({ path, data, binaryData }) =>
    collectSum(
      "size",
      [
        when(
          isMap(data),
          forEach(data, (_, value) => byteLength(value), { as: "value" }),
        ),
        when(
          isMap(binaryData),
          // A text of a Secret replaces the bytes of its key.
          forEach(binaryData, (key, value) => when(not(and(isMap(data), hasEntry(data, key))), decodedLength(value)), {
            as: "value",
          }),
        ),
      ],
      limitTo(DATA, "data", path),
    ),
});

/** Refuses parameters of a StorageClass that are too many, or too large together. */
export const checkParameters = defineCheck({
  name: "checkParameters",
  comment: "Refuses parameters of a StorageClass that are more or larger than Kubernetes allows.",
  params: { path: stringParam, parameters: texts },
  body: ({ path, parameters }) => [
    bind("count", count(keysOf(parameters)), (found) =>
      guard(
        greaterThan(found, PARAMETER_COUNT),
        text`${path}: expected at most ${String(PARAMETER_COUNT)} parameters, got ${toJson(found)}`,
      ),
    ),
    collectSum("size", forEach(parameters, sizesOfEntry, { as: "parameter" }), limitTo(PARAMETERS, "parameters", path)),
  ],
});
