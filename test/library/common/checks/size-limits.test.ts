import { describe } from "mocha";
import { csiVolume } from "../../../../generator/library/csi-volume/chart.ts";
import { serviceStage } from "../../../../generator/library/service-stage/chart.ts";
import { statefulStage } from "../../../../generator/library/stateful-stage/chart.ts";
import { type RefusalCase, testRefusals } from "../../test-refusals.ts";

const image = { repository: "nginx", tag: "1" };
const server = { image, ports: { http: { containerPort: 80 } }, service: { ports: { http: { port: 80 } } } };

const ANNOTATIONS = 261_120;
const DATA = 1_048_576;
/** Annotations of a number of bytes, two of them in the key; the last letters have two bytes each. */
const annotations = (bytes: number): object => ({ ab: `${"x".repeat(bytes - 6)}éé` });
const texts = (bytes: number): string => `${"x".repeat(bytes - 2)}é`;
const base64 = (bytes: number): string => Buffer.alloc(bytes).toString("base64");
/** The same in lines, as `base64` and `openssl` write it, under Windows too. */
const inLines = (bytes: number): string => base64(bytes).replaceAll(/.{64}/g, "$&\r\n");

const tooMany = (path: string, bytes = ANNOTATIONS + 1): string =>
  `${path}: expected at most 261120 bytes of annotations in all, got ${bytes}`;
const tooLarge = (path: string, bytes = DATA + 1): string =>
  `${path}: expected at most 1048576 bytes of data in all, got ${bytes}`;
const taken = (values: object): RefusalCase => ({ values, refusal: "" });
const refused = (values: object, refusal: string): RefusalCase => ({ values, refusal });
const computed = (values: object, refusal: string): RefusalCase => ({ values, refusal, isComputedOnly: true });
const object = (fields: object): object => ({
  extraObjects: { a: { apiVersion: "v1", metadata: { name: "a" }, ...fields } },
});

describe("checkAnnotations()", () => {
  testRefusals("checkAnnotations() refuses annotations of a workload's objects beyond 256 KiB", serviceStage, [
    taken({ ...server, podAnnotations: annotations(ANNOTATIONS), commonAnnotations: { a: "b" } }),
    taken({ ...server, annotations: annotations(ANNOTATIONS), commonAnnotations: { ab: "replaced" } }),
    refused({ ...server, podAnnotations: annotations(ANNOTATIONS + 1) }, tooMany("podAnnotations")),
    refused(
      { ...server, annotations: annotations(ANNOTATIONS - 1), commonAnnotations: { a: "b" } },
      tooMany("annotations"),
    ),
    ...["serviceAccount", "service"].map((owner) =>
      computed(
        { ...server, [owner]: { ...server.service, annotations: annotations(ANNOTATIONS + 1) } },
        tooMany(`${owner}.annotations`),
      ),
    ),
    computed(
      {
        ...server,
        ingress: { enabled: true, hosts: { a: { host: "a" } }, annotations: annotations(ANNOTATIONS + 1) },
      },
      tooMany("ingress.annotations"),
    ),
    computed(
      { ...server, configMaps: { a: { data: {}, annotations: annotations(ANNOTATIONS + 1) } } },
      tooMany("configMaps.a.annotations"),
    ),
    computed(
      {
        ...server,
        volumes: { a: { mountPath: "/a", claim: { size: "1Gi", annotations: annotations(ANNOTATIONS + 1) } } },
      },
      tooMany("volumes.a.claim.annotations"),
    ),
    taken({
      ...server,
      commonAnnotations: { a: "b" },
      volumes: { a: { mountPath: "/a", ephemeral: { size: "1Gi", annotations: annotations(ANNOTATIONS) } } },
    }),
    refused(
      {
        ...server,
        volumes: { a: { mountPath: "/a", ephemeral: { size: "1Gi", annotations: annotations(ANNOTATIONS + 1) } } },
      },
      tooMany("volumes.a.ephemeral.annotations"),
    ),
  ]);

  testRefusals("checkAnnotations() refuses annotations of a headless Service beyond 256 KiB", statefulStage, [
    refused({ image, headless: { annotations: annotations(ANNOTATIONS + 1) } }, tooMany("headless.annotations")),
    refused(
      { image, persistence: { a: { mountPath: "/a", size: "1Gi", annotations: annotations(ANNOTATIONS + 1) } } },
      tooMany("persistence.a.annotations"),
    ),
  ]);

  const csi = { driver: "a.example.com", volumeHandle: "a" };
  testRefusals("checkAnnotations() refuses annotations of volumes and classes beyond 256 KiB", csiVolume, [
    refused(
      {
        volumes: {
          a: { annotations: annotations(ANNOTATIONS - 2), claim: { size: "1Gi", annotations: { abc: "" } } },
        },
      },
      tooMany("volumes.a.claim.annotations"),
    ),
    computed(
      {
        volumes: {
          a: { claim: { size: "1Gi" }, static: { csi, annotations: annotations(ANNOTATIONS + 1) } },
        },
      },
      tooMany("volumes.a.static.annotations"),
    ),
    computed(
      { storageClasses: { a: { provisioner: "a.example.com", annotations: annotations(ANNOTATIONS + 1) } } },
      tooMany("storageClasses.a.annotations"),
    ),
    refused(
      object({ kind: "A", metadata: { name: "a", annotations: annotations(ANNOTATIONS + 1) } }),
      tooMany("extraObjects.a.metadata.annotations"),
    ),
  ]);
});

