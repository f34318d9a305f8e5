import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { format } from "../../generator/chart.ts";
import { library } from "../../generator/library/library.ts";
import { BatchJob, definePipeline, type KubernetesObject, printPipeline } from "../../generator/mod.ts";
import { withSource } from "../../generator/pipeline/define-pipeline.ts";
import { listUnreadableTexts } from "../../generator/values/list-unreadable-texts.ts";
import { validateValues } from "../../generator/values/validate-values.ts";
import { renderAll } from "../charts/render-charts.ts";
import { nastyStrings } from "../yaml/nasty-strings.ts";
import { findKind, findPod, image, useNastyCharts } from "./use-nasty-charts.ts";

const { keys } = format;
const isName = (pattern: string, maxLength = 63) => {
  const legal = new RegExp(pattern);
  return (text: string): boolean => legal.test(text) && text.length <= maxLength;
};
const isVariable = isName(keys.environmentVariable);
const isAnnotation = isName(keys.qualifiedName);
const isConfigMapKey = isName(keys.configMapKey, 253);

/** One entry for each string, under keys without a meaning and, where that is legal, under the string itself. */
function mapOf(strings: readonly string[], isKey: (text: string) => boolean): Readonly<Record<string, string>> {
  const keyed = strings.filter(isKey).map((text) => [text, text]);
  return Object.fromEntries([...strings.map((text, i) => [`KEY${i}`, text]), ...keyed]);
}

/** Values of a batch job with the strings wherever text is free, as keys and as values. */
function valuesWith(strings: readonly string[]) {
  const variables = Object.entries(mapOf(strings, isVariable));
  return {
    image,
    command: [...strings],
    args: [...strings],
    env: Object.fromEntries(variables.map(([name, value], i) => [name, i % 2 === 0 ? value : { value }])),
    commonAnnotations: mapOf(strings, isAnnotation),
    podAnnotations: mapOf(strings, isAnnotation),
    configMaps: { texts: { data: mapOf(strings, isConfigMapKey), annotations: mapOf(strings, isAnnotation) } },
  };
}

/** Asserts that objects with the strings have them all, and nothing else in their place. */
function assertKept(objects: readonly KubernetesObject[], strings: readonly string[]): void {
  const { metadata, spec } = findPod(objects, "Job");
  const container = [...(spec.initContainers ?? []), ...spec.containers].find(({ command }) => command !== undefined);
  assert.deepEqual(container.command, strings);
  assert.deepEqual(container.args, strings);
  const variables = container.env.map(({ name, value }: { name: string; value: unknown }) => [name, value]);
  assert.deepEqual(Object.fromEntries(variables), mapOf(strings, isVariable));
  const pairs = Object.entries(metadata.annotations).filter(([key]) => !key.startsWith("checksum/"));
  const annotations = mapOf(strings, isAnnotation);
  assert.deepEqual(Object.fromEntries(pairs), container === spec.containers[0] ? annotations : {});
  const configMap = findKind(objects, "ConfigMap");
  assert.deepEqual(configMap["data"], mapOf(strings, isConfigMapKey));
  assert.deepEqual(configMap.metadata["annotations"], annotations);
}

const readable = nastyStrings.filter((text) => listUnreadableTexts(text).length === 0);
// Keys that no values of a chart with a schema can have under Helm 3.17.3: it fails to read back what it wrote.
const readableKeys = readable.filter((text) => text !== "<<" && !text.includes("\u0085"));
const unreadable = nastyStrings.filter((text) => !readable.includes(text));
const only = (pattern: RegExp) => readable.filter((text) => pattern.test(text));
const booleans = only(/^(y|n|yes|no|on|off|true|false|null|~)$/i);
const numbers = only(/^[-+]?[.]?[0-9][-0-9a-fox_.:+,]*$/i);
const templates = only(/[{}$%]/);
const broken = only(/[^\x20-\x7e]|^ | $/);

// The pod has the annotations of the last stage.
const { podAnnotations: _, ...inChain } = valuesWith(readable);
// Two stages of a chain, so that the first one is an init container of the second; and descriptions.
const pipeline = withSource(
  definePipeline({
    name: "nasty",
    version: "0.1.0",
    description: 'a: {{ lookup "v1" "Secret" "" "" }} # "b"',
    stages: {
      extract: new BatchJob(inChain),
      load: new BatchJob({ dependsOn: ["extract"], image }),
    },
  }),
  "pipelines/nasty.ts",
);

