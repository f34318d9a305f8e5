import assert from "node:assert/strict";
import { it } from "mocha";
import { describeExample, mountsOf, podOf, templateOf, volumesOf } from "./render-example.ts";

describeExample("stable-identity", { namespace: "my-namespace" }, ({ objects, find }) => {
  it("has a headless Service of an exact name, port 80 to port 80, which gives each pod its name", () => {
    const { metadata, spec } = find("my-app", "Service", "my-service");
    assert.equal(metadata["namespace"], "my-namespace");
    assert.equal(Object(metadata["labels"]).app, "my-app");
    assert.deepEqual(spec, {
      type: "ClusterIP",
      clusterIP: "None",
      publishNotReadyAddresses: true,
      selector: { "app.kubernetes.io/name": "stateful-stage", "app.kubernetes.io/instance": "my-app" },
      ports: [{ name: "http", port: 80, targetPort: 80, protocol: "TCP" }],
    });
  });

  it("has a StatefulSet of three replicas in that Service's domain, with 1Gi each", () => {
    const set = find("my-app", "StatefulSet", "my-app");
    assert.equal(set.metadata["namespace"], "my-namespace");
    assert.equal(Object(set.metadata["labels"]).app, "my-app");
    assert.partialDeepStrictEqual(set["spec"], { replicas: 3, serviceName: "my-service" });
    assert.partialDeepStrictEqual(Object(set["spec"]).volumeClaimTemplates, [
      {
        metadata: { name: "data" },
        spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
      },
    ]);
    // The Service finds the pods by these.
    assert.deepEqual(templateOf(set).metadata?.labels, {
      app: "my-app",
      "app.kubernetes.io/name": "stateful-stage",
      "app.kubernetes.io/instance": "my-app",
    });
  });

  it("has no other Service where clients know the pods by name", () => {
    assert.deepEqual(
      objects("my-app")
        .filter(({ kind }) => kind === "Service")
        .map(({ metadata }) => metadata.name),
      ["my-service"],
    );
  });

  it("gives a database resources, variables, a Secret's password and its mounts", () => {
    const pod = podOf(find("postgres", "StatefulSet", "postgres"));
    const [main] = pod.containers;
    assert.deepEqual(main?.resources, { requests: { cpu: "500m", memory: "1Gi" }, limits: { memory: "2Gi" } });
    assert.deepEqual(main?.args, ["-c", "config_file=/etc/postgresql/postgresql.conf"]);
    assert.deepEqual(main?.env, [
      {
        name: "POSTGRES_PASSWORD",
        valueFrom: { secretKeyRef: { name: "postgres-credentials", key: "password" } },
      },
      { name: "PGDATA", value: "/var/lib/postgresql/data/pgdata" },
      { name: "POSTGRES_DB", value: "app" },
      { name: "POSTGRES_USER", value: "app" },
    ]);
    const mounts = mountsOf(pod)["main"]?.map(({ name, mountPath, readOnly = false }) => [name, mountPath, readOnly]);
    assert.deepEqual(mounts, [
      ["config", "/etc/postgresql", true],
      ["run", "/var/run/postgresql", false],
      ["shm", "/dev/shm", false],
      ["tmp", "/tmp", false],
      ["data", "/var/lib/postgresql/data", false],
    ]);
    assert.deepEqual(volumesOf(pod), {
      config: { configMap: { name: "postgres-config" } },
      run: { emptyDir: {} },
      shm: { emptyDir: { medium: "Memory", sizeLimit: "512Mi" } },
      tmp: { emptyDir: {} },
    });
    assert.partialDeepStrictEqual(pod.securityContext, { runAsUser: 999, runAsGroup: 999, fsGroup: 999 });
  });

  it("leads clients of the database to one address, and names its pods by another", () => {
    assert.deepEqual(Object(find("postgres", "Service", "postgres")["spec"]).ports, [
      { name: "postgres", port: 5432, targetPort: "postgres", protocol: "TCP" },
    ]);
    assert.equal(Object(find("postgres", "Service", "postgres-pods")["spec"]).clusterIP, "None");
    assert.equal(Object(find("postgres", "StatefulSet", "postgres")["spec"]).serviceName, "postgres-pods");
  });
});
