/** Renders pipelines with Helm and in process: both must agree. */
import assert from "node:assert/strict";
import { after, before } from "mocha";
import { findHelm } from "../../cli/helm/find-helm.ts";
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import { RenderedObjects } from "../../generator/evaluate/rendered-objects.ts";
import type { Pipeline } from "../../generator/mod.ts";
import { oncePer } from "../../generator/once-per.ts";
import { isKubernetesObject } from "../../generator/rules/kubernetes-object.ts";
import { helmVersions } from "../helm-versions.ts";
import { type Computed, checkRenders, computeCase } from "../property/check-cases.ts";
import { pipelineSubject } from "../property/pipeline-subject.ts";
import { type CaseRenderer, createCaseRenderer } from "../property/render-cases.ts";
import { PLAIN_RELEASE as release } from "../property/subject.ts";

// A pipeline is printed and written once, however often it is rendered.
const subjectOf = oncePer((pipeline: Pipeline) => pipelineSubject(pipeline));

/** Renders in which Helm and the evaluator agree; the schema is not asked. */
export interface Renders {
  /** The objects of a pipeline with values. */
  render(pipeline: Pipeline, values?: Values): Promise<RenderedObjects>;
  /** The message with which values are refused. */
  refusal(pipeline: Pipeline, values: Values): Promise<string>;
}

/** Makes renders for the tests of the enclosing `describe`. */
export function useRenders(): Renders {
  const renderers = new Map<string, CaseRenderer>();
  before(async () => {
    for (const version of helmVersions) {
      renderers.set(version, await createCaseRenderer(await findHelm({ version })));
    }
  });
  after(async () => {
    for (const renderer of renderers.values()) await renderer.close();
  });
  const agree = async (pipeline: Pipeline, values: Values): Promise<Computed> => {
    // Under another alias, its objects would have other names.
    const one = { alias: pipeline.name, subject: subjectOf(pipeline), values };
    const own = computeCase(one, release);
    const context = { renderers, release, computed: new Map([[one.alias, own]]), mostRefused: 1 };
    assert.deepEqual(await checkRenders([one], context), []);
    return own;
  };
  return {
    async render(pipeline, values = {}) {
      const computed = await agree(pipeline, values);
      assert.ok("objects" in computed, "refusal" in computed ? computed.refusal : "");
      return new RenderedObjects(computed.objects.filter(isKubernetesObject));
    },
    async refusal(pipeline, values) {
      const computed = await agree(pipeline, values);
      assert.ok("refusal" in computed, "the values are taken");
      return computed.refusal;
    },
  };
}
