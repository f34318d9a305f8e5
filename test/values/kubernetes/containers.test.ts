import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { assertAccepts, assertRefuses, listErrors } from "./check-values.ts";

describe("kubernetesDefinitions, containers", () => {
  it("ResourceRequirements accepts amounts as numbers and as text, and devices", () => {
    assertAccepts("ResourceRequirements", {
      limits: { cpu: 0.5, memory: "128Mi", "ephemeral-storage": "1e9", "nvidia.com/gpu": 1, "hugepages-2Mi": "4Mi" },
      requests: { cpu: "250m", memory: 1073741824 },
    });
  });

  it("ResourceRequirements refuses a misspelt key and a misspelt resource", () => {
    assertRefuses(
      "ResourceRequirements",
      [{ limit: { cpu: 1 } }, ": must NOT have additional properties limit"],
      [{ limits: { mem: "1Gi" } }, "/limits: must NOT have additional properties mem"],
      [{ requests: { "hugepages-2MB": 1 } }, "/requests: must NOT have additional properties hugepages-2MB"],
    );
  });

  it("ResourceRequirements refuses a part of a device", () => {
    assertAccepts("ResourceRequirements", { limits: { "nvidia.com/gpu": "2" } });
    assertRefuses("ResourceRequirements", [
      { limits: { "nvidia.com/gpu": 0.5 } },
      "/limits/nvidia.com~1gpu: must be string,integer",
    ]);
    assert.equal(listErrors("ResourceRequirements", { limits: { "nvidia.com/gpu": "500m" } }).length, 1);
  });

  it("Quantity accepts what Kubernetes parses and refuses the rest", () => {
    assertAccepts("Quantity", 0, 0.5, 2, "0", "0.5", ".5", "5.", "+1", "100m", "128Mi", "1E", "1e3", "1E-3", "12e+6");
    for (const value of ["big", "", "-1", "1GB", "1mi", "1 Gi", "1,5", "1Gi\n", "1e", "1Ke", "0x10"]) {
      assert.notDeepEqual(listErrors("Quantity", value), [], JSON.stringify(value));
    }
    assertRefuses("Quantity", [-1, ": must be >= 0"], [true, ": must be string,integer,number"]);
    // A greater number is another one before the schema sees it; a string of digits stays as it is.
    assertAccepts("Quantity", 2 ** 53 - 1, "9007199254740993");
    assertRefuses("Quantity", [2 ** 53, ": must be <= 9007199254740991"]);
  });

  it("Probe accepts one action without a type, and others left over from another file next to the one that it names", () => {
    assertAccepts(
      "Probe",
      { httpGet: { path: "/", port: "http" } },
      { type: "exec", exec: { command: ["true"] }, httpGet: { port: 80 }, periodSeconds: 5 },
    );
  });

  it("Probe requires a type unless there is exactly one action", () => {
    const error = ": must have required property 'type'";
    assertRefuses(
      "Probe",
      [{ httpGet: { port: 80 }, exec: { command: ["true"] } }, error],
      [{ periodSeconds: 5 }, error],
    );
  });

  it("Probe requires the action that its type names", () => {
    assertRefuses(
      "Probe",
      [{ type: "grpc", httpGet: { port: 80 } }, ": must have required property 'grpc'"],
      [{ type: "tcp", tcpSocket: { port: 80 } }, "/type: must be equal to one of the allowed values"],
    );
  });

  it("Probe checks the port and the counters", () => {
    assertRefuses(
      "Probe",
      [{ httpGet: { port: 70000 } }, "/httpGet/port: must be <= 65535"],
      [{ tcpSocket: { port: 0 } }, "/tcpSocket/port: must be >= 1"],
      [{ tcpSocket: { port: "a-name-longer-than-15" } }, "/tcpSocket/port: must NOT have more than 15 characters"],
      [{ grpc: { port: "http" } }, "/grpc/port: must be integer"],
      [{ exec: { command: "true" } }, "/exec/command: must be array"],
      [{ exec: {} }, "/exec: must have required property 'command'"],
      [{ httpGet: { port: 80, schema: "HTTPS" } }, "/httpGet: must NOT have additional properties schema"],
      [{ httpGet: { port: 80 }, periodSeconds: 0 }, "/periodSeconds: must be >= 1"],
      [{ httpGet: { port: 80 }, initialDelaySeconds: -1 }, "/initialDelaySeconds: must be >= 0"],
    );
    for (const port of ["8080", "a--b", "-a", "a-", "Http", ""]) {
      assert.notDeepEqual(listErrors("PortNumberOrName", port), [], port);
    }
    assertAccepts("PortNumberOrName", 1, 65535, "http", "1a", "80-a", "a-1-b2");
  });

  it("Lifecycle has its own actions", () => {
    assertAccepts("Lifecycle", { preStop: { sleep: { seconds: 5 } }, postStart: { exec: { command: ["true"] } } });
    assertRefuses(
      "Lifecycle",
      [{ preStop: {} }, "/preStop: must have required property 'type'"],
      [{ preStop: { grpc: { port: 1 } } }, "/preStop: must NOT have additional properties grpc"],
    );
  });

  it("SecurityContext refuses unknown capabilities, ids out of range and combinations that never start", () => {
    assertAccepts("SecurityContext", {
      allowPrivilegeEscalation: false,
      capabilities: { add: ["NET_BIND_SERVICE"], drop: ["ALL"] },
      runAsNonRoot: true,
      runAsUser: 10001,
      seccompProfile: { type: "Localhost", localhostProfile: "profiles/audit.json" },
    });
    // Left over from another values file; the charts keep it out of the manifest.
    assertAccepts("SecurityContext", { seccompProfile: { type: "RuntimeDefault", localhostProfile: "a" } });
    assertRefuses(
      "SecurityContext",
      [{ capabilities: { drop: ["all"] } }, "/capabilities/drop/0: must be equal to one of the allowed values"],
      [{ capabilities: { add: ["CAP_KILL"] } }, "/capabilities/add/0: must be equal to one of the allowed values"],
      [{ runAsUser: 2 ** 31 }, "/runAsUser: must be <= 2147483647"],
      [{ runAsUser: 0, runAsNonRoot: true }, "/runAsUser: must be >= 1"],
      [{ privileged: true, allowPrivilegeEscalation: false }, "/allowPrivilegeEscalation: must be equal to constant"],
      [{ seccompProfile: { type: "Localhost" } }, "/seccompProfile: must have required property 'localhostProfile'"],
      [{ readOnlyRootFileSystem: true }, ": must NOT have additional properties readOnlyRootFileSystem"],
    );
  });

  it("EnvVarSource requires one source, or a type that names the one that is used", () => {
    assertAccepts(
      "EnvVarSource",
      { secretKeyRef: { name: "db", key: "password", optional: true } },
      { fieldRef: { fieldPath: "metadata.labels['app.kubernetes.io/name']" } },
      { resourceFieldRef: { resource: "limits.memory", divisor: "1Mi" } },
      { resourceFieldRef: { resource: "requests.cpu", divisor: "1m" } },
      { resourceFieldRef: { resource: "requests.cpu", divisor: 1 } },
      { type: "fieldRef", secretKeyRef: { name: "a", key: "k" }, fieldRef: { fieldPath: "metadata.name" } },
    );
    assertRefuses(
      "EnvVarSource",
      [{}, ": must have required property 'type'"],
      [
        { secretKeyRef: { name: "a", key: "k" }, fieldRef: { fieldPath: "metadata.name" } },
        ": must have required property 'type'",
      ],
      [{ type: "fieldRef", secretKeyRef: { name: "a", key: "k" } }, ": must have required property 'fieldRef'"],
      [{ secretKeyRef: { key: "k" } }, "/secretKeyRef: must have required property 'name'"],
      [
        { resourceFieldRef: { resource: "limits.gpu" } },
        '/resourceFieldRef/resource: must match pattern "^(limits|requests)[.](cpu|memory|ephemeral-storage|hugepages-[1-9][0-9]*[KMGTPE]i)$"',
      ],
    );
    for (const [resource, divisor] of [
      ["limits.memory", "1m"],
      ["limits.cpu", "1Ki"],
      ["limits.cpu", "2"],
    ]) {
      assert.notDeepEqual(listErrors("EnvVarSource", { resourceFieldRef: { resource, divisor } }), [], divisor);
    }
    for (const fieldPath of ["status.podIp", "metadata.label", "spec.nodename", "metadata.name "]) {
      assert.notDeepEqual(listErrors("EnvVarSource", { fieldRef: { fieldPath } }), [], fieldPath);
    }
  });

  it("EnvFromSource requires a ConfigMap or a Secret", () => {
    assertAccepts("EnvFromSource", { prefix: "DB_", secretRef: { name: "db" } }, { configMapRef: { name: "a.b" } });
    const error = ": must match exactly one schema in oneOf";
    assertRefuses(
      "EnvFromSource",
      [{ prefix: "DB_" }, error],
      [{ secretRef: { name: "a" }, configMapRef: { name: "b" } }, error],
    );
  });
});
