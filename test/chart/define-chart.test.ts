import assert from "node:assert/strict";
import Type from "typebox";
import { defineTemplate } from "../../generator/chart/chart-template.ts";
import { checkName, checkVersion, defineChart, helpersOf } from "../../generator/chart/define-chart.ts";
import { Define, include } from "../../generator/expression/define.ts";
import { valuesOf } from "../../generator/expression/reference.ts";
import { text } from "../../generator/functions/strings.ts";
import { closed } from "../../generator/values/model.ts";
import { definition, v, values } from "./sample-chart.ts";

const description = "For tests";
const refuses = (change: object, message: string | RegExp, name = "ChartError"): void => {
  assert.throws(() => defineChart({ ...definition, ...change }), { name, message });
};

describe("defineChart()", () => {
  it("defineChart() adds the schema and what the templates use", () => {
    const chart = defineChart(definition);
    assert.equal(chart.schema.title, "sample");
    assert.deepEqual([...chart.collected.defines.keys()], ["sample.configMap", "sample.fullname"]);
    assert.deepEqual([...chart.collected.functions.keys()].sort(), ["fitName", "yaml"]);
    assert.deepEqual([...chart.collected.values].sort(), ["data", "name", "size"]);
  });

  it("defineChart() prints each named template of its contract, also one that no template of its own includes", () => {
    const drawn = { kind: "volume", object: () => "ConfigMap", details: () => [] } as const;
    const namespace = new Define<string>("sample.namespace", "string", v.name, "The namespace of the objects.");
    const chart = defineChart({ ...definition, stage: { role: "volume", drawn, namespace } });
    assert.ok(helpersOf(chart).includes(namespace as Define));
  });

  it("defineChart() refuses a name that cannot be one", () => {
    for (const name of [
      "..",
      "a/b",
      "Sample",
      "sample_chart",
      "",
      "-a",
      "a-",
      "1a",
      "a.b",
      "a b",
      "x".repeat(51),
      "é",
      "a\n",
    ]) {
      refuses(
        { name },
        `Cannot define chart "${name}": name: expected small letters, digits and dashes, a letter first, at most 50 characters, got ${JSON.stringify(name)}`,
      );
    }
  });

  it("defineChart() refuses an unknown role of its stage, and names the nearest", () => {
    const drawn = { kind: "job", object: () => "Job", details: () => [] };
    const wanted = '"batch", "server" or "volume"';
    const message = `Cannot define chart "sample": stage.role: expected ${wanted}, got "btch" (did you mean "batch"?)`;
    refuses({ stage: { role: "btch", drawn } }, message);
    refuses({ stage: { drawn } }, `Cannot define chart "sample": stage.role: expected ${wanted}, got nothing`);
  });

  it("defineChart() refuses a version that is not semantic", () => {
    for (const version of [
      "1.2",
      "1",
      "v1.2.3",
      "1.2.3.4",
      "01.2.3",
      "1.2.3-",
      "1.2.3+",
      "1.2.x",
      "",
      "latest",
      "1.2.3 ",
      "1.2.3\n",
    ]) {
      refuses(
        { version },
        `Cannot define chart "sample": version: expected a semantic version such as 1.2.0, got ${JSON.stringify(version)}`,
      );
    }
  });

  it("defineChart() refuses values that no template uses", () => {
    refuses({ notes: [] }, 'Cannot define chart "sample": size: expected a template that uses the value, got none');
    refuses({ notes: [], templates: [] }, /: name, data, size: expected a template that uses the value, got none$/);
  });

  it("defineChart() counts the notes and the exports as uses", () => {
    const size = new Define<string>("sample.size", "string", v.size, "");
    assert.doesNotThrow(() => defineChart({ ...definition, notes: [], exports: [size] }));
  });

  it("defineChart() refuses named templates of other charts", () => {
    const other = new Define<string>("sampel.name", "string", v.name, "");
    refuses(
      { notes: [text`${include(other)} ${v.size as never}`] },
      'Cannot define chart "sample": named templates: expected names that start with "sample.", got sampel.name',
    );
    const template = defineTemplate({ chartName: "other", kind: "secret", source: "", documents: {} });
    refuses(
      { templates: [...definition.templates, template] },
      'Cannot define chart "sample": named templates: expected names that start with "sample.", got other.secret',
    );
  });

  it("defineChart() refuses a schema that refers to another file, or to itself", () => {
    const withSize = (size: object): object => ({ ...values, properties: { ...values.properties, size } });
    refuses(
      { values: withSize(Type.Ref("https://example.com/size.json")) },
      'Cannot define chart "sample": values.properties.size.$ref: expected a reference to a definition of Kubernetes, ' +
        '#/definitions/NAME, got "https://example.com/size.json"',
    );
    const tree: { properties: Record<string, object> } = { properties: {} };
    tree.properties["left"] = tree;
    refuses(
      { values: withSize(tree) },
      'Cannot define chart "sample": values.properties.size.properties.left: expected a schema without cycles, ' +
        "got one that contains itself",
    );
  });

  it("defineChart() refuses ci values that the schema refuses, and names the file", () => {
    refuses(
      { ci: { good: {}, bad: { name: "A", sise: "1Gi" } } },
      `Cannot use ci/bad-values.yaml of chart sample:
  sise: unknown key, did you mean "size"?
  name: must be empty or a DNS label (lower case letters, digits and "-", a letter or digit at both ends), got "A"`,
      "ValuesError",
    );
  });

  it("defineChart() refuses two templates with one file", () => {
    for (const kind of ["configMap", "config-map"]) {
      const again = defineTemplate({ chartName: "sample", kind, source: "", documents: {} });
      refuses(
        { templates: [...definition.templates, again] },
        'Cannot define chart "sample": templates: expected a file for each template, got two of the name config-map.yaml',
      );
    }
  });

  it("defineChart() refuses a ci file whose name is no name", () => {
    for (const file of ["../evil", "a/b", "", "A", "a b"]) {
      refuses(
        { ci: { [file]: {} } },
        `Cannot define chart "sample": ci: expected file names of small letters, digits and dashes, got ${JSON.stringify(file)}`,
      );
    }
  });
});

