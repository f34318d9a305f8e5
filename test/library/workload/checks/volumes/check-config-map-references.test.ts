import { describe } from "mocha";
import { serviceStage } from "../../../../../generator/library/service-stage/chart.ts";
import { statefulStage } from "../../../../../generator/library/stateful-stage/chart.ts";
import { type RefusalCase, testRefusals } from "../../../test-refusals.ts";

const image = { repository: "nginx", tag: "1" };
const base = {
  image,
  fullnameOverride: "app",
  configMaps: {
    settings: { data: { "app.conf": "a" }, binaryData: { logo: "YQ==" } },
    more: { data: { LEVEL: "debug" } },
    off: { enabled: false, data: {} },
  },
};
const keyOf = (name: string, key: string, more: object = {}): object => ({
  valueFrom: { configMapKeyRef: { name, key, ...more } },
});
const files = (name: string, ...keys: readonly string[]): object => ({
  name,
  items: keys.map((key) => ({ key, path: key })),
});
const taken = (values: object): RefusalCase => ({ values: { ...base, ...values }, refusal: "" });
const refused = (values: object, refusal: string): RefusalCase => ({ values: { ...base, ...values }, refusal });

describe("checkConfigMapReferences()", () => {
  testRefusals(
    "checkConfigMapReferences() refuses a variable of a key that a ConfigMap of the chart lacks",
    serviceStage,
    [
      taken({ env: { A: keyOf("app-settings", "app.conf"), B: keyOf("app-settings", "logo"), C: "text" } }),
      taken({ env: { A: keyOf("app-more", "LEVEL"), B: keyOf("app-more", "NONE", { optional: true }) } }),
      taken({ env: { A: keyOf("app-off", "NONE"), B: keyOf("another", "NONE") } }),
      taken({ env: { A: { type: "value", value: "a", ...keyOf("app-more", "NONE") } } }),
      taken({ configMaps: {}, env: { A: keyOf("app-more", "NONE") } }),
      refused(
        { env: { A: keyOf("app-settings", "app.conf"), B: keyOf("app-more", "app.conf") } },
        'env.B.valueFrom.configMapKeyRef.key: ConfigMap app-more has no key "app.conf"',
      ),
      refused(
        { env: { A: keyOf("app-more", "NONE", { optional: false }) } },
        'env.A.valueFrom.configMapKeyRef.key: ConfigMap app-more has no key "NONE"',
      ),
      ...["initContainers", "sidecars"].map((kind) =>
        refused(
          { [kind]: { a: { image }, b: { image, env: { A: keyOf("app-more", "NONE") } } } },
          `${kind}.b.env.A.valueFrom.configMapKeyRef.key: ConfigMap app-more has no key "NONE"`,
        ),
      ),
    ],
  );

  testRefusals(
    "checkConfigMapReferences() refuses a file of a key that a ConfigMap of the chart lacks",
    statefulStage,
    [
      taken({
        volumes: {
          a: { mountPath: "/a", configMap: files("app-settings", "app.conf", "logo") },
          b: { mountPath: "/b", configMap: { ...files("app-settings", "none"), optional: true } },
          c: { mountPath: "/c", configMap: files("another", "none") },
          d: { mountPath: "/d", projected: { sources: [{ configMap: files("app-more", "LEVEL") }] } },
          e: { mountPath: "/e", configMap: { name: "app-more" } },
          f: { mountPath: "/f", type: "emptyDir", emptyDir: {}, configMap: files("app-more", "none") },
        },
      }),
      refused(
        { volumes: { a: { mountPath: "/a", configMap: files("app-settings", "app.conf", "none") } } },
        'volumes.a.configMap.items.1.key: ConfigMap app-settings has no key "none"',
      ),
      refused(
        {
          volumes: {
            a: {
              mountPath: "/a",
              projected: { sources: [{ secret: { name: "a" } }, { configMap: files("app-more", "none") }] },
            },
          },
        },
        'volumes.a.projected.sources.1.configMap.items.0.key: ConfigMap app-more has no key "none"',
      ),
    ],
  );

  testRefusals("checkConfigMapReferences() refuses a mount of a file that a ConfigMap lacks", serviceStage, [
    taken({
      volumes: {
        a: { ownConfigMap: "settings", mountPath: "/a", subPath: "app.conf" },
        b: { ownConfigMap: "settings", mountPath: "/b", mounts: { c: { mountPath: "/c", subPath: "logo/" } } },
        d: { ownConfigMap: "settings", mountPath: "/d", subPath: "./app.conf" },
        e: { type: "emptyDir", ownConfigMap: "settings", emptyDir: {}, mountPath: "/e", subPath: "none" },
        f: { ownConfigMap: "settings", subPath: "none" },
      },
    }),
    refused(
      { volumes: { a: { ownConfigMap: "settings", mountPath: "/a", subPath: "LEVEL" } } },
      'volumes.a.subPath: expected a key of the ConfigMap, got "LEVEL"',
    ),
    refused(
      {
        volumes: {
          a: {
            ownConfigMap: "settings",
            mounts: { b: { mountPath: "/b", subPath: "logo" }, c: { mountPath: "/c", subPath: "logo/none" } },
          },
        },
      },
      'volumes.a.mounts.c.subPath: expected a key of the ConfigMap, got "logo/none"',
    ),
  ]);

  const items = {
    name: "app-settings",
    items: [
      { key: "app.conf", path: "z" },
      { key: "logo", path: "img/logo.png" },
    ],
  };
  testRefusals("checkConfigMapReferences() refuses a mount of a path that no item of a volume has", serviceStage, [
    taken({
      volumes: {
        a: { configMap: items, mountPath: "/a", subPath: "z" },
        b: { configMap: items, mountPath: "/b", mounts: { c: { mountPath: "/c", subPath: "img/" } } },
        d: { configMap: items, mountPath: "/d", subPath: "img/logo.png" },
        e: { configMap: { ...items, optional: true }, mountPath: "/e", subPath: "nope" },
        f: { configMap: { ...items, name: "another" }, mountPath: "/f", subPath: "nope" },
        g: { configMap: { name: "app-more" }, mountPath: "/g", subPath: "LEVEL" },
      },
    }),
    ...["nope", "app.conf", "logo.png"].map((subPath) =>
      refused(
        { volumes: { a: { configMap: items, mountPath: "/a", subPath } } },
        `volumes.a.subPath: expected the path of an item, got "${subPath}"`,
      ),
    ),
    refused(
      { volumes: { a: { configMap: items, mounts: { b: { mountPath: "/a", subPath: "img/none" } } } } },
      'volumes.a.mounts.b.subPath: expected the path of an item, got "img/none"',
    ),
    refused(
      { volumes: { a: { configMap: { name: "app-more" }, mountPath: "/a", subPath: "nope" } } },
      'volumes.a.subPath: expected a key of the ConfigMap, got "nope"',
    ),
  ]);

  testRefusals("checkConfigMapReferences() takes a subPath that is no text where the schema is skipped", serviceStage, [
    ...[1, true, ["a"], { a: 1 }].map((subPath) => ({
      ...taken({ volumes: { a: { ownConfigMap: "settings", mountPath: "/a", subPath } } }),
      isUnchecked: true,
    })),
  ]);
});
