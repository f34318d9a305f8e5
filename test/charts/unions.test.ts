import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, describe, it } from "mocha";
import { readYaml } from "../../cli/yaml/read-yaml.ts";
import { coalesceValues } from "../../generator/evaluate/coalesce-values.ts";
import {
  BatchJob,
  CsiVolume,
  definePipeline,
  type KubernetesObject,
  printPipeline,
  ServiceStage,
  StatefulStage,
} from "../../generator/mod.ts";
import { writeAscii } from "../yaml/write-ascii.ts";
import { renderWithHelms, useCharts } from "./render-charts.ts";

/** One branch of a union: what values say of it, and what a pod then has. */
interface Branch {
  readonly given: unknown;
  readonly printed: object;
}

type Branches = Readonly<Record<string, Branch>>;

/** A change from one branch to another, and the name under which it is tried. */
interface Switch {
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

const stages = ["job", "web", "set"] as const;
const image = { repository: "busybox", tag: "1.36" };
const service = { ports: { http: { containerPort: 8080 } }, service: { ports: { http: { port: 80 } } } };

const claimOf = (claimName: string): object => ({ persistentVolumeClaim: { claimName } });

/** The branches of a volume; a claim that the chart makes is called like the stage and the volume. */
const volumes = (stage: string, id: string): Branches => ({
  // A pod may list a claim only once.
  existingClaim: { given: `shared-${id}`, printed: claimOf(`shared-${id}`) },
  claim: { given: { size: "1Gi", accessModes: ["ReadWriteMany"] }, printed: claimOf(`unions-${stage}-${id}`) },
  pipelineVolume: { given: { stage: "workspace", volume: id }, printed: claimOf(`unions-workspace-${id}`) },
  ephemeral: {
    given: { size: "2Gi" },
    printed: {
      ephemeral: {
        volumeClaimTemplate: {
          metadata: { labels: { "app.kubernetes.io/instance": "unions", "app.kubernetes.io/name": stage } },
          spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "2Gi" } } },
        },
      },
    },
  },
  csi: { given: { driver: "inline.example.com" }, printed: { csi: { driver: "inline.example.com" } } },
  emptyDir: { given: { sizeLimit: "1Gi" }, printed: { emptyDir: { sizeLimit: "1Gi" } } },
  configMap: { given: { name: "site" }, printed: { configMap: { name: "site" } } },
  ownConfigMap: { given: "settings", printed: { configMap: { name: `unions-${stage}-settings` } } },
  secret: { given: { secretName: "credentials" }, printed: { secret: { secretName: "credentials" } } },
  projected: {
    given: { sources: [{ configMap: { name: "site" } }] },
    printed: { projected: { sources: [{ configMap: { name: "site" } }] } },
  },
  hostPath: { given: { path: "/var/log" }, printed: { hostPath: { path: "/var/log" } } },
});

const env: Branches = {
  value: { given: "plain", printed: { value: "plain" } },
  valueFrom: {
    given: { secretKeyRef: { name: "credentials", key: "password" } },
    printed: { valueFrom: { secretKeyRef: { name: "credentials", key: "password" } } },
  },
  fromService: {
    given: { stage: "web", port: "http", format: "url" },
    printed: { value: "http://unions-web:80" },
  },
};

const envFrom = (stage: string): Branches => ({
  configMapRef: { given: { name: "site" }, printed: { configMapRef: { name: "site", optional: false } } },
  secretRef: {
    given: { name: "credentials", optional: true },
    printed: { secretRef: { name: "credentials", optional: true } },
  },
  ownConfigMap: { given: "settings", printed: { configMapRef: { name: `unions-${stage}-settings` } } },
});

const same = (name: string, given: object): readonly [string, Branch] => [name, { given, printed: { [name]: given } }];

const probes = Object.fromEntries([
  same("httpGet", { path: "/healthz", port: 8080 }),
  same("tcpSocket", { port: 8080 }),
  same("exec", { command: ["true"] }),
  same("grpc", { port: 9000 }),
]);

const valueFroms = Object.fromEntries([
  same("configMapKeyRef", { name: "site", key: "title" }),
  same("secretKeyRef", { name: "credentials", key: "password" }),
  same("fieldRef", { fieldPath: "metadata.name" }),
  same("resourceFieldRef", { resource: "limits.cpu" }),
]);

const handlers = Object.fromEntries([
  same("httpGet", { path: "/stop", port: 8080 }),
  same("tcpSocket", { port: 8080 }),
  same("exec", { command: ["true"] }),
  same("sleep", { seconds: 5 }),
]);

