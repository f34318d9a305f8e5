// Generated from generator/pipeline/environments/pipeline-model.ts; do not edit: run npm run generate.
/** The types of values, as they may be written. */
import type { GlobalOverrides } from "../../library/common/options.ts";
import type { ExtraObjectOverrides } from "../../values/objects/extra-object.ts";

/** The values that an environment sets of all stages at once */
export interface PipelineOverrides {
  /** Shared by all charts of an umbrella; keys of other charts are allowed */
  readonly global?: GlobalOverrides | undefined;
  /** Part of the names and selectors of all objects, after that of the release; empty: the alias under which an umbrella has the pipeline, if it has one. Another one makes new claims */
  readonly nameOverride?: string | undefined;
  /** The tests of helm test, which check all Jobs, Services and volumes */
  readonly tests?: PipelineTestsOverrides | undefined;
  /** Additional Kubernetes objects, by id; they get the chart's labels. A map with the single key $from stands for a name, the selector labels, a claim or an address of the chart or of a stage */
  readonly extraObjects?: { readonly [name: string]: ExtraObjectOverrides | undefined } | undefined;
}

/** The tests of helm test, which check all Jobs, Services and volumes */
export interface PipelineTestsOverrides {
  /**
   * Whether the chart has tests for helm test
   * @default true
   */
  readonly enabled?: boolean | undefined;
  /**
   * Timeout of a test, in seconds
   * @default 300
   */
  readonly timeoutSeconds?: number | undefined;
}
