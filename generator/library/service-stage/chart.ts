/** service-stage: a stateless service that runs continuously. */

import { defineTemplate } from "../../chart/chart-template.ts";
import { type Chart, defineChart } from "../../chart/define-chart.ts";
import type { Define } from "../../expression/define.ts";
import type { Documents } from "../../manifest/input.ts";
import type { ServiceAddress } from "../common/pipeline-context.ts";
import { serviceName } from "../common/service-name.ts";
import { checkService } from "../workload/checks/network/check-service.ts";
import { createTestTemplate, defineTested } from "../workload/helm-test/helm-test.ts";
import { createService } from "../workload/service/service.ts";
import { workloadStage } from "../workload/stage.ts";
import { createWorkload } from "../workload/workload.ts";
import { createAddress, createAwaited } from "./address.ts";
import { createAutoscaler } from "./autoscaler.ts";
import { createDeployment } from "./deployment.ts";
import { drawn } from "./drawing.ts";
import { createIngress } from "./ingress.ts";
import { notes } from "./notes.ts";
import { type ServiceStageValues, values } from "./values.ts";

const chartName = "service-stage";
const folder = "generator/library/service-stage";

const workload = createWorkload<ServiceStageValues, { readonly address: Define<ServiceAddress> }>({
  chartName,
  model: values,
  controller: "Deployment",
  addresses: (own) => ({ address: createAddress(own) }),
});
const { v, names } = workload;
const { address } = workload.addresses;
const awaited = createAwaited(workload, address);
const tested = defineTested(chartName, workload, awaited);
const service = createService({
  service: v.service,
  names,
  name: serviceName(names.fullname),
  headless: v.service.headless,
});

const template = (kind: string, source: string, documents: Documents) =>
  defineTemplate({ chartName, kind, source, documents });

// A page that any image with busybox can serve without root.
const web = {
  image: { repository: "busybox", tag: "1.36" },
  command: ["httpd", "-f", "-p", "8080", "-h", "/srv"],
  ports: { http: { containerPort: 8080 } },
  readinessProbe: { httpGet: { path: "/", port: "http" } },
  configMaps: { site: { data: { "index.html": "<h1>It works</h1>\n" } } },
  volumes: { site: { mountPath: "/srv", readOnly: true, ownConfigMap: "site" } },
  service: { ports: { http: { port: 80 } } },
};

/** The chart service-stage. */
export const serviceStage: Chart = defineChart({
  name: chartName,
  version: "0.1.0",
  description: "A stateless service: identical replicas behind one address",
  keywords: ["deployment", "service", "ingress", "autoscaling", "data-pipeline"],
  source: `${folder}/chart.ts`,
  values,
  valuesSource: `${folder}/values.ts`,
  templates: [
    template("deployment", `${folder}/deployment.ts`, createDeployment(workload)),
    template("service", "generator/library/workload/service/service.ts", [...checkService(v, v.service), service]),
    template("ingress", `${folder}/ingress.ts`, createIngress(workload)),
    template("horizontalPodAutoscaler", `${folder}/autoscaler.ts`, createAutoscaler(workload)),
    ...workload.templates,
    createTestTemplate(chartName, "service", workload, tested),
  ],
  notes: notes(workload, address),
  stage: { role: "server", ...workloadStage(workload), address, awaited, tested, drawn },
  ci: {
    default: web,
    "autoscaling-ingress": {
      ...web,
      resources: { requests: { cpu: "50m", memory: "16Mi" } },
      autoscaling: {
        enabled: true,
        minReplicas: 2,
        maxReplicas: 4,
        targetCPUUtilizationPercentage: 70,
        behavior: { scaleDown: { stabilizationWindowSeconds: 60 } },
      },
      ingress: {
        enabled: true,
        hosts: {
          web: { host: "web.example.com", paths: { root: { path: "/" }, api: { path: "/api", port: "http" } } },
        },
        tls: [{ hosts: ["web.example.com"], secretName: "web-example-com-tls" }],
      },
    },
  },
});
