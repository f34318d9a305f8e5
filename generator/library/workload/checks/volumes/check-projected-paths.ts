/** Files of a projected volume at one path: the API server refuses its pod. */
import { collectList } from "../../../../expression/bind.ts";
import { defineCheck, param } from "../../../../expression/define-function.ts";
import type { Expression } from "../../../../expression/expression.ts";
import { forEach, forEachItem, forEachRepeated } from "../../../../expression/for-each.ts";
import { refuse } from "../../../../expression/guard.ts";
import { given, type Reference } from "../../../../expression/reference.ts";
import { when } from "../../../../expression/when.ts";
import { eq, nonEmpty } from "../../../../functions/logic.ts";
import { text } from "../../../../functions/strings.ts";
import type { VolumeProjection } from "../../../../values/kubernetes/types.ts";
import { volumeType } from "../../values/unions.ts";
import type { WorkloadValues } from "../../values/values.ts";
import { volumeValues } from "../../values/volume-values.ts";

function pathsOf(source: Reference<VolumeProjection>): readonly unknown[] {
  const { secret, configMap, downwardAPI, serviceAccountToken, clusterTrustBundle, podCertificate } = source;
  const certificate = given(podCertificate);
  const own = [
    given(serviceAccountToken).path,
    given(clusterTrustBundle).path,
    certificate.credentialBundlePath,
    certificate.keyPath,
    certificate.certificateChainPath,
  ];
  return [
    ...[secret, configMap].map((files) => forEachItem(given(files).items, ({ path }) => ifGiven(path))),
    forEachItem(given(downwardAPI).items, ({ path }) => ifGiven(path)),
    ...own.map(ifGiven),
  ];
}

function ifGiven(path: Expression<string | undefined>): unknown {
  return when(nonEmpty(path), path);
}

/** Refuses two files at one path of a projected volume, from whatever sources. */
export const checkProjectedPaths = defineCheck({
  name: "checkProjectedPaths",
  comment: "Refuses two files at one path of a projected volume, from whatever sources.",
  params: { volumes: param<WorkloadValues["volumes"]>(volumeValues()) },
  body: ({ volumes }) =>
    forEach(volumes, (id, volume) =>
      when(
        eq(volumeType(volume), "projected"),
        collectList<string, unknown>(
          "paths",
          forEachItem(given(volume.projected).sources, pathsOf, { as: "source" }),
          (paths) =>
            forEachRepeated(
              paths,
              { key: (_, path) => path, id: (_, path) => path },
              ({ key }) => refuse(text`volumes.${id}.projected.sources: expected a unique path, got ${key} twice`),
              { as: "path" },
            ),
          { type: "string" },
        ),
      ),
    ),
});
