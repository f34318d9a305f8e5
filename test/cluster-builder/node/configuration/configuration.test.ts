import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { describe, it } from "mocha";
import { printContainerdConfig } from "../../../../cluster/node/configuration/print-containerd-config.ts";
import { printCorefile } from "../../../../cluster/node/configuration/print-corefile.ts";
import { printKubeconfig } from "../../../../cluster/node/configuration/print-kubeconfig.ts";
import { printKubeletConfig } from "../../../../cluster/node/configuration/print-kubelet-config.ts";
import { printNetworkConfig } from "../../../../cluster/node/configuration/print-network-config.ts";
import { printProxyConfig } from "../../../../cluster/node/configuration/print-proxy-config.ts";
import { layOutNode } from "../../../../cluster/node/node-layout.ts";

const layout = layOutNode("/cache/cluster");

describe("printKubeconfig()", () => {
  it("printKubeconfig() holds the server, its authority, and the certificate and key of its user", () => {
    const [authority, certificate, key] = ["authority", "certificate", "key"].map((text) => Buffer.from(text));
    assert(authority !== undefined && certificate !== undefined && key !== undefined);
    assert.deepEqual(JSON.parse(printKubeconfig({ server: "https://192.0.2.1:6443", authority, certificate, key })), {
      apiVersion: "v1",
      kind: "Config",
      "current-context": "chartwright",
      clusters: [
        {
          name: "chartwright",
          cluster: { server: "https://192.0.2.1:6443", "certificate-authority-data": authority.toString("base64") },
        },
      ],
      users: [
        {
          name: "chartwright",
          user: {
            "client-certificate-data": certificate.toString("base64"),
            "client-key-data": key.toString("base64"),
          },
        },
      ],
      contexts: [{ name: "chartwright", context: { cluster: "chartwright", user: "chartwright" } }],
    });
  });
});

describe("printContainerdConfig()", () => {
  it("printContainerdConfig() names the layout's directories, and how layers are stored, in both its places", () => {
    const text = printContainerdConfig(layout, { networkPrograms: '/a "cache"/bin', snapshotter: "native" });
    assert.match(text, /^root = "\/cache\/cluster\/containerd-root"$/m);
    assert.match(text, /^ {2}address = "\/cache\/cluster\/containerd\.sock"$/m);
    assert.match(text, /^ {2}bin_dirs = \["\/a \\"cache\\"\/bin"\]$/m);
    assert.equal(text.match(/^ {2}snapshotter = "native"$/gm)?.length, 2);
  });
});

describe("printKubeletConfig()", () => {
  it("printKubeletConfig() requires certificates, and uses the node's address and control group", () => {
    const { authentication, authorization, address, cgroupRoot, containerRuntimeEndpoint } = JSON.parse(
      printKubeletConfig(layout),
    );
    assert.deepEqual(
      { authentication, authorization, address, cgroupRoot, containerRuntimeEndpoint },
      {
        authentication: {
          anonymous: { enabled: false },
          webhook: { enabled: true },
          x509: { clientCAFile: "/cache/cluster/certificates/ca.crt" },
        },
        authorization: { mode: "Webhook" },
        address: "10.254.254.1",
        cgroupRoot: "/chartwright",
        containerRuntimeEndpoint: "unix:///cache/cluster/containerd.sock",
      },
    );
  });
});

describe("printProxyConfig()", () => {
  it("printProxyConfig() leaves the kernel's limits as they are", () => {
    const { mode, conntrack } = JSON.parse(printProxyConfig(layout));
    assert.equal(mode, "nftables");
    assert.deepEqual(conntrack, { maxPerCore: 0, min: 0, tcpEstablishedTimeout: "0s", tcpCloseWaitTimeout: "0s" });
  });
});

describe("printNetworkConfig()", () => {
  it("printNetworkConfig() connects pods to the node alone", () => {
    assert.deepEqual(JSON.parse(printNetworkConfig("/cache/cluster/pod-addresses")), {
      cniVersion: "1.0.0",
      name: "pods",
      plugins: [
        {
          type: "ptp",
          ipMasq: false,
          ipam: {
            type: "host-local",
            dataDir: "/cache/cluster/pod-addresses",
            ranges: [[{ subnet: "10.244.0.0/24" }]],
            routes: [{ dst: "0.0.0.0/0" }],
          },
        },
      ],
    });
  });
});

describe("printCorefile()", () => {
  it("printCorefile() answers for the cluster's names on the node's address, and forwards nothing", () => {
    const text = printCorefile(layout);
    assert.match(text, /^ {2}bind 10\.254\.254\.1$/m);
    assert.match(text, /^ {2}kubernetes cluster\.local in-addr\.arpa \{$/m);
    assert.doesNotMatch(text, /forward/);
  });
});