describe("checkParameters()", () => {
  const withParameters = (parameters: object): object => ({
    storageClasses: { a: { provisioner: "a.example.com", parameters } },
  });
  const many = (count: number): object => Object.fromEntries(Array.from({ length: count }, (_, i) => [`a${i}`, "b"]));
  testRefusals("checkParameters() refuses parameters of a StorageClass beyond 256 KiB or 512 keys", csiVolume, [
    taken(withParameters(annotations(262_144))),
    taken(withParameters(many(512))),
    refused(
      withParameters(annotations(262_145)),
      "storageClasses.a.parameters: expected at most 262144 bytes of parameters in all, got 262145",
    ),
    refused(withParameters(many(513)), "storageClasses.a.parameters: expected at most 512 parameters, got 513"),
  ]);
});

describe("checkDataSize()", () => {
  testRefusals("checkDataSize() refuses data of a ConfigMap beyond 1 MiB, texts and bytes together", serviceStage, [
    taken({ ...server, configMaps: { a: { data: { a: texts(DATA - 5) }, binaryData: { b: base64(5) } } } }),
    refused(
      { ...server, configMaps: { a: { data: { a: texts(DATA - 5) }, binaryData: { b: base64(6) } } } },
      tooLarge("configMaps.a"),
    ),
    computed({ ...server, configMaps: { a: { data: { a: texts(DATA - 1), b: "é" } } } }, tooLarge("configMaps.a")),
    computed({ ...server, configMaps: { a: { binaryData: { a: base64(DATA + 1) } } } }, tooLarge("configMaps.a")),
    taken({ ...server, configMaps: { off: { enabled: false, data: { a: texts(DATA + 1) } } } }),
  ]);

  testRefusals("checkDataSize() refuses data of a whole ConfigMap or Secret beyond 1 MiB", csiVolume, [
    taken(object({ kind: "Secret", data: { a: base64(DATA - 3) }, stringData: { b: "abc" } })),
    refused(
      object({ kind: "Secret", data: { a: base64(DATA - 3) }, stringData: { b: "abcd" } }),
      tooLarge("extraObjects.a"),
    ),
    taken(object({ kind: "Secret", data: { a: inLines(DATA - 3) }, stringData: { b: "abc" } })),
    refused(object({ kind: "Secret", data: { a: inLines(DATA + 1) } }), tooLarge("extraObjects.a")),
    taken(object({ kind: "Secret", data: { a: base64(DATA), b: "YQ==" }, stringData: { a: texts(DATA - 1) } })),
    refused(
      object({ kind: "Secret", data: { a: base64(DATA), b: "YWI=" }, stringData: { a: texts(DATA - 1) } }),
      tooLarge("extraObjects.a"),
    ),
    computed(object({ kind: "ConfigMap", data: { a: texts(DATA + 1) } }), tooLarge("extraObjects.a")),
    computed(object({ kind: "ConfigMap", binaryData: { a: base64(DATA + 1) } }), tooLarge("extraObjects.a")),
    taken(object({ apiVersion: "example.com/v1", kind: "Other", data: { a: texts(DATA + 1) } })),
  ]);
});
