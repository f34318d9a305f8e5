import { describe } from "mocha";
import { statefulStage } from "../../../../../generator/library/stateful-stage/chart.ts";
import { testRefusals } from "../../../test-refusals.ts";

const withVolume = (volume: object): object => ({
  image: { repository: "app", tag: "1" },
  volumes: { files: { ...volume, mountPath: "/files" } },
});
const projected = (...sources: readonly object[]): object => withVolume({ projected: { sources } });
const files = (...paths: readonly string[]): readonly object[] => paths.map((path) => ({ key: "a", path }));
const secret = (...paths: readonly string[]): object => ({ secret: { name: "a", items: files(...paths) } });
const configMap = (...paths: readonly string[]): object => ({ configMap: { name: "a", items: files(...paths) } });
const items = (...paths: readonly string[]): object => ({
  items: paths.map((path) => ({ path, fieldRef: { fieldPath: "metadata.name" } })),
});
const token = (path: string): object => ({ serviceAccountToken: { path } });
const bundle = (path: string): object => ({ clusterTrustBundle: { name: "a", path } });
const certificate = (credentialBundlePath: string): object => ({
  podCertificate: { signerName: "example.com/a", keyType: "ED25519", credentialBundlePath },
});

/** The sources of volumes with one path twice. */
const repeated: readonly (readonly object[])[] = [
  [secret("a", "b"), configMap("c", "a")],
  [secret("a", "a")],
  [configMap("a"), configMap("a")],
  [secret("c"), { downwardAPI: items("b", "a", "a") }],
  [token("a"), token("a")],
  [bundle("a"), secret("a")],
  [certificate("a"), bundle("a")],
];

describe("checkProjectedPaths()", () => {
  testRefusals("checkProjectedPaths() refuses two files at one path of a projected volume", statefulStage, [
    { values: projected(secret("a"), configMap("b", "a/b"), { downwardAPI: items("c") }, token("d")), refusal: "" },
    { values: projected({ secret: { name: "a" } }, { secret: { name: "a" } }), refusal: "" },
    { values: withVolume({ downwardAPI: items("a", "a") }), refusal: "" },
    { values: projected({}, { secret: { items: [{}, {}] } }, token("")), refusal: "", isUnchecked: true },
    ...repeated.map((sources, i) => ({
      values: projected(...sources),
      refusal: `volumes.files.projected.sources: expected a unique path, got a twice`,
      isComputedOnly: i > 2,
    })),
  ]);
});
