/** What names labels of the pods and keys of ConfigMaps, or such as are not there. */
import type { Values } from "../../../generator/evaluate/coalesce-values.ts";
import { trimName } from "../../../generator/functions/strings.ts";
import type { DecisiveValues } from "./decisive-values.ts";

const podLabels = { a: "a", b: "b", empty: "" };
const spread = (...constraints: readonly object[]): Values => ({
  podLabels,
  topologySpreadConstraints: constraints.map((more, i) => ({
    maxSkew: 1,
    topologyKey: `zone-${i}`,
    whenUnsatisfiable: "DoNotSchedule",
    labelSelector: {},
    ...more,
  })),
});
const labels = (matchLabels: object): object => ({ labelSelector: { matchLabels } });
const where = (...all: readonly (readonly [operator: string, key: string, ...values: string[]])[]): object => ({
  labelSelector: { matchExpressions: all.map(([operator, key, ...values]) => ({ key, operator, values })) },
});
const near = (...terms: readonly object[]): Values => ({
  podLabels,
  affinity: {
    podAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: terms.map((term) => ({
        topologyKey: "zone",
        labelSelector: {},
        ...term,
      })),
    },
  },
});

const LONG = "l".repeat(62);
const instance = "app.kubernetes.io/instance";
const image = { repository: "busybox", tag: "1.36" };
const configMaps = {
  a: { data: { one: "1" }, binaryData: { two: "Mg==" } },
  b: { data: { three: "3" } },
  off: { enabled: false, data: { four: "4" } },
};
const keys = (more: Values): Values => ({ fullnameOverride: "own", configMaps, ...more });
const keyOf = (name: string, key: string, more: object = {}): object => ({
  valueFrom: { configMapKeyRef: { name: `own-${name}`, key, ...more } },
});
const files = (name: string, ...of: readonly string[]): object => ({
  name: `own-${name}`,
  items: of.map((key) => ({ key, path: key })),
});
const mount = (subPath: string): Values => ({ ownConfigMap: "a", mountPath: "/a", subPath });
const part = (subPath: string, configMap: object): Values => ({ mountPath: `/${subPath}`, subPath, configMap });
const more = (...subPaths: readonly string[]): Values => ({
  ownConfigMap: "a",
  mounts: Object.fromEntries(subPaths.map((subPath, i) => [`m${i}`, { mountPath: `/m${i}`, subPath }])),
});

