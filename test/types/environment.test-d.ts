// What must not compile in the environments of a pipeline. Checked by `npm run types`; there is nothing to run.
import {
  BatchJob,
  CsiVolume,
  definePipeline,
  ServiceStage,
  StatefulStage,
  withEnvironment,
} from "../../generator/mod.ts";

const image = { repository: "busybox", tag: "1.36" } as const;
const volumes = { workspace: new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } }) };
const stages = {
  load: new BatchJob({ image }),
  store: new StatefulStage({ image }),
  serve: new ServiceStage({ image }),
};
const pipeline = definePipeline({ name: "etl", version: "1.0.0", volumes, stages });

withEnvironment(pipeline, "prod", {
  global: { commonLabels: { tier: "prod" }, pipeline: { runId: "2" } },
  workspace: { volumes: { data: { claim: { size: "2Gi" } } } },
  load: { enabled: false, job: { backoffLimit: 1 } },
  store: { replicas: 2 },
  serve: { resources: { limits: { memory: "1Gi" } } },
});
withEnvironment(pipeline, "prod", {
  global: { pipeline: { gate: { timeoutSeconds: 60, image: { tag: "8.17.0" } } } },
  tests: { enabled: false },
});
// @ts-expect-error: no key of that name of gates
withEnvironment(pipeline, "prod", { global: { pipeline: { gate: { timeout: 60 } } } });
// @ts-expect-error: no stage of that name
withEnvironment(pipeline, "prod", { lod: {} });
// @ts-expect-error: no key of that name in a batch stage
withEnvironment(pipeline, "prod", { load: { replicas: 2 } });
// @ts-expect-error: no key of that name below a key
withEnvironment(pipeline, "prod", { load: { job: { backofLimit: 1 } } });
// @ts-expect-error: no key of that name in a stateful stage
withEnvironment(pipeline, "prod", { store: { replica: 2 } });
// @ts-expect-error: no key of that name in a service
withEnvironment(pipeline, "prod", { serve: { kind: "CronJob" } });
// @ts-expect-error: no volume of that name
withEnvironment(pipeline, "prod", { workspace: { volumes: { dta: { claim: { size: "2Gi" } } } } });
// @ts-expect-error: no key of that name of all stages
withEnvironment(pipeline, "prod", { global: { commonLabel: {} } });
// @ts-expect-error: a value of the wrong type
withEnvironment(pipeline, "prod", { store: { replicas: "2" } });
// @ts-expect-error: null is no signal
withEnvironment(pipeline, "prod", { store: { replicas: null } });

const base = { name: "etl", version: "1.0.0", volumes, stages } as const;
definePipeline({ ...base, environments: { dev: {}, prod: { load: { job: { backoffLimit: 1 } } } } });
// @ts-expect-error: no stage of that name
definePipeline({ ...base, environments: { prod: { lod: {} } } });
// @ts-expect-error: no key of that name
definePipeline({ ...base, environments: { prod: { load: { replicas: 2 } } } });
// @ts-expect-error: no key of that name below a key
definePipeline({ ...base, environments: { prod: { load: { job: { backofLimit: 1 } } } } });
// @ts-expect-error: no volume of that name
definePipeline({ ...base, environments: { prod: { workspace: { volumes: { dta: { claim: { size: "2Gi" } } } } } } });
// @ts-expect-error: no key of that name of all stages
definePipeline({ ...base, environments: { prod: { global: { commonLabel: {} } } } });
