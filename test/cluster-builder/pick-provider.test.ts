import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type MachineFacts, pickProvider } from "../../cluster/pick-provider.ts";

const bare: MachineFacts = { hasDocker: false, hasKind: false, platform: "linux", isRoot: false };

describe("pickProvider()", () => {
  it("pickProvider() takes a kubeconfig that is given, whatever else is there", () => {
    const facts = { ...bare, kubeconfig: "/home/me/.kube/config", hasDocker: true, hasKind: true, isRoot: true };
    assert.equal(pickProvider(facts), "given");
  });

  it("pickProvider() takes kind where Docker works and kind is there", () => {
    assert.equal(pickProvider({ ...bare, hasDocker: true, hasKind: true, isRoot: true }), "kind");
    assert.equal(pickProvider({ ...bare, hasDocker: true, hasKind: true, platform: "darwin" }), "kind");
  });

  it("pickProvider() takes this machine where Docker or kind is missing, on Linux as root", () => {
    assert.equal(pickProvider({ ...bare, isRoot: true }), "node");
    assert.equal(pickProvider({ ...bare, isRoot: true, hasDocker: true }), "node");
    assert.equal(pickProvider({ ...bare, isRoot: true, hasKind: true }), "node");
  });

  it("pickProvider() says what would have to be there", () => {
    const start = "Cannot pick a cluster: expected the variable KUBECONFIG, or ";
    assert.throws(() => pickProvider(bare), {
      name: "ClusterError",
      code: "MISSING",
      message: `${start}Docker and kind, or root permissions on Linux; this is not root`,
    });
    assert.throws(() => pickProvider({ ...bare, hasDocker: true, platform: "darwin", isRoot: true }), {
      message: `${start}the command kind (https://kind.sigs.k8s.io), or root permissions on Linux; this is darwin`,
    });
  });
});
