// Stages that a loop makes: TypeScript knows their type, not their names. Checked by `npm run types`; nothing to run.
import { BatchJob, CsiVolume, definePipeline, ServiceStage, withEnvironment } from "../../generator/mod.ts";

const image = { repository: "busybox", tag: "1.36" } as const;
const base = { name: "etl", version: "1.0.0" } as const;
const tables: readonly string[] = ["orders", "customers"];
const workspace = new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } });

// All stages of a loop: each name may be one of theirs.
const loads = Object.fromEntries(tables.map((table) => [`load-${table}`, new BatchJob({ image, args: [table] })]));
const all = definePipeline({
  ...base,
  volumes: { workspace },
  stages: loads,
  environments: {
    dev: {
      "load-orders": { enabled: false },
      workspace: { volumes: { data: { retain: false } } },
      global: { imageRegistry: "registry.example.com" },
      tests: { enabled: false },
    },
  },
});
withEnvironment(all, "prod", { "load-orders": { job: { backoffLimit: 1 } } });
// @ts-expect-error: no stage has a key of that name
withEnvironment(all, "prod", { "load-orders": { replica: 1 } });
// @ts-expect-error: no volume of that name
withEnvironment(all, "prod", { workspace: { volumes: { dta: { retain: false } } } });
// @ts-expect-error: no key of that name of all stages
withEnvironment(all, "prod", { global: { imageRegistri: "registry.example.com" } });

// Stages of a loop that wait for one another.
const chain = tables.map((table, i) => {
  const dependsOn = tables.slice(0, i).map((each) => `load-${each}`);
  return [`load-${table}`, new BatchJob({ image, dependsOn })] as const;
});
definePipeline({ ...base, stages: Object.fromEntries(chain) });

// Next to others: one that waits for all of them, and one that does not.
const names = Object.keys(loads);
const mixed = definePipeline({
  ...base,
  volumes: { workspace },
  stages: {
    ...loads,
    merge: new BatchJob({ dependsOn: names, image }),
    serve: new ServiceStage({ dependsOn: ["merge"], image }),
  },
  environments: {
    prod: { "load-orders": { enabled: false }, merge: { kind: "CronJob", cron: { schedule: "0 2 * * *" } } },
  },
});
withEnvironment(mixed, "prod", { "load-orders": { enabled: false }, serve: { replicas: 2 }, global: {} });
// @ts-expect-error: no key of that name in a stage whose name is known
withEnvironment(mixed, "prod", { merge: { replica: 1 } });
// @ts-expect-error: a value of the wrong type
withEnvironment(mixed, "prod", { serve: { replicas: "2" } });
const merge = new BatchJob({ dependsOn: names, image });
const misspelt = new ServiceStage({ dependsOn: ["merg"], image });
// @ts-expect-error: no stage has the name that one beside them waits for
definePipeline({ ...base, stages: { ...loads, merge, misspelt } });

// A type for what the loop makes does the same.
const typed: Record<string, BatchJob<string> | ServiceStage<string>> = { ...loads };
typed["merge"] = new BatchJob({ dependsOn: names, image });
typed["serve"] = new ServiceStage({ dependsOn: ["merge"], image });
definePipeline({ ...base, stages: typed, environments: { prod: { serve: { replicas: 2 } } } });

// Volumes of a loop.
const volumes = Object.fromEntries(
  tables.map((table) => [table, new CsiVolume({ volumes: { data: { claim: { size: "1Gi" } } } })]),
);
definePipeline({
  ...base,
  volumes,
  stages: { merge: new BatchJob({ image }) },
  environments: { dev: { orders: { enabled: false }, merge: { kind: "Job" } } },
});
