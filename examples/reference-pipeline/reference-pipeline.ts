/** The pipeline that is committed as charts/pipeline: each kind of stage once, and what each waits for. */
import { BatchJob, CsiVolume, definePipeline, ServiceStage, StatefulStage } from "../../generator/mod.ts";

const busybox = { repository: "busybox", tag: "1.36" } as const;

const workspace = new CsiVolume({
  volumes: { data: { claim: { size: "10Gi", accessModes: ["ReadWriteOnce"] } } },
});

const data = { mountPath: "/data", pipelineVolume: workspace.volume("data") } as const;

const store = new StatefulStage({
  image: busybox,
  command: ["httpd", "-f", "-p", "8080", "-h", "/var/lib/store"],
  ports: { http: { containerPort: 8080 } },
  service: { ports: { http: { port: 80 } } },
  persistence: { data: { mountPath: "/var/lib/store", size: "1Gi" } },
  readinessProbe: { tcpSocket: { port: "http" } },
});

export default definePipeline({
  name: "pipeline",
  version: "0.1.0",
  description: "The reference pipeline: extract, transform and load over one volume, a store, a service and a report",
  volumes: { workspace },
  stages: {
    store,
    extract: new BatchJob({
      image: busybox,
      command: ["sh", "-c", "date > /data/extracted"],
      volumes: { data },
    }),
    transform: new BatchJob({
      dependsOn: ["extract"],
      image: busybox,
      command: ["sh", "-c", "sed s/^/transformed:/ /data/extracted > /data/transformed"],
      volumes: { data },
    }),
    load: new BatchJob({
      dependsOn: ["transform"],
      image: busybox,
      command: ["sh", "-c", "cp /data/transformed /data/loaded"],
      volumes: { data },
    }),
    serve: new ServiceStage({
      dependsOn: ["store", "load"],
      image: busybox,
      command: ["httpd", "-f", "-p", "8080", "-h", "/data"],
      env: { STORE_URL: { fromService: store.address("url", "http") } },
      ports: { http: { containerPort: 8080 } },
      service: { ports: { http: { port: 80 } } },
      readinessProbe: { tcpSocket: { port: "http" } },
      volumes: { data: { ...data, readOnly: true } },
    }),
    report: new BatchJob({
      image: busybox,
      kind: "CronJob",
      cron: { schedule: "0 6 * * *", timeZone: "Etc/UTC" },
      command: ["sh", "-c", "wc -l /data/loaded"],
      volumes: { data: { ...data, readOnly: true } },
    }),
  },
  environments: {
    dev: {
      workspace: { volumes: { data: { retain: false, claim: { size: "1Gi" } } } },
      report: { enabled: false },
    },
    staging: {
      store: { replicas: 2 },
    },
    prod: {
      global: { commonLabels: { environment: "prod" } },
      store: { replicas: 3, resources: { requests: { cpu: "250m", memory: "256Mi" } } },
      serve: {
        resources: { requests: { cpu: "250m", memory: "64Mi" }, limits: { memory: "128Mi" } },
      },
      report: { cron: { schedule: "0 5 * * *" } },
    },
  },
});
