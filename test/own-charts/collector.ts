/** A chart as a user writes it: a DaemonSet that answers behind a Service. */
import type { DaemonSet } from "kubernetes-types/apps/v1.d.ts";
import {
  claimNotes,
  closed,
  createServer,
  createWorkload,
  defineChart,
  defineTemplate,
  describeImage,
  describePorts,
  type Input,
  portNumber,
  serviceValues,
  type Type,
  text,
  workloadRules,
  workloadValues,
} from "../../generator/chart.ts";

const chartName = "collector";
const values = closed(
  { ...workloadValues({ nativeSidecars: false }), service: serviceValues() },
  { description: "Values of collector", allOf: workloadRules },
);
type CollectorValues = Type.Static<typeof values>;
const workload = createWorkload<CollectorValues>({ chartName, model: values });
const { v, names, pod, guards } = workload;
const server = createServer(chartName, workload);
const daemonSet: Input<DaemonSet> = {
  apiVersion: "apps/v1",
  kind: "DaemonSet",
  metadata: workload.metadata(names.fullname),
  spec: { selector: { matchLabels: names.selectorLabels }, template: pod.template },
};

/** The chart collector. */
export const collector = defineChart({
  name: chartName,
  version: "1.0.0",
  description: "A pod on every node",
  keywords: ["daemonset"],
  source: "src/collector.ts",
  values,
  templates: [
    defineTemplate({ chartName, kind: "daemonSet", source: "src/collector.ts", documents: [guards, daemonSet] }),
    ...server.templates,
    ...workload.templates,
  ],
  notes: [
    text`DaemonSet ${names.fullname} runs in namespace ${names.namespace}.`,
    "",
    "Watch its rollout:",
    text`  kubectl rollout status daemonset/${names.fullname} --namespace ${names.namespace}`,
    claimNotes(v, names, names.namespace),
  ],
  stage: {
    ...server.stage,
    drawn: {
      kind: "service",
      object: () => "DaemonSet",
      details: (own) => [describeImage(own), ...describePorts(own)],
      port: portNumber,
    },
  },
  ci: {
    default: {
      image: { repository: "busybox", tag: "1.36" },
      command: ["httpd", "-f", "-p", "8080"],
      ports: { http: { containerPort: 8080 } },
      service: { ports: { http: { port: 80 } } },
    },
  },
});
