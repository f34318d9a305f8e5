// Generated from generator/pipeline/environments/pipeline-model.ts; do not edit: run npm run generate.
// Longer than most files: it has an interface for each object of the values.
/** What may be written where values are. */
import type { GlobalOverrides } from "../../library/common/options.ts";

/** What an environment sets of all stages at once */
export interface PipelineOverrides {
  /** Shared by all charts of an umbrella; keys of other charts are allowed */
  readonly global?: GlobalOverrides | undefined;
  /** What helm test runs: it looks at all Jobs, Services and volumes */
  readonly tests?: PipelineTestsOverrides | undefined;
}

/** What helm test runs: it looks at all Jobs, Services and volumes */
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
