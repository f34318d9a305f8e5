/** Objects as large as Kubernetes allows, and larger: their annotations, their data, and parameters of a class. */
import type { Values } from "../../../generator/evaluate/coalesce-values.ts";
import type { DecisiveValues } from "./decisive-values.ts";

const [ANNOTATIONS, DATA, PARAMETERS, PARAMETER_COUNT] = [261_120, 1_048_576, 262_144, 512];

const x = (bytes: number): string => "x".repeat(bytes);
const base64 = (bytes: number): string => Buffer.alloc(bytes).toString("base64");
/** Annotations of so many bytes. */
const annotations = (bytes: number): Values => ({ annotations: { a: x(bytes - 2), b: "" } });
/** More than are allowed. */
export const tooMany: Values = annotations(ANNOTATIONS + 1);

const whole = (kind: string, fields: Values): Values => ({
  extraObjects: { a: { apiVersion: "v1", kind, metadata: { name: "a" }, ...fields } },
});

/** Of every chart, and of a pipeline itself. */
export const wholeSizes: DecisiveValues = {
  accepted: [
    {
      extraObjects: Object.fromEntries(
        ["ConfigMap", "Secret"].map((kind) => [kind, { apiVersion: "v1", kind, metadata: { name: "a" } }]),
      ),
    },
    whole("A", { data: { a: x(DATA + 1) }, metadata: { name: "a", ...annotations(ANNOTATIONS) } }),
    // No data at all.
    whole("ConfigMap", { data: "none", binaryData: { a: base64(1) } }),
    whole("Secret", { data: "none", stringData: { a: "a" } }),
    // A line of bytes may end.
    whole("ConfigMap", { data: { a: x(DATA - 4), b: "b" }, binaryData: { c: `${base64(2)}\n`, d: base64(1) } }),
    whole("Secret", { data: { a: base64(9), c: base64(4) }, stringData: { a: "", b: x(DATA - 4) } }),
  ],
  refused: [
    whole("A", { metadata: { name: "a", ...tooMany } }),
    whole("ConfigMap", { data: { a: x(DATA - 1), b: "bb" } }),
    whole("ConfigMap", { data: { a: x(DATA - 4) }, binaryData: { b: base64(4), c: base64(1) } }),
    whole("ConfigMap", { binaryData: { b: base64(DATA + 1) } }),
    whole("Secret", { data: { a: base64(5) }, stringData: { b: x(DATA - 4) } }),
    whole("Secret", { stringData: { a: x(DATA + 1) } }),
  ],
};

const configured = (fields: Values): Values => ({ configMaps: { a: fields } });
const mounted = (volume: Values): Values => ({ volumes: { a: { mountPath: "/a", ...volume } } });

/** Of every workload, whose image is added. */
export const workloadSizes: DecisiveValues = {
  accepted: [
    ...wholeSizes.accepted,
    { podAnnotations: annotations(ANNOTATIONS)["annotations"] },
    { annotations: { a: x(ANNOTATIONS - 1) }, commonAnnotations: { a: "replaced" } },
    configured({ data: { a: x(DATA - 4), b: "b" }, binaryData: { c: base64(2), d: base64(1) } }),
    // Claims that are left over.
    mounted({
      type: "emptyDir",
      emptyDir: {},
      claim: { size: "1Gi", ...tooMany },
      ephemeral: { size: "1Gi", ...tooMany },
    }),
  ],
  refused: [
    ...wholeSizes.refused,
    tooMany,
    { podAnnotations: tooMany["annotations"] },
    { serviceAccount: tooMany },
    { annotations: { a: x(ANNOTATIONS - 4) }, commonAnnotations: { b: "b", c: "c" } },
    mounted({ claim: { size: "1Gi", ...tooMany } }),
    mounted({ ephemeral: { size: "1Gi", ...tooMany } }),
    {
      volumes: {
        a: { mountPath: "/a", ephemeral: { size: "1Gi" } },
        b: { mountPath: "/b", ephemeral: { size: "1Gi", ...tooMany } },
      },
    },
    configured({ data: {}, ...tooMany }),
    configured({ data: { a: x(DATA - 1), b: "bb" } }),
    configured({ data: { a: x(DATA - 4) }, binaryData: { b: base64(5) } }),
    configured({ binaryData: { a: base64(DATA + 1) } }),
  ],
};

const provisioner = "my-csi-driver";
const classed = (fields: Values): Values => ({ storageClasses: { a: { provisioner, ...fields } } });
/** So many parameters of so many bytes in all. */
const parameters = (count: number, bytes: number): Values => {
  const names = Array.from({ length: count }, (_, i) => `p${i}`);
  const rest = bytes - names.join("").length;
  return { parameters: Object.fromEntries(names.map((name, i) => [name, i === 0 ? x(rest) : ""])) };
};

/** Of volumes and their classes. */
export const volumeSizes: DecisiveValues = {
  accepted: [
    ...wholeSizes.accepted,
    { commonAnnotations: { a: "replaced" }, ...classed({ annotations: { a: x(ANNOTATIONS - 1) } }) },
    classed(parameters(PARAMETER_COUNT, PARAMETERS)),
  ],
  refused: [
    ...wholeSizes.refused,
    { commonAnnotations: { b: "b", c: "c" }, ...classed({ annotations: { a: x(ANNOTATIONS - 4) } }) },
    classed(tooMany),
    classed(parameters(PARAMETER_COUNT + 1, PARAMETERS)),
    classed(parameters(2, PARAMETERS + 1)),
    { volumes: { a: { claim: { size: "1Gi", ...tooMany } } } },
    { volumes: { a: { claim: { size: "1Gi" }, static: { csi: { driver: "a", volumeHandle: "a" }, ...tooMany } } } },
  ],
};