/** Every change from one branch to another. */
function listSwitches(prefix: string, names: readonly string[]): readonly Switch[] {
  const dashed = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return names.flatMap((from) =>
    names.filter((to) => to !== from).map((to) => ({ id: `${prefix}-${dashed(from)}-to-${dashed(to)}`, from, to })),
  );
}

const volumeSwitches = listSwitches("volume", Object.keys(volumes("", "")));
const envSwitches = listSwitches("V", Object.keys(env)).map((one) => ({ ...one, id: one.id.replaceAll("-", "_") }));
const valueFromSwitches = listSwitches("W", Object.keys(valueFroms)).map((one) => ({
  ...one,
  id: one.id.replaceAll("-", "_"),
}));
const envFromSwitches = listSwitches("source", Object.keys(envFrom("")));
const probeSwitches = listSwitches("probe", Object.keys(probes));
const handlerSwitches = listSwitches("handler", Object.keys(handlers));

function mapSwitches(switches: readonly Switch[], say: (one: Switch) => object): Readonly<Record<string, object>> {
  return Object.fromEntries(switches.map((one) => [one.id, say(one)]));
}

// Each stage has its chart's own copy of the templates.
const pipeline = definePipeline({
  name: "unions",
  version: "0.1.0",
  volumes: { workspace: new CsiVolume({ volumes: mapSwitches(volumeSwitches, () => ({ claim: { size: "1Gi" } })) }) },
  stages: {
    job: new BatchJob({ image }),
    web: new ServiceStage({ image, ...service }),
    set: new StatefulStage({ image, ...service }),
  },
});

function only(branches: Branches, name: string): object {
  return { [name]: branches[name]?.given };
}

function printed(branches: Branches, name: string): object {
  return branches[name]?.printed ?? assert.fail(name);
}

/** The values of one stage: below, all unions have their first branch, above, they are switched to their second. */
function valuesOf(stage: string, file: "below" | "above"): object {
  const say = (branches: Branches, { from, to }: Switch): object =>
    file === "below" ? only(branches, from) : { type: to, ...only(branches, to) };
  return {
    configMaps: { settings: { data: {} } },
    volumes: mapSwitches(volumeSwitches, (one) => ({
      mountPath: `/${one.id}`,
      allowHostPath: true,
      ...say(volumes(stage, one.id), one),
    })),
    env: {
      ...mapSwitches(envSwitches, (one) => say(env, one)),
      ...mapSwitches(valueFromSwitches, (one) => ({ valueFrom: say(valueFroms, one) })),
      SHORT_TO_LONG: file === "below" ? "short" : { value: "long" },
      SHORT_TO_REFERENCE: file === "below" ? "short" : only(env, "valueFrom"),
      LONG_TO_SHORT: file === "below" ? only(env, "valueFrom") : "short",
      SHORT_TO_NOTHING: file === "below" ? "short" : { enabled: false },
    },
    envFrom: mapSwitches(envFromSwitches, (one) => say(envFrom(stage), one)),
    startupProbe: say(probes, { id: "", from: "exec", to: "httpGet" }),
    lifecycle: { preStop: say(handlers, { id: "", from: "exec", to: "sleep" }) },
    sidecars: {
      ...mapSwitches(probeSwitches, (one) => ({
        image,
        startupProbe: say(probes, one),
        livenessProbe: { periodSeconds: 5, ...say(probes, one) },
        readinessProbe: say(probes, one),
      })),
      ...mapSwitches(handlerSwitches, (one) => ({
        image,
        lifecycle: { postStart: say(handlers, one), preStop: say(handlers, one) },
      })),
    },
  };
}

