// What must not compile in a pipeline. Checked by `npm run types`; there is nothing to run.
import { BatchJob, CsiVolume, definePipeline, ServiceStage, StatefulStage } from "../../generator/mod.ts";

const image = { repository: "busybox", tag: "1.36" } as const;
const base = { name: "etl", version: "1.0.0" } as const;

const workspace = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } });
workspace.volume("data");
// @ts-expect-error: no volume of that name
workspace.volume("dta");

const serve = new ServiceStage({
  image,
  ports: { http: { containerPort: 8080 } },
  service: { ports: { web: { port: 80 } } },
});
serve.address("url", "web");
serve.address();
// @ts-expect-error: no port of that name
serve.address("url", "wbe");
// @ts-expect-error: all formats but host have a port
serve.address("url");
const store = new StatefulStage({ image, ports: { sql: { containerPort: 5432 } } });
store.address("hostPort", "sql");
// @ts-expect-error: no port of that name
store.address("hostPort", "http");

const extract = new BatchJob({ image });
definePipeline({ ...base, stages: { extract, store, load: new BatchJob({ image, dependsOn: ["extract", "store"] }) } });
// @ts-expect-error: no stage of that name
definePipeline({ ...base, stages: { extract, load: new BatchJob({ image, dependsOn: ["extrct"] }) } });
// @ts-expect-error: no ordering of that name
definePipeline({ ...base, ordering: "gate", stages: { extract } });
// @ts-expect-error: a volume is no stage
definePipeline({ ...base, stages: { workspace: 1 } });
