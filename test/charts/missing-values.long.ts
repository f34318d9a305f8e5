import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { before, describe, it } from "mocha";
import { readYaml } from "../../cli/yaml/read-yaml.ts";
import reference from "../../examples/reference-pipeline/reference-pipeline.ts";
import { checkObjects, type Files, formatFinding } from "../../generator/mod.ts";
import { placeFiles } from "../cli/sample-chart.ts";
import { writeAscii } from "../yaml/write-ascii.ts";
import {
  listVariants,
  printCharts,
  type Render,
  renderAll,
  renderOf,
  renderWithHelms,
  sortObjects,
  useCharts,
} from "./render-charts.ts";
import { external, richValues } from "./rich-values.ts";

const minimal = { image: { repository: "busybox", tag: "1.36" } };
/** An entry of a map, not the default of a key: it is unknown whether it was removed or never existed. */
const tmp = { volumes: { tmp: { mountPath: "/tmp", allContainers: true, emptyDir: {} } } };
const workloads = ["batch-job", "service-stage", "stateful-stage"] as const;

describe("a chart whose defaults are taken away", () => {
  const charts = printCharts();
  const directory = useCharts(charts);
  const place = async (name: string, values: object): Promise<string> => {
    const path = join(directory.path, name);
    await writeFile(path, writeAscii(values));
    return path;
  };
  /** Renders with the Helms of a run, and asserts that all renders have the objects of the first one. */
  const assertAlike = async (...renders: readonly Render[]): Promise<void> => {
    const [expected = [], ...others] = await renderWithHelms(renders);
    for (const objects of others) assert.deepEqual(sortObjects(objects), sortObjects(expected));
    const findings = checkObjects(expected, { releaseNamespace: "default", external });
    assert.deepEqual(findings.map(formatFinding), []);
  };

  for (const name of workloads) {
    it(`has them all where null takes them away by a file or by --set: ${name}`, async () => {
      const { volumes: _, ...defaults } = Object(readYaml(charts.get(name)?.get("values.yaml") ?? ""));
      const { image: __, ...keys } = nullify(defaults, 1);
      const chart = join(directory.path, name);
      const own = await place("minimal.yaml", minimal);
      const render = { chart, valuesFiles: [own] };
      await assertAlike(
        render,
        { chart, valuesFiles: [own, await place("keys.yaml", keys)] },
        { chart, valuesFiles: [own, await place("fields.yaml", nullify(defaults, 2))] },
        { ...render, set: Object.keys(keys).map((key) => `${key}=null`) },
      );
    });
  }

  it("has them all where null takes them away in a stage of a pipeline", async () => {
    const nulls = {
      serve: { podSecurityContext: null, securityContext: null, serviceAccount: null, podSecurity: null },
      extract: { podSecurityContext: null, securityContext: null },
      load: {
        podSecurityContext: { runAsNonRoot: null, runAsUser: null, fsGroup: null, seccompProfile: null },
        securityContext: { capabilities: null, allowPrivilegeEscalation: null, readOnlyRootFilesystem: null },
      },
      store: { headless: null, persistentVolumeClaimRetentionPolicy: null, podSecurityContext: { runAsNonRoot: null } },
      report: { cron: { concurrencyPolicy: null }, job: null },
    };
    const chart = join(directory.path, reference.name);
    await assertAlike({ chart }, { chart, valuesFiles: [await place("pipeline-nulls.yaml", nulls)] });
  });

  it("is refused where null takes away what has no default", async () => {
    const valuesFiles = [await place("minimal.yaml", minimal)];
    const render = renderAll([{ chart: join(directory.path, "batch-job"), valuesFiles, set: ["image=null"] }]);
    await assert.rejects(render, /missing property 'image'/);
  });

  it("stays restricted where null takes the security contexts away", async () => {
    const valuesFiles = [await place("minimal.yaml", minimal)];
    const set = ["podSecurity=null", "podSecurityContext=null", "securityContext=null", "serviceAccount=null"];
    const [objects = []] = await renderAll([{ chart: join(directory.path, "batch-job"), valuesFiles, set }]);
    const job = objects.find(({ kind }) => kind === "Job");
    const { automountServiceAccountToken, securityContext, containers } = Object(job?.["spec"]).template.spec;
    assert.equal(automountServiceAccountToken, false);
    assert.deepEqual(securityContext, {
      runAsNonRoot: true,
      runAsUser: 65532,
      runAsGroup: 65532,
      fsGroup: 65532,
      fsGroupChangePolicy: "OnRootMismatch",
      seccompProfile: { type: "RuntimeDefault" },
    });
    assert.deepEqual(containers[0].securityContext, {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
  });

  describe("by values of an older version, which lack its keys", () => {
    const variants = listVariants(charts);
    const emptied = useCharts(new Map([...charts].map(([name, files]) => [name, withoutDefaults(files)])));
    before(async () => {
      const stages = [...reference.parts].filter(([, { stage }]) => stage.chart.name !== "csi-volume");
      const pipelineTmp = Object.fromEntries(stages.map(([stage]) => [stage, tmp]));
      const more = [...workloads.map((name) => [name, tmp] as const), [reference.name, pipelineTmp] as const];
      const texts = more.map(([name, values]): [string, string] => [`${name}/tmp.yaml`, writeAscii(values)]);
      await placeFiles(emptied.path, new Map([...texts, ["csi-volume/tmp.yaml", "{}\n"]]));
    });

    it("renders to the same objects", async () => {
      const expected = await renderAll(variants.map((variant) => renderOf(directory.path, variant)));
      const rendered = await renderAll(
        variants.map(({ valuesFiles, ...variant }) =>
          renderOf(emptied.path, { ...variant, valuesFiles: [`${variant.chart}/tmp.yaml`, ...valuesFiles] }),
        ),
      );
      for (const [i, { title }] of variants.entries()) {
        assert.deepEqual(sortObjects(rendered[i]), sortObjects(expected[i]), title);
      }
    });
  });
});

describe("entries that another file switches off", () => {
  const directory = useCharts();

  for (const [name, rich] of Object.entries(richValues)) {
    it(`render no rest of a template: ${name}`, async () => {
      const valuesFiles = [];
      // A probe at the name of a port needs the port.
      const probes = "livenessProbe" in rich ? { livenessProbe: { tcpSocket: { port: 8080 } } } : {};
      const off = { ...switchOff(rich), ...probes };
      const others = { ...withoutEntries(rich), ...probes };
      for (const [file, values] of Object.entries({ rich, off, others })) {
        const path = join(directory.path, `${name}-${file}.yaml`);
        await writeFile(path, writeAscii(values));
        valuesFiles.push(path);
      }
      const [below = "", above = "", alone = ""] = valuesFiles;
      const chart = join(directory.path, name);
      const [left, expected] = await renderWithHelms([
        { chart, valuesFiles: [below, above] },
        { chart, valuesFiles: [alone] },
      ]);
      assert.deepEqual(sortObjects(left), sortObjects(expected));
    });
  }
});

/** Null in the place of every value, maps down to a depth. */
function nullify(values: object, depth: number): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]: [string, unknown]) => [
      key,
      depth > 1 && isMap(value) && Object.keys(value).length > 0 ? nullify(value, depth - 1) : null,
    ]),
  );
}

