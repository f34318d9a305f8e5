import { describe } from "mocha";
import { batchJob } from "../../../../generator/library/batch-job/chart.ts";
import { csiVolume } from "../../../../generator/library/csi-volume/chart.ts";
import { serviceStage } from "../../../../generator/library/service-stage/chart.ts";
import { statefulStage } from "../../../../generator/library/stateful-stage/chart.ts";
import { type RefusalCase, testRefusals } from "../../test-refusals.ts";

const image = { repository: "busybox", tag: "1.36" };
const head = { apiVersion: "example.com/v1", kind: "Widget", metadata: { name: "widget" } };
const base = { image };
const withSpec = (spec: unknown, values: object = base) => ({ ...values, extraObjects: { a: { ...head, spec } } });
const refer = (reference: unknown, values?: object) => withSpec({ b: [{ $from: reference }] }, values);
const refusal = (rest: string) => `extraObjects.a.spec.b.0.$from${rest}`;

/** What the schema refuses, too; the checks alone are asked. */
const malformed: readonly (readonly [reference: unknown, refusal: string])[] = [
  ["name", ': expected a map with the key what, got "name"'],
  [[{ what: "name" }], ': expected a map with the key what, got [{"what":"name"}]'],
  [{ wat: "name" }, ".wat: expected no such key, but stage, what, volume, port, replica, prefix, suffix"],
  [{ what: 1 }, ".what: expected text, got 1"],
  [{ what: "name", suffix: { a: 1 } }, '.suffix: expected text, got {"a":1}'],
  [
    { what: "nmae" },
    ".what: expected one of release, namespace, name, serviceAccount, selectorLabels, claim, host, hostPort, url, " +
      'headless, got "nmae"',
  ],
  [{ what: "name", volume: "data" }, ".volume: expected no volume, unless what is claim"],
  [{ what: "host", port: "http" }, ".port: expected no port, unless what is hostPort or url"],
  [{ what: "name", replica: 0 }, ".replica: expected no replica, unless what is claim or headless"],
  [{ what: "headless", replica: 1.5 }, ".replica: expected a whole number from 0, got 1.5"],
  [{ what: "headless", replica: "1" }, '.replica: expected a whole number from 0, got "1"'],
  [{ what: "headless", replica: -1 }, ".replica: expected a whole number from 0, got -1"],
  [{ what: "selectorLabels", prefix: "a" }, ": expected no prefix and no suffix of selectorLabels, which are a map"],
];

/** What no schema knows. */
const missing: readonly (readonly [reference: object, refusal: string])[] = [
  [{ what: "name", stage: "store" }, '.stage: no stage "store" in this pipeline that is enabled'],
  [{ what: "host" }, ".what: this chart has no Service"],
  [{ what: "url", port: "http" }, ".what: this chart has no Service"],
  [{ what: "headless" }, ".what: this chart has no headless Service"],
  [{ what: "headless", replica: 0 }, ".replica: this chart has no numbered replicas"],
  [{ what: "claim", volume: "data" }, '.volume: this chart has no claim of its own for the volume "data"'],
  [{ what: "claim", volume: "data", replica: 0 }, '.volume: this chart has no claim "data" for each replica'],
];

const taken: readonly unknown[] = [
  { what: "release", prefix: "a-", suffix: "-b" },
  { what: "namespace" },
  { what: "name" },
  { what: "serviceAccount" },
  { what: "selectorLabels" },
];

const served = { image, ports: { http: { containerPort: 8080 } }, service: { ports: { http: { port: 80 } } } };
const stored = { ...served, persistence: { data: { mountPath: "/data", size: "1Gi" } } };
const volumes = { volumes: { data: { claim: { size: "1Gi" } } } };

describe("references in whole objects", () => {
  testRefusals("a reference of another form is refused where the schema is skipped", batchJob, [
    ...malformed.map(
      ([reference, rest]): RefusalCase => ({ values: refer(reference), refusal: refusal(rest), isUnchecked: true }),
    ),
    {
      values: withSpec({ $from: { what: "name" }, other: 1 }),
      refusal: 'extraObjects.a.spec: expected $from alone, got also "other"',
      isUnchecked: true,
    },
    {
      values: { image, extraObjects: { a: { $from: { what: "selectorLabels" } } } },
      refusal: "extraObjects.a: expected an object, got a reference",
      isUnchecked: true,
    },
    {
      values: { image, extraObjects: { a: { ...head, metadata: { $from: { what: "selectorLabels" } } } } },
      refusal: "extraObjects.a.metadata: expected the metadata, got a reference",
      isUnchecked: true,
    },
    {
      values: { image, extraObjects: { a: { ...head, metadata: { name: { $from: { what: "selectorLabels" } } } } } },
      refusal:
        'extraObjects.a.metadata.name: expected text, got {"app.kubernetes.io/instance":"release-name","app.kubernetes.io/name":"batch-job"}',
      isUnchecked: true,
    },
  ]);

  testRefusals("a reference to what a chart does not have is refused", batchJob, [
    ...missing.map(([reference, rest]): RefusalCase => ({ values: refer(reference), refusal: refusal(rest) })),
    ...taken.map((reference): RefusalCase => ({ values: refer(reference), refusal: "" })),
  ]);

  testRefusals("a reference to an address needs the Service and its port", serviceStage, [
    { values: refer({ what: "host" }), refusal: refusal(".what: this chart has no Service") },
    { values: refer({ what: "host" }, served), refusal: "" },
    { values: refer({ what: "url", port: "http" }, served), refusal: "" },
    { values: refer({ what: "url", port: "htp" }, served), refusal: refusal('.port: this chart has no port "htp"') },
    { values: refer({ what: "headless" }, served), refusal: refusal(".what: this chart has no headless Service") },
  ]);

  testRefusals("a reference to replicas and their claims needs a stateful stage", statefulStage, [
    { values: refer({ what: "headless", replica: 2 }, stored), refusal: "" },
    { values: refer({ what: "claim", volume: "data", replica: 2 }, stored), refusal: "" },
    {
      values: refer({ what: "claim", volume: "data" }, stored),
      refusal: refusal('.volume: this chart has no claim of its own for the volume "data"'),
    },
    {
      values: refer({ what: "claim", volume: "logs", replica: 0 }, stored),
      refusal: refusal('.volume: this chart has no claim "logs" for each replica'),
    },
  ]);

  testRefusals("a volume has claims, but neither pods nor a Service", csiVolume, [
    { values: refer({ what: "claim", volume: "data" }, volumes), refusal: "" },
    { values: refer({ what: "selectorLabels" }, volumes), refusal: refusal(".what: this chart has no pods") },
    { values: refer({ what: "serviceAccount" }, volumes), refusal: refusal(".what: this chart has no ServiceAccount") },
  ]);
});
