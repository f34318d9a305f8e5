import assert from "node:assert/strict";
import { it } from "mocha";
import { describeExample, mountsOf, podOf } from "./render-example.ts";

const releases = ["web", "web-restricted", "web-unprivileged"];

describeExample("replicated-web", { namespace: "default" }, ({ find }) => {
  for (const release of releases) {
    it(`gives three replicas a claim each that stays: ${release}`, () => {
      const set = find(release, "StatefulSet", `${release}-stateful-stage`);
      assert.partialDeepStrictEqual(set["spec"], {
        replicas: 3,
        serviceName: `${release}-stateful-stage-headless`,
        persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain", whenScaled: "Retain" },
      });
      const [claim, ...others] = Object(set["spec"]).volumeClaimTemplates;
      assert.deepEqual(others, []);
      assert.equal(claim.metadata.name, "data");
      // No class: the cluster's default makes the storage.
      assert.deepEqual(claim.spec, {
        accessModes: ["ReadWriteOnce"],
        resources: { requests: { storage: "1Gi" } },
        volumeMode: "Filesystem",
      });
      const data = mountsOf(podOf(set))["main"]?.filter(({ name }) => name === "data");
      assert.deepEqual(data, [{ name: "data", mountPath: "/usr/share/nginx/html" }]);
    });

    it(`answers on port 80, named web: ${release}`, () => {
      const { spec } = find(release, "Service", `${release}-stateful-stage`);
      assert.deepEqual(Object(spec).ports, [{ name: "web", port: 80, targetPort: "web", protocol: "TCP" }]);
    });
  }

  for (const release of ["web", "web-restricted"]) {
    it(`runs nginx:1.14.2 with port 80 named web: ${release}`, () => {
      const { containers } = podOf(find(release, "StatefulSet", `${release}-stateful-stage`));
      assert.partialDeepStrictEqual(containers, [
        { image: "nginx:1.14.2", ports: [{ name: "web", containerPort: 80, protocol: "TCP" }] },
      ]);
    });
  }

  it("lets an image that starts as root do what it must, and no more", () => {
    const { containers, securityContext } = podOf(find("web", "StatefulSet", "web-stateful-stage"));
    assert.partialDeepStrictEqual(securityContext, { runAsNonRoot: false, runAsUser: 0, runAsGroup: 0 });
    assert.deepEqual(containers[0]?.securityContext, {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: false,
      capabilities: { drop: ["ALL"], add: ["CHOWN", "SETGID", "SETUID", "NET_BIND_SERVICE"] },
    });
  });

  it("listens on port 80 without being root where the pod may", () => {
    const pod = podOf(find("web-restricted", "StatefulSet", "web-restricted-stateful-stage"));
    assert.partialDeepStrictEqual(pod.securityContext, {
      runAsNonRoot: true,
      runAsUser: 101,
      sysctls: [{ name: "net.ipv4.ip_unprivileged_port_start", value: "0" }],
    });
    const writable = mountsOf(pod)["main"]?.map(({ mountPath }) => mountPath);
    assert.deepEqual(writable, ["/var/cache/nginx", "/var/run", "/tmp", "/usr/share/nginx/html"]);
  });
});
