import assert from "node:assert/strict";
import { it } from "mocha";
import { describeExample, mountsOf, podOf, templateOf, volumesOf } from "./render-example.ts";

const claim = { persistentVolumeClaim: { claimName: "ai-storage-data" } };

describeExample("ai-data-pipeline", { release: "ai", namespace: "ai-pipeline" }, ({ objects, find }) => {
  it("has the Deployment ai-data-processor of one replica that requests 64Mi and 250m", () => {
    const deployment = find("values", "Deployment", "ai-data-processor");
    assert.equal(deployment.metadata["namespace"], "ai-pipeline");
    assert.equal(Object(deployment.metadata["labels"]).app, "ai-data-processor");
    assert.equal(templateOf(deployment).metadata?.labels?.["app"], "ai-data-processor");
    assert.equal(Object(deployment["spec"]).replicas, undefined); // one, by Kubernetes
    assert.partialDeepStrictEqual(podOf(deployment).containers, [
      {
        resources: { requests: { memory: "64Mi", cpu: "250m" } },
        ports: [{ name: "http", containerPort: 8080, protocol: "TCP" }],
      },
    ]);
  });

  it("leads port 80 of the Service to the port http of the pods", () => {
    const { spec } = find("values", "Service", "ai-data-processor");
    assert.partialDeepStrictEqual(spec, {
      type: "ClusterIP",
      selector: { "app.kubernetes.io/name": "processor", "app.kubernetes.io/instance": "ai" },
      ports: [{ name: "http", port: 80, targetPort: "http", protocol: "TCP" }],
    });
  });

  it("has a Job that gives up after four failed pods, and a CronJob of such Jobs", () => {
    const job = find("values", "Job", "ai-prepare");
    assert.equal(Object(job["spec"]).backoffLimit, 4);
    assert.equal(podOf(job).restartPolicy, "Never");
    const cronJob = find("values", "CronJob", "ai-nightly");
    assert.partialDeepStrictEqual(cronJob["spec"], {
      schedule: "0 2 * * *",
      timeZone: "Etc/UTC",
      concurrencyPolicy: "Forbid",
      jobTemplate: { spec: { backoffLimit: 4 } },
    });
    assert.equal(podOf(cronJob).restartPolicy, "Never");
  });

  it("gives the nightly job the address of the service", () => {
    const [main] = podOf(find("values", "CronJob", "ai-nightly")).containers;
    assert.deepEqual(main?.env, [{ name: "PROCESSOR_URL", value: "http://ai-data-processor:80" }]);
  });

  it("mounts one claim in all stages, for reading only in the service", () => {
    assert.partialDeepStrictEqual(find("values", "PersistentVolumeClaim", "ai-storage-data")["spec"], {
      accessModes: ["ReadWriteMany"],
      resources: { requests: { storage: "10Gi" } },
    });
    for (const [kind, name, readOnly] of [
      ["Deployment", "ai-data-processor", true],
      ["Job", "ai-prepare", undefined],
      ["CronJob", "ai-nightly", undefined],
    ] as const) {
      const pod = podOf(find("values", kind, name));
      assert.deepEqual(volumesOf(pod)["data"], claim, name);
      const data = mountsOf(pod)["main"]?.find((mount) => mount.name === "data");
      assert.deepEqual([data?.mountPath, data?.readOnly], ["/data", readOnly], name);
    }
  });

  it("has an Ingress in prod only", () => {
    for (const environment of ["values", "dev"]) {
      assert.ok(
        objects(environment).every(({ kind }) => kind !== "Ingress"),
        environment,
      );
    }
    assert.deepEqual(find("prod", "Ingress", "ai-data-processor")["spec"], {
      ingressClassName: "nginx",
      rules: [
        {
          host: "ai.example.com",
          http: {
            paths: [
              {
                path: "/",
                pathType: "Prefix",
                backend: { service: { name: "ai-data-processor", port: { number: 80 } } },
              },
            ],
          },
        },
      ],
      tls: [{ hosts: ["ai.example.com"], secretName: "ai-example-com-tls" }],
    });
  });

  it("has no claim and no CronJob in dev", () => {
    const kinds = objects("dev")
      .filter(({ metadata }) => metadata.annotations?.["helm.sh/hook"] !== "test")
      .map(({ kind }) => kind);
    assert.deepEqual(kinds.toSorted(), ["Deployment", "Job", "Service", "ServiceAccount", "ServiceAccount"]);
    assert.deepEqual(volumesOf(podOf(find("dev", "Deployment", "ai-data-processor")))["data"], { emptyDir: {} });
    assert.deepEqual(volumesOf(podOf(find("dev", "Job", "ai-prepare")))["data"], { emptyDir: {} });
  });

  it("keeps what prod does not say, and labels all of its objects", () => {
    const [main] = podOf(find("prod", "Deployment", "ai-data-processor")).containers;
    assert.deepEqual(main?.resources, { requests: { memory: "64Mi", cpu: "250m" }, limits: { memory: "256Mi" } });
    assert.partialDeepStrictEqual(find("prod", "PersistentVolumeClaim", "ai-storage-data")["spec"], {
      accessModes: ["ReadWriteMany"],
      resources: { requests: { storage: "100Gi" } },
    });
    assert.ok(objects("prod").every(({ metadata }) => Object(metadata["labels"]).environment === "prod"));
  });
});