describe("difficult strings", () => {
  const charts = useNastyCharts(new Map([["nasty", printPipeline(pipeline)]]));

  it("1. strings such as y, n, on, off and NO stay strings", async () => {
    assert(["y", "n", "on", "off", "NO", "~"].every((word) => booleans.includes(word)));
    assertKept(await charts.render("batch-job", valuesWith(booleans)), booleans);
  });

  it('2. "0123", "1e6", "1_000", "0o17" and "~" stay unchanged', async () => {
    assert(["0123", "1e6", "1_000", "0o17"].every((word) => numbers.includes(word)));
    assertKept(await charts.render("batch-job", valuesWith(numbers)), numbers);
    assert.deepEqual(findPod(await charts.render("batch-job", { image, args: ["~"] }), "Job").spec.containers[0].args, [
      "~",
    ]);
  });

  it("10. multi-line with leading spaces, CRLF, U+0085, U+2028, BOM and NUL: exact round trip", async () => {
    const samples = ["  a\nb", "a\r\nb", "\u0085", "\u2028", "\ufeff", "\0", "a\n\n", "\t"];
    assert(samples.every((text) => broken.includes(text)));
    assertKept(await charts.render("batch-job", valuesWith(broken)), broken);
  });

  it("10. DEL and its like: refused in TypeScript and by Helm 3.17.3, exact round trip with Helm 4.1.4", async () => {
    assert(unreadable.includes("\u007f") && unreadable.includes("a\uffff"));
    assert.throws(
      () => new BatchJob({ image, args: ["a\u007f"] }),
      /: args\.0: must be text that every version of Helm can read, got "a\\u007f"$/,
    );
    const render = await charts.place("batch-job", { ...valuesWith(unreadable), tests: { enabled: false } });
    const [objects = []] = await renderAll([render], "4.1.4");
    assertKept(objects, unreadable);
    await assert.rejects(renderAll([render], "3.17.3"), /control characters are not allowed/);
  });

  it("12. {{ lookup }} inside a value stays literal", async () => {
    assert(templates.includes("{{ lookup }}") && templates.includes("{{- end }}"));
    assertKept(await charts.render("batch-job", valuesWith(templates)), templates);
  });

  it("1. to 12. all difficult strings pass through a pipeline's TypeScript, values.yaml and templates", async () => {
    assertKept(await charts.render("nasty", {}), readable);
  });

  it("1. to 12. all difficult strings pass through a user's complete object, as keys and as values", async () => {
    const data = Object.fromEntries(readableKeys.map((text) => [text, text]));
    const texts = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "texts" }, data, list: readable };
    for (const name of ["batch-job", "service-stage", "stateful-stage"]) {
      const objects = await charts.render(name, { image, extraObjects: { texts } });
      const { metadata: _, ...printed } = findKind(objects, "ConfigMap");
      const { metadata: __, ...given } = texts;
      assert.deepEqual(printed, given);
    }
  });

  it("1. to 12. all difficult strings pass through the parameters and attributes of a CSI driver", async () => {
    const texts = Object.fromEntries(readable.map((text, i) => [`key${i}`, text]));
    const csi = { driver: "csi.example.com", volumeHandle: "a: b #c", volumeAttributes: texts };
    // A class has at most 512 parameters.
    const parameters = [readable.slice(0, 512), readable.slice(512)].map((some) =>
      Object.fromEntries(some.map((text, i) => [`key${i}`, text])),
    );
    const [fast, slow] = parameters.map((own) => ({ provisioner: "csi.example.com", parameters: own }));
    const objects = await charts.render("csi-volume", {
      commonAnnotations: texts,
      storageClasses: { fast, slow },
      volumes: { data: { claim: { size: "1Gi" }, static: { csi } } },
    });
    const classes = objects.filter(({ kind }) => kind === "StorageClass");
    assert.deepEqual(
      classes.map((one) => one["parameters"]),
      parameters,
    );
    assert.deepEqual(Object(findKind(objects, "PersistentVolume")["spec"]).csi, csi);
    assert.deepEqual(findKind(objects, "PersistentVolumeClaim").metadata["annotations"], {
      ...texts,
      "helm.sh/resource-policy": "keep",
    });
  });

  it("10. difficult strings that are no legal keys are refused with the path", async () => {
    const [schema] = library.filter(({ name }) => name === "batch-job").map((chart) => chart.schema);
    const maps = {
      env: readableKeys.filter((text) => !new RegExp(keys.environmentVariable).test(text)),
      podAnnotations: readableKeys.filter((text) => !new RegExp(keys.qualifiedName).test(text)),
      "configMaps.texts.data": readableKeys.filter((text) => !isConfigMapKey(text)),
    };
    const of = (texts: readonly string[]) => Object.fromEntries(texts.map((text) => [text, "x"]));
    const values = {
      image,
      env: of(maps.env),
      podAnnotations: of(maps.podAnnotations),
      configMaps: { texts: { data: of(maps["configMaps.texts.data"]) } },
    };
    const wanted = Object.entries(maps).flatMap(([path, texts]) => texts.map((text) => `${path}.${text}`));
    const problems = validateValues(schema ?? {}, values);
    assert.deepEqual(new Set(problems.map(({ path }) => path)), new Set(wanted));
    for (const said of await charts.refuse("batch-job", values)) {
      for (const [path, texts] of Object.entries(maps)) {
        assert(said.includes(path) || said.includes(`/${path.replaceAll(".", "/")}`), path);
        for (const text of texts.filter((one) => /^[-\w.:/ ]+$/.test(one)))
          assert(said.includes(text), `${path}: ${text}`);
      }
    }
  });

  it('11. annotations "true", "5", "1.10" and "a: b" are quoted; numbers and illegal labels are refused', async () => {
    const texts = { a: "true", b: "5", c: "1.10", d: "a: b" };
    const values = { image, podAnnotations: texts, commonAnnotations: texts, serviceAccount: { annotations: texts } };
    const objects = await charts.render("batch-job", values);
    assert.deepEqual(findPod(objects, "Job").metadata.annotations, texts);
    assert.deepEqual(findKind(objects, "ServiceAccount").metadata["annotations"], texts);
    for (const wrong of ["true", "5", "1.10"]) {
      const yaml = `image: {repository: a, tag: "1"}\npodAnnotations: {wrong: ${wrong}}\n`;
      for (const said of await charts.refuse("batch-job", yaml)) assert.match(said, /podAnnotations[./]wrong/);
    }
    const labels = { "a b": "c", team: "a b", "-x": "y", dots: "a.", long: "x".repeat(64), "x/y/z": "a" };
    for (const said of await charts.refuse("batch-job", { image, podLabels: labels })) {
      for (const key of Object.keys(labels)) assert(said.includes(key), key);
    }
  });
});