describe("defineChart(), of a chart with a stage contract", () => {
  const { size: _, ...properties } = values.properties;
  const named = closed({ ...properties, dependsOn: Type.String({ description, default: "" }) }, { description });
  const change = { values: named, notes: [valuesOf<{ dependsOn: string }>(named).dependsOn], ci: {} };
  const stage = { role: "batch", drawn: { kind: "batch", object: () => "Job", details: () => [] } } as const;

  it("defineChart() refuses a value that a stage takes for its dependencies", () => {
    refuses(
      { ...change, stage },
      'Cannot define chart "sample": values.dependsOn: expected another name: each stage has an option dependsOn, with the names of the stages that it depends on, got "dependsOn"',
    );
    defineChart({ ...definition, ...change });
    defineChart({ ...definition, stage });
  });
});

describe("checkName()", () => {
  it("checkName() accepts small letters, digits and dashes", () => {
    for (const name of ["a", "batch-job", "a1", "a--b", "x".repeat(50)]) assert.doesNotThrow(() => checkName(name));
  });
});

describe("checkVersion()", () => {
  it("checkVersion() accepts semantic versions", () => {
    for (const version of ["0.1.0", "1.2.3", "10.20.30", "1.0.0-rc.1", "1.0.0+build.5", "1.0.0-a-b.1+c-d"]) {
      assert.doesNotThrow(() => checkVersion("a", version));
    }
  });
});

describe("helpersOf()", () => {
  it("helpersOf() are the named templates without a file of their own", () => {
    assert.deepEqual(
      helpersOf(defineChart(definition)).map(({ name }) => name),
      ["sample.fullname"],
    );
  });
});
