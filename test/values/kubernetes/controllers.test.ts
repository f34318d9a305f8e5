import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { assertAccepts, assertRefuses, listErrors } from "./check-values.ts";

describe("kubernetesDefinitions, controllers and network", () => {
  it("PodFailurePolicy refuses exit code 0 in In and a rule without a condition", () => {
    const withCodes = (operator: string, values: number[]): unknown => ({
      rules: [{ action: "FailJob", onExitCodes: { operator, values } }],
    });
    assertAccepts("PodFailurePolicy", withCodes("In", [41, 42]), withCodes("NotIn", [0]), {
      rules: [{ action: "Ignore", onPodConditions: [{ type: "DisruptionTarget" }] }],
    });
    assertRefuses(
      "PodFailurePolicy",
      [withCodes("In", [0]), "/rules/0/onExitCodes/values/0: must NOT be valid"],
      [withCodes("In", []), "/rules/0/onExitCodes/values: must NOT have fewer than 1 items"],
      [{ rules: [{ action: "Ignore" }] }, "/rules/0: must match exactly one schema in oneOf"],
    );
  });

  it("DeploymentStrategy refuses an update that could never move", () => {
    assertAccepts(
      "DeploymentStrategy",
      { type: "Recreate" },
      { type: "RollingUpdate", rollingUpdate: { maxSurge: "150%", maxUnavailable: 0 } },
    );
    assertRefuses(
      "DeploymentStrategy",
      [{ rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } }, "/rollingUpdate/maxUnavailable: must be >= 1"],
      [{ rollingUpdate: { maxUnavailable: -1 } }, "/rollingUpdate/maxUnavailable: must be >= 0"],
    );
    for (const value of ["101%", "5", "%", "-1%", "05%"]) {
      assert.notDeepEqual(listErrors("PercentOrCount", value), [], value);
    }
    assertAccepts("PercentOrCount", 0, 7, "0%", "9%", "25%", "100%");
  });

  it("MetricSpec requires the source that its type names, and no other", () => {
    const target = { type: "Utilization", averageUtilization: 80 };
    const pods = { metric: { name: "requests" }, target: { type: "AverageValue", averageValue: "1k" } };
    assertAccepts("MetricSpec", { type: "Resource", resource: { name: "cpu", target } }, { type: "Pods", pods });
    assertRefuses(
      "MetricSpec",
      [{ type: "Resource", pods }, ": must have required property 'resource'"],
      [{ type: "Pods", pods, resource: { name: "cpu", target } }, ": must NOT have more than 2 properties"],
      [
        { type: "Resource", resource: { name: "cpu", target: { type: "Utilization" } } },
        "/resource/target: must match exactly one schema in oneOf",
      ],
    );
  });

  it("HorizontalPodAutoscalerBehavior checks its ranges", () => {
    assertAccepts("HorizontalPodAutoscalerBehavior", {
      scaleDown: { stabilizationWindowSeconds: 3600, policies: [{ type: "Percent", value: 10, periodSeconds: 60 }] },
      scaleUp: { selectPolicy: "Disabled", tolerance: 0.05 },
    });
    assertRefuses(
      "HorizontalPodAutoscalerBehavior",
      [{ scaleDown: { stabilizationWindowSeconds: 3601 } }, "/scaleDown/stabilizationWindowSeconds: must be <= 3600"],
      [{ scaleUp: { policies: [] } }, "/scaleUp/policies: must NOT have fewer than 1 items"],
    );
  });

  it("NetworkPolicyIngressRule checks addresses and ranges of ports", () => {
    assertAccepts("NetworkPolicyIngressRule", {
      from: [{ ipBlock: { cidr: "10.0.0.0/8", except: ["10.1.0.0/16"] } }, { podSelector: {}, namespaceSelector: {} }],
      ports: [{ port: 8000, endPort: 9000, protocol: "TCP" }, { port: "http" }],
    });
    assertRefuses(
      "NetworkPolicyIngressRule",
      [{ from: [{}] }, "/from/0: must NOT have fewer than 1 properties"],
      [{ from: [{ ipBlock: { cidr: "::/0" }, podSelector: {} }] }, "/from/0: must NOT have more than 1 properties"],
      [{ ports: [{ endPort: 90 }] }, "/ports/0: must have required property 'port'"],
      [{ ports: [{ port: "http", endPort: 90 }] }, "/ports/0/port: must be integer"],
    );
    assertAccepts(
      "AddressRange",
      "0.0.0.0/0",
      "255.255.255.255/32",
      "2001:db8::/64",
      "2001:DB8:0:0:1:2:3::/112",
      "1:2:3:4:5:6:7:8/128",
      "::1/128",
      "::/0",
    );
    for (const range of [
      "10.0.0.0",
      "10.0.0.0/33",
      "256.0.0.0/8",
      "10.0.0/8",
      "::/129",
      ":/0",
      ":::/8",
      "1::2::3/8",
      "1:2/8",
      "1:2:3:4:5:6:7:8:9/8",
      "::ffff:10.0.0.1/128",
      "example.com/24",
    ]) {
      assert.notDeepEqual(listErrors("AddressRange", range), [], range);
    }
  });

  it("SuccessPolicy, StatefulSetUpdateStrategy, IngressTLS and the other small kinds check their fields", () => {
    assertAccepts("SuccessPolicy", { rules: [{ succeededIndexes: "0,2-3", succeededCount: 1 }] });
    assertRefuses("SuccessPolicy", [{ rules: [{}] }, "/rules/0: must NOT have fewer than 1 properties"]);
    assertAccepts("StatefulSetUpdateStrategy", { rollingUpdate: { partition: 2, maxUnavailable: "50%" } });
    assertRefuses("StatefulSetUpdateStrategy", [
      { rollingUpdate: { partition: -1 } },
      "/rollingUpdate/partition: must be >= 0",
    ]);
    assertAccepts("IngressTLS", { hosts: ["*.example.com", "a.b"], secretName: "tls" });
    assert.equal(listErrors("IngressTLS", { hosts: ["https://a"] }).length, 1);
    assertAccepts("TopologySelectorTerm", { matchLabelExpressions: [{ key: "zone", values: ["a", "b"] }] });
    assertRefuses(
      "TopologySelectorTerm",
      [{}, ": must have required property 'matchLabelExpressions'"],
      [
        { matchLabelExpressions: [{ key: "zone", values: ["a", "a"] }] },
        "/matchLabelExpressions/0/values: must NOT have duplicate items (items ## 1 and 0 are identical)",
      ],
    );
    assertRefuses("SecretReference", [{ name: "a" }, ": must have required property 'namespace'"]);
    assertRefuses("StatefulSetPersistentVolumeClaimRetentionPolicy", [
      { whenScaled: "Keep" },
      "/whenScaled: must be equal to one of the allowed values",
    ]);
    assertRefuses("SessionAffinityConfig", [
      { clientIP: { timeoutSeconds: 86401 } },
      "/clientIP/timeoutSeconds: must be <= 86400",
    ]);
    assertAccepts("HostAlias", { ip: "10.0.0.1", hostnames: ["a.b"] }, { ip: "fe80::1" });
    // The constant is what Helm prints; the rule that holds it has a line of its own.
    assert.deepEqual(listErrors("HostAlias", { ip: "localhost" }), [
      "/ip: must be equal to constant",
      '/ip: must match "then" schema',
    ]);
  });
});