/** Labels of the pods and keys of ConfigMaps, and those that they lack. */
export const lostReferences: DecisiveValues = {
  accepted: [
    keys({
      env: {
        TEXT: "text",
        ONE: keyOf("a", "one"),
        TWO: keyOf("a", "two"),
        MAYBE: keyOf("a", "none", { optional: true }),
        OTHER: keyOf("off", "none"),
        LEFT: { type: "value", value: "text", ...keyOf("a", "none") },
        FIELD: { valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
      },
      initContainers: { a: { image, env: { A: keyOf("b", "three") } } },
      volumes: {
        a: { mountPath: "/all", configMap: files("a", "one", "two") },
        b: { mountPath: "/b", configMap: { ...files("a", "none"), optional: true } },
        c: { mountPath: "/c", configMap: files("off", "none") },
        d: { mountPath: "/d", projected: { sources: [{ configMap: files("b", "three") }, { secret: { name: "a" } }] } },
        e: mount("one"),
        f: more("two/", "./one"),
        g: { ownConfigMap: "a", subPath: "none" },
        h: { ...mount("none"), mountPath: "/h", type: "emptyDir", emptyDir: {} },
        j: { ...part("one", files("a", "one", "two")), mounts: { m: { mountPath: "/m", subPath: "two" } } },
        k: part("three", { name: "own-b" }),
        // No schema admits these.
        o: { ...mount(""), mountPath: "/o" },
        p: { ...mount("none"), mountPath: "/p", subPath: 1 },
        l: part("none", { name: "own-a", optional: true }),
        m: part("four", files("off", "three")),
        n: part("own/", { name: "own-a", items: [{ key: "one", path: "own/one" }] }),
        i: { mountPath: "/i", type: "emptyDir", emptyDir: {}, configMap: files("a", "none") },
      },
    }),
    spread({}, labels({ a: "a", b: "b", empty: "" }), { matchLabelKeys: ["a", instance] }),
    spread(where(["In", "a", "b", "a"], ["NotIn", "a", "b"], ["NotIn", "none", "a"], ["Exists", "a"])),
    spread(where(["Exists", "empty"], ["DoesNotExist", "none"])),
    near({ matchLabelKeys: ["a", instance], mismatchLabelKeys: ["b"] }),
    near({ ...labels({ b: "b" }), matchLabelKeys: ["a"] }),
    spread({ ...where(["Exists", "a"]), matchLabelKeys: ["b"] }),
  ],
  refused: [
    keys({ env: { A: keyOf("a", "one"), B: keyOf("a", "three") } }),
    keys({ env: { A: keyOf("b", "one", { optional: false }) } }),
    keys({ initContainers: { a: { image }, b: { image, env: { A: keyOf("a", "none") } } } }),
    keys({ sidecars: { a: { image, env: { A: keyOf("a", "none") } } } }),
    // A name of 64 characters, which is cut.
    {
      fullnameOverride: LONG,
      configMaps,
      env: { A: { valueFrom: { configMapKeyRef: { name: trimName(63, `${LONG}-a`), key: "none" } } } },
    },
    keys({ volumes: { a: { mountPath: "/a", configMap: files("a", "one", "none") } } }),
    ...[
      [{}, { configMap: files("b", "one") }],
      [{ configMap: files("b", "one") }, {}],
    ].map((sources) => keys({ volumes: { a: { mountPath: "/a", projected: { sources } } } })),
    keys({ volumes: { a: mount("one"), z: { ...mount("none"), mountPath: "/z" } } }),
    // The end of a name.
    ...["none", "wo"].map((subPath) => keys({ volumes: { a: mount(subPath) } })),
    keys({ volumes: { a: part("two", files("a", "one")) } }),
    keys({ volumes: { a: part("none", { name: "own-a" }) } }),
    // A path that is no text: no schema admits it.
    keys({ volumes: { a: part("1", { name: "own-a", items: [{ key: "one", path: 1 }] }) } }),
    ...[more("one", "two/none"), more("none", "one")].map((a) => keys({ volumes: { a } })),
    spread(labels({ a: "b" })),
    spread(labels({ a: "a", b: "a" }), {}),
    spread({}, labels({ none: "" })),
    // A label of the objects, which no pod has.
    spread(labels({ "app.kubernetes.io/managed-by": "Helm" })),
    spread(where(["In", "a", "b"])),
    spread(where(["Exists", "a"], ["NotIn", "a", "b", "a"])),
    spread(where(["Exists", "none"])),
    spread(where(["DoesNotExist", "empty"])),
    spread({}, { matchLabelKeys: ["a", "none"] }),
    // Keys by which the selector selects already.
    spread({}, { ...labels({ a: "a", b: "b" }), matchLabelKeys: ["b"] }),
    spread({ ...labels({ a: "a", b: "b" }), matchLabelKeys: ["empty", "a"] }),
    spread({ ...where(["Exists", "a"], ["Exists", "b"]), matchLabelKeys: ["b"] }),
    near({ ...where(["Exists", "a"], ["Exists", "b"]), matchLabelKeys: ["a"] }),
    near({ matchLabelKeys: ["a", "none"] }),
    near({ mismatchLabelKeys: ["none"] }),
  ],
};

/** Labels that the controller of a chart's pods adds to them. */
const addedTo = (added: string, ...others: readonly string[]): DecisiveValues => ({
  accepted: [
    spread(labels({ [added]: "a" }), where(["In", added, "a"]), { matchLabelKeys: [added] }),
    near({ matchLabelKeys: [added, ...others] }),
  ],
  refused: [
    ...[added, ...others].map((label) => ({ podLabels: { a: "a", [label]: "b" } })),
    { podLabels: { [added]: "b", zone: "c" } },
  ],
});

/** By the name of the chart. */
export const addedLabels: Readonly<Record<string, DecisiveValues>> = {
  "batch-job": addedTo(
    "batch.kubernetes.io/controller-uid",
    "batch.kubernetes.io/job-completion-index",
    "batch.kubernetes.io/job-name",
    "controller-uid",
    "job-name",
  ),
  "service-stage": addedTo("pod-template-hash"),
  "stateful-stage": addedTo(
    "apps.kubernetes.io/pod-index",
    "controller-revision-hash",
    "statefulset.kubernetes.io/pod-name",
  ),
};
