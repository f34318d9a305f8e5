/**
 * An AI data pipeline: a service that processes data, a job that prepares them, another that does so every night, and
 * a volume that all of them see.
 *
 *     chartwright generate examples/ai-data-pipeline/ai-data-pipeline.ts
 *     helm install ai charts/ai-data-pipeline --namespace ai-pipeline --create-namespace \
 *       --values charts/ai-data-pipeline/environments/prod.yaml
 */
import { BatchJob, CsiVolume, definePipeline, ServiceStage } from "../../generator/mod.ts"; // elsewhere: from "chartwright"

const busybox = { repository: "busybox", tag: "1.36" };
const python = { repository: "python", tag: "3.13-slim" };

const storage = new CsiVolume({
  volumes: { data: { claim: { size: "10Gi", accessModes: ["ReadWriteMany"] } } },
});

const data = { mountPath: "/data", pipelineVolume: storage.volume("data") };

const processor = new ServiceStage({
  fullnameOverride: "ai-data-processor",
  commonLabels: { app: "ai-data-processor" },
  podLabels: { app: "ai-data-processor" },
  image: python,
  command: ["python", "-m", "http.server", "8080", "--directory", "/data"],
  resources: { requests: { memory: "64Mi", cpu: "250m" } },
  ports: { http: { containerPort: 8080 } },
  service: { ports: { http: { port: 80, targetPort: "http" } } },
  readinessProbe: { httpGet: { path: "/", port: "http" } },
  volumes: { data: { ...data, readOnly: true } },
});

export default definePipeline({
  name: "ai-data-pipeline",
  version: "0.1.0",
  description: "A service that processes data, and the jobs that prepare them",
  volumes: { storage },
  stages: {
    processor,
    prepare: new BatchJob({
      image: busybox,
      command: ["sh", "-c", "date > /data/prepared"],
      restartPolicy: "Never",
      job: { backoffLimit: 4 },
      volumes: { data },
    }),
    nightly: new BatchJob({
      image: busybox,
      kind: "CronJob",
      cron: { schedule: "0 2 * * *", timeZone: "Etc/UTC" },
      command: ["sh", "-c", 'date >> /data/nightly; wget -qO- "$PROCESSOR_URL"'],
      env: { PROCESSOR_URL: { fromService: processor.address("url", "http") } },
      restartPolicy: "Never",
      job: { backoffLimit: 4 },
      volumes: { data },
    }),
  },
  environments: {
    // Without storage that outlives the pods: each stage has an empty directory of its own.
    dev: {
      storage: { enabled: false },
      processor: { volumes: { data: { type: "emptyDir", emptyDir: {} } } },
      prepare: { volumes: { data: { type: "emptyDir", emptyDir: {} } } },
      nightly: { enabled: false },
    },
    prod: {
      global: { commonLabels: { environment: "prod" } },
      storage: { volumes: { data: { claim: { size: "100Gi" } } } },
      processor: {
        resources: { limits: { memory: "256Mi" } },
        ingress: {
          enabled: true,
          className: "nginx",
          hosts: { public: { host: "ai.example.com" } },
          tls: [{ hosts: ["ai.example.com"], secretName: "ai-example-com-tls" }],
        },
      },
    },
  },
});
