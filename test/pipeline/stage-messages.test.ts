import assert from "node:assert/strict";
import { after, before, describe, it } from "mocha";
import { type BundledVersion, findHelm } from "../../cli/helm/find-helm.ts";
import type { Chart } from "../../generator/chart.ts";
import { ChartStage } from "../../generator/chart.ts";
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import { evaluateChart } from "../../generator/evaluate/evaluate-chart.ts";
import { csiVolume } from "../../generator/library/csi-volume/chart.ts";
import { library } from "../../generator/library/library.ts";
import { BatchJob, definePipeline, type Pipeline, ServiceStage } from "../../generator/mod.ts";
import { evaluatePipeline } from "../../generator/pipeline/evaluate-pipeline.ts";
import { refusedValues } from "../../mutation/charts/cases/refused-values.ts";
import { overPreset } from "../../mutation/charts/subject.ts";
import { bothHelms, helmVersions } from "../helm-versions.ts";
import { pipelineSubject } from "../property/pipeline-subject.ts";
import { type CaseRenderer, createCaseRenderer } from "../property/render-cases.ts";
import { PLAIN_RELEASE as release, type Subject } from "../property/subject.ts";

const image = { repository: "busybox", tag: "1.36" };

/** A pipeline whose stage `extract` has a chart. */
function pipelineOf(chart: Chart): Pipeline {
  const values = chart === csiVolume ? { volumes: { data: { claim: { size: "1Gi" } } } } : { image };
  const stage = new ChartStage(chart as Chart<never>, values as never); // its required values
  const load = new BatchJob({ image });
  const parts =
    chart === csiVolume ? { volumes: { extract: stage }, stages: { load } } : { stages: { load, extract: stage } };
  return definePipeline({ name: "etl", version: "0.1.0", ...parts } as Parameters<typeof definePipeline>[0]); // of any chart
}

function refusalOf(render: () => unknown): string {
  try {
    render();
    return "";
  } catch (error) {
    assert.ok(error instanceof Error && error.name === "RenderError", String(error));
    return error.message;
  }
}

interface Refused {
  readonly values: Values;
  /** What the chart says when it is installed alone. */
  readonly alone: string;
}

/** What a chart refuses both alone and as a stage, which has an image already and no test of its own. */
function listRefused(chart: Chart): readonly Refused[] {
  return (refusedValues[chart.name] ?? [])
    .filter((values) => chart === csiVolume || ("image" in values && !("tests" in values)))
    .map((values) => (chart === csiVolume ? values : overPreset(values)))
    .map((values) => ({ values, alone: refusalOf(() => evaluateChart(chart, { values })) }))
    .filter(({ alone }) => !/^image\.|helm test$/.test(alone));
}

/** One in eight messages that are alike but for texts and numbers; each turn has others. */
function someOf(refused: readonly Refused[], turn: number): readonly Refused[] {
  const byShape = new Map(refused.map((one) => [one.alone.replaceAll(/"[^"]*"|\d+/g, ""), one]));
  return [...byShape.values()].filter((_, i) => i % 8 === 4 * turn);
}

describe("messages of guards in a pipeline name the stage, whichever file fails first", () => {
  const renderers = new Map<BundledVersion, CaseRenderer>();
  before(async () => {
    for (const version of helmVersions) renderers.set(version, await createCaseRenderer(await findHelm({ version })));
  });
  after(async () => {
    for (const renderer of renderers.values()) await renderer.close();
  });

  async function assertRefused(
    version: BundledVersion,
    subject: Subject,
    cases: readonly { values: Values; message: string }[],
  ): Promise<void> {
    // Each alone: the first refusal ends a render.
    for (const { values, message } of cases) {
      const rendered = await renderers.get(version)?.render([{ alias: "c0", subject, values }], release);
      const result = rendered?.get("c0");
      const said = result !== undefined && "refusal" in result ? result.refusal : "nothing";
      assert.ok(said.includes(`: ${message}\n`), `${message}\n${said}\n${JSON.stringify(values)}`);
    }
  }

  for (const chart of library) {
    const pipeline = pipelineOf(chart);
    const refused = listRefused(chart);
    const inPipeline = (some: readonly Refused[]) =>
      some.map(({ values, alone }) => ({ values: { extract: values }, message: `extract: ${alone}` }));

    it(`in process, for each of ${refused.length} values that ${chart.name} refuses`, () => {
      assert.ok(refused.length > 5);
      for (const { values, message } of inPipeline(refused)) {
        const found = refusalOf(() => evaluatePipeline(pipeline, { values, release }));
        assert.equal(found, message, JSON.stringify(values));
      }
    });

    for (const version of helmVersions) {
      it(`under Helm ${version}, for some messages of ${chart.name}`, async () => {
        await assertRefused(
          version,
          pipelineSubject(pipeline),
          inPipeline(someOf(refused, bothHelms.indexOf(version))),
        );
      }).timeout(300_000);
    }
  }

  it("and the variable whose fromService is wrong, or the container of an image without a name", async () => {
    const serve = new ServiceStage({
      image,
      ports: { http: { containerPort: 80 } },
      service: { ports: { http: { port: 80 } } },
    });
    const stages = { serve, load: new BatchJob({ image }) };
    const pipeline = definePipeline({ name: "etl", version: "0.1.0", stages });
    const inService = (port: string, stage = "serve"): Values => ({
      STORE: { fromService: { stage, port, format: "url" } },
    });
    const cases = [
      {
        values: { load: { env: inService("http", "none") } },
        message: 'load: env.STORE.fromService: no stage "none" with a Service in this pipeline',
      },
      {
        values: { load: { sidecars: { proxy: { image, env: inService("grpc") } } } },
        message: 'load: sidecars.proxy.env.STORE.fromService: stage "serve" has no port "grpc"',
      },
      {
        values: { serve: { initContainers: { wait: { image: { tag: "1" } } } } },
        message: "serve: initContainers.wait.image.repository is required",
      },
      {
        values: { load: { networkPolicy: { enabled: true, toStages: ["none"] } } },
        message: 'load: networkPolicy.toStages: no stage "none" in this pipeline',
      },
    ];
    for (const { values, message } of cases)
      assert.equal(
        refusalOf(() => evaluatePipeline(pipeline, { values, release })),
        message,
      );
    for (const version of helmVersions) await assertRefused(version, pipelineSubject(pipeline), cases);
  }).timeout(60_000);
});
