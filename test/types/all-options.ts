import type {
  BatchJobOptions,
  CsiVolumeOptions,
  ServiceStageOptions,
  StatefulStageOptions,
} from "../../generator/mod.ts";
import type { collector } from "../own-charts/collector.ts";
import type { migration } from "../own-charts/migration.ts";
import type { scratch } from "../own-charts/scratch.ts";

/** What stages are made of, by the chart of each. */
export interface AllOptions {
  readonly "batch-job": BatchJobOptions;
  readonly "csi-volume": CsiVolumeOptions;
  readonly "service-stage": ServiceStageOptions;
  readonly "stateful-stage": StatefulStageOptions;
  readonly collector: NonNullable<(typeof collector)["options"]>;
  readonly migration: NonNullable<(typeof migration)["options"]>;
  readonly scratch: NonNullable<(typeof scratch)["options"]>;
}
