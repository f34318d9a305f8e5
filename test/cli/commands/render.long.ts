import assert from "node:assert/strict";
import { join } from "node:path";
import { beforeEach, describe, it } from "mocha";
import { readManifests } from "../../../scripts/lib/read-manifests.ts";
import { placeFiles, sampleChart } from "../sample-chart.ts";
import { useProject } from "../use-project.ts";

describe("chartwright render", () => {
  const project = useProject();

  beforeEach(async () => {
    const environments = [
      ["environments/dev.yaml", "greeting: dev\n"],
      ["environments/prod.yaml", "greeting: prod\nreplicas: 3\n"],
    ] as const;
    await placeFiles(join(project.path, "charts/sample"), new Map([...sampleChart, ...environments]));
  });

  /** Renders and gives the data of the chart's ConfigMap. */
  async function renderData(args: readonly string[]): Promise<unknown> {
    const { code, stdout, stderr } = await project.run(["render", "charts/sample", ...args]);
    assert.deepEqual([code, stderr], [0, ""]);
    return Object(readManifests(stdout).find(({ kind }) => kind === "ConfigMap"));
  }

  it("chartwright render prints the objects of a chart with its defaults", async () => {
    assert.deepEqual(await renderData([]), {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "sample", namespace: "default" },
      data: { greeting: "hello", replicas: "1" },
    });
  });

  it("chartwright render adds an environment, then values files, in their order", async () => {
    await project.place({ "a.yaml": "replicas: 4\n", "b.yaml": "replicas: 5\n" });
    const { data } = Object(await renderData(["--env", "prod"]));
    assert.deepEqual(data, { greeting: "prod", replicas: "3" });
    const { data: overridden } = Object(await renderData(["-f", "a.yaml", "--env=prod", "--values", "b.yaml"]));
    assert.deepEqual(overridden, { greeting: "prod", replicas: "5" });
  });

  it("chartwright render takes the names of release and namespace", async () => {
    const { metadata } = Object(await renderData(["--release", "mine", "--namespace", "here"]));
    assert.deepEqual(metadata, { name: "mine", namespace: "here" });
  });

  const mistakes: readonly (readonly [title: string, args: readonly string[], message: string])[] = [
    [
      "an unknown environment, with the nearest one",
      ["charts/sample", "--env", "prd"],
      'Cannot render "charts/sample": --env: expected one of dev, prod, got "prd"; did you mean "prod"?',
    ],
    [
      "an environment that is a path",
      ["charts/sample", "--env", "../environments/prod"],
      'Cannot render "charts/sample": --env: expected one of dev, prod, got "../environments/prod"',
    ],
    [
      "an environment of a chart without any",
      ["charts/sample/charts/child", "--env", "prod"],
      'Cannot render "charts/sample/charts/child": --env: expected none, because none is defined, got "prod"',
    ],
    [
      "a directory that is no chart",
      ["charts"],
      'Cannot read the chart "charts": expected a directory with Chart.yaml, got none',
    ],
    ["no chart", ["--env", "prod"], "missing required argument 'chart'\nUsage: chartwright render [options] <chart>"],
  ];

  for (const [title, args, message] of mistakes) {
    it(`chartwright render refuses ${title}`, async () => {
      const result = await project.run(["render", ...args]);
      assert.deepEqual(result, { code: 1, stdout: "", stderr: `error: ${message}\n` });
    });
  }

  it("chartwright render prints Helm's message about wrong values", async () => {
    await project.place({ "wrong.yaml": "replicas: many\n" });
    const { code, stdout, stderr } = await project.run(["render", "charts/sample", "-f", "wrong.yaml"]);
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(
      stderr,
      /^error: Cannot render the chart "charts\/sample": helm ended with code 1: .*\/replicas'?: got string, want integer/s,
    );
  });

  it("chartwright render says how to get a Helm where there is none", async () => {
    const variables = { HELM: join(project.path, "no-helm") };
    const { code, stderr } = await project.run(["render", "charts/sample"], variables);
    assert.equal(code, 1);
    const message = `error: Cannot run Helm "${project.path}/no-helm" (from the variable HELM): there is no such file\n`;
    assert(stderr.startsWith(message), stderr);
  });
});
