/** stateful-stage: replicas with storage and a network identity of their own. */
import { type ChartTemplate, defineTemplate } from "../../chart/chart-template.ts";
import { type Chart, defineChart } from "../../chart/define-chart.ts";
import type { Documents } from "../../manifest/input.ts";
import { createTestTemplate, defineTested } from "../workload/helm-test/helm-test.ts";
import { workloadStage } from "../workload/stage.ts";
import { createWorkload } from "../workload/workload.ts";
import { createAddresses, createAwaited, type StatefulAddresses } from "./address.ts";
import { drawn } from "./drawing.ts";
import { notes } from "./notes.ts";
import { createClientService, createHeadlessService } from "./services.ts";
import { createStatefulSet } from "./stateful-set.ts";
import { type StatefulStageValues, values } from "./values.ts";

const chartName = "stateful-stage";
const workload = createWorkload<StatefulStageValues, StatefulAddresses>({
  chartName,
  model: values,
  controller: "StatefulSet",
  moreVolumes: (v) => v.persistence,
  addresses: createAddresses,
});
const { names: stageNames, address } = workload.addresses;
const awaited = createAwaited(workload, address);
const tested = defineTested(chartName, workload, awaited);

const template = (kind: string, file: string, documents: Documents): ChartTemplate =>
  defineTemplate({ chartName, kind, source: `generator/library/stateful-stage/${file}`, documents });

/** The chart stateful-stage. */
export const statefulStage: Chart = defineChart({
  name: chartName,
  version: "0.1.0",
  description: "Replicas with storage and a network identity of their own",
  keywords: ["statefulset", "database", "storage", "data-pipeline"],
  source: "generator/library/stateful-stage/chart.ts",
  values,
  valuesSource: "generator/library/stateful-stage/values.ts",
  templates: [
    template("statefulSet", "stateful-set.ts", createStatefulSet(workload, stageNames)),
    template("headlessService", "services.ts", createHeadlessService(workload, stageNames)),
    template("service", "services.ts", createClientService(workload, stageNames)),
    ...workload.templates,
    createTestTemplate(chartName, "service", workload, tested),
  ],
  notes: notes(workload, stageNames),
  stage: { role: "server", ...workloadStage(workload), address, awaited, tested, drawn },
  ci: {
    default: {
      image: { repository: "busybox", tag: "1.36" },
      command: ["httpd", "-f", "-p", "8080", "-h", "/tmp"],
      ports: { http: { containerPort: 8080 } },
      service: { ports: { http: { port: 80 } } },
      readinessProbe: { tcpSocket: { port: "http" } },
    },
    persistence: {
      image: { repository: "busybox", tag: "1.36" },
      replicas: 2,
      command: ["sh", "-c"],
      args: ["[ -e /data/index.html ] || hostname > /data/index.html; exec httpd -f -p 8080 -h /data"],
      ports: { http: { containerPort: 8080 } },
      service: { ports: { http: { port: 80 } } },
      readinessProbe: { httpGet: { path: "/", port: "http" } },
      persistence: { data: { size: "1Gi", mountPath: "/data" } },
      persistentVolumeClaimRetentionPolicy: { whenDeleted: "Delete" },
    },
  },
});
