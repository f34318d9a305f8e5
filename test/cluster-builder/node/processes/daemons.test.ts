import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { layOutNode } from "../../../../cluster/node/node-layout.ts";
import { listDaemons } from "../../../../cluster/node/processes/daemons.ts";

const daemons = listDaemons(layOutNode("/cache/cluster"));

describe("listDaemons()", () => {
  it("listDaemons() names the programs in the order of their start", () => {
    assert.deepEqual(
      daemons.map(({ name }) => name),
      [
        "etcd",
        "containerd",
        "kube-apiserver",
        "kube-controller-manager",
        "kube-scheduler",
        "kubelet",
        "kube-proxy",
        "coredns",
      ],
    );
  });

  it("listDaemons() lets all listen on loopback or on the node's own address", () => {
    const flags = daemons.flatMap(({ args }) => args);
    const listening = flags.filter((flag) => /^--(?:bind-address|listen-[a-z]+-urls)=/.test(flag));
    assert.deepEqual(listening.sort(), [
      "--bind-address=10.254.254.1",
      "--bind-address=127.0.0.1",
      "--bind-address=127.0.0.1",
      "--listen-client-urls=http://127.0.0.1:2379",
      "--listen-peer-urls=http://127.0.0.1:2380",
    ]);
  });
});
