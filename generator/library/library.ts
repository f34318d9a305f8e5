/** The library charts. */
import type { Chart } from "../chart/define-chart.ts";
import { batchJob } from "./batch-job/chart.ts";
import { csiVolume } from "./csi-volume/chart.ts";
import { serviceStage } from "./service-stage/chart.ts";
import { statefulStage } from "./stateful-stage/chart.ts";

/** The charts for the stages of pipelines; each can also be installed alone. */
export const library: readonly Chart[] = [batchJob, csiVolume, serviceStage, statefulStage];
