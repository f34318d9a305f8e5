import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { assertAccepts, assertRefuses, listErrors } from "./check-values.ts";

describe("kubernetesDefinitions, volumes", () => {
  it("ConfigMapVolumeSource and SecretVolumeSource check names, modes and paths", () => {
    assertAccepts("ConfigMapVolumeSource", {
      name: "kube-root-ca.crt",
      defaultMode: 0o644,
      items: [{ key: ".env", path: "conf.d/a..b/.c", mode: 0 }],
    });
    assertRefuses(
      "ConfigMapVolumeSource",
      [{ defaultMode: 644, name: "a" }, "/defaultMode: must be <= 511"],
      [{}, ": must have required property 'name'"],
    );
    assertRefuses("SecretVolumeSource", [{ name: "a" }, ": must have required property 'secretName'"]);
    for (const path of ["", "/a", "..", "../a", "a/..", "a/../b", "..a"]) {
      assert.notDeepEqual(listErrors("RelativePath", path), [], path);
    }
    assertAccepts("RelativePath", "a", "a/b", ".a", "./a", "a/..b", "a/...", "a//b", "a/");
  });

  it("ProjectedVolumeSource requires one source an entry", () => {
    assertAccepts("ProjectedVolumeSource", {
      sources: [
        { serviceAccountToken: { path: "token", expirationSeconds: 600 } },
        { configMap: { name: "a" } },
        { downwardAPI: { items: [{ path: "labels", fieldRef: { fieldPath: "metadata.labels" } }] } },
      ],
    });
    assertRefuses(
      "ProjectedVolumeSource",
      [{ sources: [{}] }, "/sources/0: must NOT have fewer than 1 properties"],
      [
        { sources: [{ configMap: { name: "a" }, secret: { name: "b" } }] },
        "/sources/0: must NOT have more than 1 properties",
      ],
      [
        { sources: [{ serviceAccountToken: { path: "token", expirationSeconds: 60 } }] },
        "/sources/0/serviceAccountToken/expirationSeconds: must be >= 600",
      ],
    );
  });

  it("ISCSIVolumeSource takes the names that Kubernetes does: after its date and its owner, an iqn has a name", () => {
    const source = { targetPortal: "10.0.2.15:3260", lun: 0 };
    for (const name of [
      "iqn.2001-04.com.example:storage.disk1",
      "iqn.1986-03.com.Sun:02:A-b_c.d",
      "eui.0123456789ABCDEF",
      "naa.0123456789abcdef0123456789ABCDEF",
    ]) {
      assertAccepts("ISCSIVolumeSource", { ...source, iqn: name, initiatorName: name });
    }
    for (const name of ["iqn.2001-04.com.example", "iqn.2001-04.com.example:", "iqn.01-04.a:b", "eui.0123", "disk"]) {
      assert.notDeepEqual(listErrors("ISCSIVolumeSource", { ...source, iqn: name }), [], name);
      assert.notDeepEqual(
        listErrors("ISCSIVolumeSource", { ...source, iqn: "eui.0123456789ABCDEF", initiatorName: name }),
        [],
        name,
      );
    }
  });

  it("CSIVolumeSource requires the name of a driver", () => {
    assertAccepts("CSIVolumeSource", { driver: "my-csi-driver", volumeAttributes: { a: "b" } });
    assertRefuses(
      "CSIVolumeSource",
      [{}, ": must have required property 'driver'"],
      [{ driver: "a", volumeAttributes: { a: 1 } }, "/volumeAttributes/a: must be string"],
      [{ driver: "a", nodePublishSecretRef: {} }, "/nodePublishSecretRef: must have required property 'name'"],
    );
  });

  it("TypedLocalObjectReference requires a group unless it names a claim", () => {
    assertAccepts(
      "TypedLocalObjectReference",
      { kind: "PersistentVolumeClaim", name: "a" },
      { apiGroup: "snapshot.storage.k8s.io", kind: "VolumeSnapshot", name: "a" },
    );
    assertRefuses("TypedLocalObjectReference", [
      { kind: "VolumeSnapshot", name: "a" },
      "/kind: must be equal to constant",
    ]);
  });

  it("EmptyDirVolumeSource and HostPathVolumeSource check their fields", () => {
    assertAccepts("EmptyDirVolumeSource", {}, { medium: "Memory", sizeLimit: "64Mi" }, { medium: "HugePages-2Mi" });
    assertRefuses("EmptyDirVolumeSource", [{ size: "1Gi" }, ": must NOT have additional properties size"]);
    assert.equal(listErrors("EmptyDirVolumeSource", { medium: "memory" }).length, 1);
    assertAccepts("HostPathVolumeSource", { path: "/" }, { path: "/var/lib/..x", type: "" });
    assert.equal(listErrors("HostPathVolumeSource", { path: "/var/../etc" }).length, 1);
  });
});
