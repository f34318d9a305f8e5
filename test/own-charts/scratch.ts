/** A chart as a user writes it, without a pod: a claim, which other stages mount. */
import type { PersistentVolumeClaim } from "kubernetes-types/core/v1.d.ts";
import {
  closed,
  createNames,
  Define,
  defineChart,
  defineTemplate,
  format,
  type Input,
  namingValues,
  type Type,
  text,
  textAt,
  valuesOf,
} from "../../generator/chart.ts";

const chartName = "scratch";
const values = closed(
  { ...namingValues, size: format.size({ description: "Size", default: "1Gi" }) },
  { description: "Values of scratch" },
);
type ScratchValues = Type.Static<typeof values>;
const v = valuesOf<ScratchValues>(values);
const names = createNames(chartName, v);
const define = (name: string, data: Input<string>, comment: string) =>
  new Define<Readonly<Record<string, string>>>(`${chartName}.${name}`, "object", { data }, comment);

type AccessMode = "ReadWriteOnce" | "ReadWriteMany";

/** A chart of the name scratch, whose claims have an access mode. */
export function createScratch(accessMode: AccessMode) {
  const claim: Input<PersistentVolumeClaim> = {
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: names.metadata(names.fullname),
    spec: { accessModes: [accessMode], resources: { requests: { storage: v.size } } },
  };
  return defineChart({
    name: chartName,
    version: "1.0.0",
    description: "A claim",
    keywords: ["storage"],
    values,
    templates: [
      defineTemplate({ chartName, kind: "persistentVolumeClaim", source: "src/scratch.ts", documents: claim }),
    ],
    notes: [text`Claim ${names.fullname} is in namespace ${names.namespace}.`],
    stage: {
      role: "volume",
      claims: define("claims", names.fullname, "The names of the claims."),
      exclusiveClaims: define("exclusiveClaims", accessMode, "The access modes of claims that one node holds."),
      drawn: {
        kind: "volume",
        object: () => "PersistentVolumeClaim",
        details: () => [],
        volumes: (own) => [["data", [textAt(own, "size")]]],
      },
    },
    ci: { default: {} },
  });
}

/** The chart scratch. */
export const scratch = createScratch("ReadWriteOnce");
