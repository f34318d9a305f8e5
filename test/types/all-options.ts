import type {
  BatchJobOptions,
  CsiVolumeOptions,
  ServiceStageOptions,
  StatefulStageOptions,
} from "../../generator/mod.ts";

/** What stages are made of, by the chart of each. */
export interface AllOptions {
  readonly "batch-job": BatchJobOptions;
  readonly "csi-volume": CsiVolumeOptions;
  readonly "service-stage": ServiceStageOptions;
  readonly "stateful-stage": StatefulStageOptions;
}