/** What the pod of a stage must hold then. */
function podOf(stage: string): object {
  return {
    volumes: {
      ...mapSwitches(volumeSwitches, ({ id, to }) => ({ name: id, ...printed(volumes(stage, id), to) })),
      tmp: { name: "tmp", emptyDir: {} },
    },
    env: {
      ...mapSwitches(envSwitches, ({ id, to }) => ({ name: id, ...printed(env, to) })),
      ...mapSwitches(valueFromSwitches, ({ id, to }) => ({ name: id, valueFrom: printed(valueFroms, to) })),
      SHORT_TO_LONG: { name: "SHORT_TO_LONG", value: "long" },
      SHORT_TO_REFERENCE: { name: "SHORT_TO_REFERENCE", ...printed(env, "valueFrom") },
      LONG_TO_SHORT: { name: "LONG_TO_SHORT", value: "short" },
    },
    // Sources have no names: they come in the order of their ids.
    envFrom: envFromSwitches.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map(({ to }) => printed(envFrom(stage), to)),
    startupProbe: printed(probes, "httpGet"),
    lifecycle: { preStop: printed(handlers, "sleep") },
    sidecars: {
      ...mapSwitches(probeSwitches, ({ to }) => ({
        startupProbe: printed(probes, to),
        livenessProbe: { periodSeconds: 5, ...printed(probes, to) },
        readinessProbe: printed(probes, to),
      })),
      ...mapSwitches(handlerSwitches, ({ to }) => ({
        lifecycle: { postStart: printed(handlers, to), preStop: printed(handlers, to) },
      })),
    },
  };
}

describe("a union whose branch an environment file switches", () => {
  const files = printPipeline(pipeline);
  const values = (file: "below" | "above"): object =>
    Object.fromEntries(stages.map((stage) => [stage, valuesOf(stage, file)]));
  const own = readYaml(files.get("values.yaml") ?? "") as object; // it is a map of stages
  const directory = useCharts(
    new Map([
      ["unions", files],
      // The same values, but as the chart's own: Helm merges these by another way.
      ["own-values", new Map([...files, ["values.yaml", writeAscii(coalesceValues(own, values("below")))]])],
    ]),
  );
  let rendered: readonly (readonly KubernetesObject[])[] = [];

  before(async () => {
    const write = async (file: "below" | "above"): Promise<string> => {
      const path = join(directory.path, `${file}.yaml`);
      await writeFile(path, writeAscii(values(file)));
      return path;
    };
    const [below, above] = [await write("below"), await write("above")];
    rendered = await renderWithHelms([
      { chart: join(directory.path, "unions"), release: "unions", valuesFiles: [below, above] },
      { chart: join(directory.path, "own-values"), release: "unions", valuesFiles: [above] },
    ]);
  });

  for (const [i, place] of ["another values file", "the chart's own values"].entries()) {
    for (const stage of stages) {
      it(`renders only the branch that its type names, with another left over in ${place}, in the stage ${stage}`, () => {
        assert.deepEqual(readPod(findWorkload(rendered[i], stage)), podOf(stage));
      });
    }

    it(`renders no claim of a volume that was one in ${place}`, () => {
      const claims = rendered[i]
        ?.filter(({ kind }) => kind === "PersistentVolumeClaim")
        .map(({ metadata }) => metadata.name);
      const made = volumeSwitches.filter(({ to }) => to === "claim");
      const expected = [
        ...stages.flatMap((stage) => made.map(({ id }) => `unions-${stage}-${id}`)),
        ...volumeSwitches.map(({ id }) => `unions-workspace-${id}`),
      ];
      assert.deepEqual(claims?.toSorted(), expected.toSorted());
    });
  }
});

interface Container extends Readonly<Record<string, unknown>> {
  readonly name: string;
  readonly env?: readonly { readonly name: string }[];
}

function findWorkload(objects: readonly KubernetesObject[] | undefined, stage: string): KubernetesObject {
  const kinds = ["Job", "Deployment", "StatefulSet"];
  const [workload, ...others] = (objects ?? []).filter(
    ({ kind, metadata }) => kinds.includes(kind) && metadata.name.startsWith(`unions-${stage}`),
  );
  assert.ok(workload !== undefined && others.length === 0);
  return workload;
}

/** The parts of a pod that come from unions, by name. */
function readPod(workload: KubernetesObject): object {
  const { spec } = Object(workload["spec"]).template;
  const containers: readonly Container[] = [...spec.containers, ...(spec.initContainers ?? [])];
  const [main, ...sidecars] = containers;
  const { env, envFrom, startupProbe, lifecycle } = main ?? assert.fail("no container");
  const byName = <T extends { readonly name: string }>(items: readonly T[] = []): object =>
    Object.fromEntries(items.map((item) => [item.name, item]));
  return {
    volumes: byName(spec.volumes),
    env: byName(env),
    envFrom,
    startupProbe,
    lifecycle,
    sidecars: Object.fromEntries(
      sidecars.map(({ name, ...container }) => {
        const hooks = ["startupProbe", "livenessProbe", "readinessProbe", "lifecycle"];
        return [name, Object.fromEntries(Object.entries(container).filter(([key]) => hooks.includes(key)))];
      }),
    ),
  };
}
