import {
  BatchJob,
  CsiVolume,
  definePipeline,
  type Pipeline,
  ServiceStage,
  StatefulStage,
} from "../../../generator/mod.ts";
import { image, run } from "../pipelines/define-graph.ts";
import { markFunction } from "../pipelines/marks.ts";

const workspace = new CsiVolume({ volumes: { data: { claim: { size: "1Gi", accessModes: ["ReadWriteOnce"] } } } });
const volumes = { data: { mountPath: "/data", pipelineVolume: workspace.volume("data") } };

const served = {
  image,
  ports: { http: { containerPort: 8080 } },
  service: { ports: { http: { port: 80 } } },
  readinessProbe: { tcpSocket: { port: "http" }, periodSeconds: 1 },
  terminationGracePeriodSeconds: 1,
} as const;

// It serves its own name, by which its readers tell whose it is.
const store = new StatefulStage({
  ...served,
  command: run("hostname > /store/name; exec httpd -f -p 8080 -h /store"),
  persistence: { data: { mountPath: "/store", size: "1Gi" } },
});

const extracting = `${markFunction}
mark extract began
sleep "$DELAY"
echo "$OWNER" > /data/extracted
mark extract done`;

const loading = `${markFunction}
mark load began
set -e
{ cat /data/extracted; wget -qO- "$STORE/name"; } > /data/loaded
mark load done`;

/** A pipeline that keeps whose data it has seen: each stage kind, a claim, a claim of a replica, gates and a schedule. */
export const shop: Pipeline = definePipeline({
  name: "shop",
  version: "0.1.0",
  volumes: { workspace },
  stages: {
    store,
    extract: new BatchJob({
      image,
      command: run(extracting),
      env: { OWNER: "nobody", DELAY: "0" },
      volumes,
    }),
    load: new BatchJob({
      dependsOn: ["store", "extract"],
      image,
      command: run(loading),
      env: { STORE: { fromService: store.address("url", "http") } },
      volumes,
    }),
    web: new ServiceStage({
      ...served,
      dependsOn: ["load"],
      command: ["httpd", "-f", "-p", "8080", "-h", "/data"],
      volumes: { data: { ...volumes.data, readOnly: true } },
    }),
    report: new BatchJob({
      image,
      kind: "CronJob",
      cron: { schedule: "0 0 1 1 *", suspend: true },
      command: run("cat /data/loaded"),
      volumes: { data: { ...volumes.data, readOnly: true } },
    }),
  },
});

/** Values by which the data of an owner are known, and its first stage takes a while. */
export function ownedBy(owner: string, seconds: number): object {
  return { extract: { env: { OWNER: owner, DELAY: `${seconds}` } } };
}
