import assert from "node:assert/strict";
import { it } from "mocha";
import { describeExample, podOf, volumesOf } from "./render-example.ts";

const labelsOf = (stage: string) => ({
  "app.kubernetes.io/instance": "features",
  "app.kubernetes.io/name": stage,
});
const password = { secretKeyRef: { name: "features-database", key: "password" } };

describeExample("feature-store", { release: "features", namespace: "features" }, ({ objects, find }) => {
  const waitsFor = (environment: string, stage: string): string =>
    String(Object(find(environment, "ConfigMap", `features-${stage}-gate`)["data"]).upstream).replace(
      /-[0-9a-f]{8}$/gm,
      "",
    );

  /** What may reach the pods of a stage, but for the pods of `helm test`. */
  const ingressOf = (environment: string, name: string): readonly object[] =>
    Object(find(environment, "NetworkPolicy", name)["spec"]).ingress.filter(
      (rule: object) => !JSON.stringify(rule).includes("app.kubernetes.io/component"),
    );

  it("has each stage wait for those before it", () => {
    assert.deepEqual(
      Object.fromEntries(["load", "api", "check", "refresh"].map((stage) => [stage, waitsFor("values", stage)])),
      {
        load: "database tcp features-database 5432\n",
        api: "database tcp features-database 5432\nload job features-load\n",
        check: "api tcp features-api 80\nload before features-load\n",
        refresh: "database tcp features-database 5432\n",
      },
    );
  });

  it("reads the password of the database from a Secret that exists, and has it nowhere else", () => {
    const readers = objects("values")
      .filter(({ kind }) => ["StatefulSet", "Job", "CronJob", "Deployment"].includes(kind))
      .flatMap((object) => [...(podOf(object).initContainers ?? []), ...podOf(object).containers])
      .flatMap(({ env = [] }) => env)
      .filter(({ name }) => name.includes("PASSWORD"));
    assert.deepEqual(
      readers.map(({ valueFrom, value }) => [valueFrom, value]),
      [1, 2, 3, 4].map(() => [password, undefined]),
    );
    assert.ok(objects("values").every(({ kind }) => kind !== "Secret"));
  });

  it("keeps the data of PostgreSQL on a claim, and runs it as the user of its image", () => {
    const database = find("values", "StatefulSet", "features-database");
    assert.partialDeepStrictEqual(database["spec"], {
      persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Retain" },
      volumeClaimTemplates: [{ metadata: { name: "data" }, spec: { resources: { requests: { storage: "1Gi" } } } }],
    });
    const { securityContext, containers, terminationGracePeriodSeconds } = podOf(database);
    assert.partialDeepStrictEqual(securityContext, { runAsUser: 999, fsGroup: 999, runAsNonRoot: true });
    assert.equal(terminationGracePeriodSeconds, 120);
    const command = ["sh", "-c", 'pg_isready --host=127.0.0.1 --username="$POSTGRES_USER"'];
    assert.partialDeepStrictEqual(containers, [
      {
        args: ["-c", "shared_buffers=64MB"],
        startupProbe: { exec: { command }, failureThreshold: 60 },
        livenessProbe: { exec: { command } },
        readinessProbe: { exec: { command } },
      },
    ]);
  });

  it("starts the API with the first copy of the features", () => {
    const { initContainers = [], containers } = podOf(find("values", "Deployment", "features-api"));
    assert.deepEqual(
      [...initContainers, ...containers].map(({ name, image, restartPolicy }) => [name, image, restartPolicy]),
      [
        ["gate", "curlimages/curl:8.16.0", undefined],
        ["copy", "postgres:17.2", "Always"],
        ["main", "python:3.13-slim", undefined],
      ],
    );
    assert.deepEqual(initContainers[1]?.startupProbe, {
      exec: { command: ["test", "-s", "/features/features.json"] },
      periodSeconds: 2,
    });
    for (const container of [initContainers[1], containers[0]]) {
      const mounts = container?.volumeMounts?.filter(({ name }) => name === "features");
      assert.deepEqual(mounts, [{ name: "features", mountPath: "/features" }]);
    }
  });

  it("lets only the stages that wait for the database reach it", () => {
    assert.deepEqual(
      ingressOf("values", "features-database"),
      ["load", "api", "refresh"].map((stage) => ({ from: [{ podSelector: { matchLabels: labelsOf(stage) } }] })),
    );
  });

  it("loads the sample orders in dev, checks what the API answers for them, and loads them once", () => {
    assert.deepEqual(
      objects("dev")
        .filter(({ kind }) => /Job$/.test(kind))
        .map(({ metadata }) => metadata.name.replace(/-[0-9a-f]{8}$/, ""))
        .sort(),
      ["features-check", "features-load"],
    );
    const [main] = podOf(find("dev", "Job", "features-check")).containers;
    assert.deepEqual(main?.env, [{ name: "API_URL", value: "http://features-api:80" }]);
    assert.deepEqual(volumesOf(podOf(find("dev", "Job", "features-load")))["orders"], {
      configMap: { name: "features-load-sample" },
    });
    assert.equal(Object(find("dev", "Deployment", "features-api")["spec"]).replicas, undefined); // one, by Kubernetes
  });

  it("loads the orders of the shop in prod, every hour, and has no check of sample orders", () => {
    const orders = { persistentVolumeClaim: { claimName: "shop-orders" } };
    for (const [kind, name] of [
      ["Job", "features-load"],
      ["CronJob", "features-refresh"],
    ] as const) {
      assert.deepEqual(volumesOf(podOf(find("prod", kind, name)))["orders"], orders, name);
    }
    assert.partialDeepStrictEqual(find("prod", "CronJob", "features-refresh")["spec"], {
      schedule: "15 * * * *",
      timeZone: "Etc/UTC",
    });
    const names = objects("prod").map(({ metadata }) => metadata.name);
    assert.ok(names.includes("features-api") && names.every((name) => !name.startsWith("features-check")));
  });

  it("gives the database of prod more memory, more room and another class of storage", () => {
    const database = find("prod", "StatefulSet", "features-database");
    const [main] = podOf(database).containers;
    assert.deepEqual(main?.resources, { requests: { cpu: "2", memory: "8Gi" }, limits: { memory: "8Gi" } });
    assert.ok(main?.args?.includes("shared_buffers=2GB"));
    const [{ spec }] = Object(database["spec"]).volumeClaimTemplates;
    assert.deepEqual([spec.resources, spec.storageClassName], [{ requests: { storage: "200Gi" } }, "premium-ssd"]);
  });

  it("serves from three zones in prod, to namespaces with the label", () => {
    const api = find("prod", "Deployment", "features-api");
    assert.equal(Object(api["spec"]).replicas, 3);
    assert.partialDeepStrictEqual(podOf(api).topologySpreadConstraints, [
      { topologyKey: "topology.kubernetes.io/zone", whenUnsatisfiable: "ScheduleAnyway" },
    ]);
    assert.deepEqual(ingressOf("prod", "features-api"), [
      {
        from: [{ namespaceSelector: { matchLabels: { "example.com/reads-features": "true" } } }],
        ports: [{ port: "http", protocol: "TCP" }],
      },
    ]);
  });
});