/** A chart without defaults: a library chart's own, or those of a pipeline's subcharts. */
function withoutDefaults(files: Files): Files {
  const hasSubcharts = [...files.keys()].some((path) => path.startsWith("charts/"));
  return new Map(
    [...files].map(([path, text]) => {
      const isDefaults = hasSubcharts ? /^charts\/[^/]+\/values\.yaml$/.test(path) : path === "values.yaml";
      return [path, isDefaults ? "{}\n" : text];
    }),
  );
}

// The keys whose entries have a switch, the objects that are one switch themselves, and the lists.
const maps = [
  "env",
  "envFrom",
  "ports",
  "configMaps",
  "initContainers",
  "sidecars",
  "volumes",
  "extraObjects",
  "persistence",
];
const switched = [...maps, "storageClasses", "service", "ingress"];
const switches = ["autoscaling", "networkPolicy"];
const lists = ["command", "args", "tolerations"];

function switchOff(values: object): object {
  const off = (key: string, value: unknown): unknown => {
    if (lists.includes(key)) return [];
    if (switches.includes(key)) return { enabled: false };
    if (key === "service" || key === "ingress") return { enabled: false, ...switchOffIn(value) };
    return mapEntries(value, () => ({ enabled: false }));
  };
  const entries = Object.entries(values).filter(([key]) => [...switched, ...switches, ...lists].includes(key));
  return Object.fromEntries(entries.map(([key, value]) => [key, off(key, value)]));
}

// The ports of a Service, the hosts of an Ingress.
function switchOffIn(value: unknown): object {
  const inner = Object.entries(Object(value)).filter(([, entry]) => isMap(entry));
  return Object.fromEntries(inner.map(([key, entry]) => [key, mapEntries(entry, () => ({ enabled: false }))]));
}

function withoutEntries(values: object): object {
  return Object.fromEntries(
    Object.entries(values).filter(([key]) => ![...switched, ...switches, ...lists].includes(key)),
  );
}

function mapEntries(value: unknown, say: () => object): object {
  return Object.fromEntries(Object.keys(Object(value)).map((key) => [key, say()]));
}

function isMap(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
