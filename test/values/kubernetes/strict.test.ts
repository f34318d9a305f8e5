import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { assertAccepts, assertRefuses, listErrors } from "./check-values.ts";

/** Asserts that each value has some error. */
function assertWrong(name: string, ...values: readonly unknown[]): void {
  for (const value of values) assert.notDeepEqual(listErrors(name, value), [], JSON.stringify(value));
}

describe("kubernetesDefinitions, as strict as the API server", () => {
  it("TimeZone takes the names of the IANA database alone", () => {
    assertAccepts("TimeZone", "UTC", "Europe/Berlin", "Etc/GMT+5", "America/Argentina/ComodRivadavia", "GB-Eire");
    assertWrong("TimeZone", "", "Local", "europe/berlin", "Europe/Bonn", "Europe", "zone.tab");
    assertWrong("TimeZone", "a time zone of the IANA database, such as Europe/Berlin");
  });

  it("HostAlias requires a whole address", () => {
    const ips = ["10.0.0.1", "::", "::1", "fe80::1", "1:2:3:4:5:6:7:8", "1::8", "2001:DB8::a:b", "1:2:3:4:5:6:7::"];
    assertAccepts("HostAlias", ...ips.map((ip) => ({ ip })));
    const wrong = ["12:30:45", "3::a:::de", ":1", "1:2:3:4:5:6:7:8:9", "1::2::3", "10.0.0.01", "::ffff:10.0.0.1", "1:"];
    assertWrong("HostAlias", ...wrong.map((ip) => ({ ip })));
  });

  it("WindowsSecurityContextOptions requires a user's name that Windows could have", () => {
    const names = ["ContainerUser", "NT AUTHORITY\\NETWORK SERVICE", "corp.example.com\\a.b", "a b", ".a"];
    assertAccepts("WindowsSecurityContextOptions", ...names.map((runAsUserName) => ({ runAsUserName })));
    const wrong = ["", ". .", "a\\", "\\a", "a\\b\\c", "a/b", "@a", "a\u001a", "a[", "*"];
    assertWrong("WindowsSecurityContextOptions", ...wrong.map((runAsUserName) => ({ runAsUserName })));
    assertWrong("WindowsSecurityContextOptions", { hostProcess: true });
  });

  it("SecurityContext refuses what its pod or its node lacks", () => {
    assertAccepts("SecurityContext", { procMount: "Default" });
    assertAccepts("AppArmorProfile", { type: "Localhost", localhostProfile: "k8s-deny all" });
    assertWrong("SecurityContext", { procMount: "unmasked" });
    assertWrong("PodSecurityContext", { seLinuxChangePolicy: "MountOption" });
    assertWrong("AppArmorProfile", { type: "Localhost", localhostProfile: "a\u1680" }, { localhostProfile: " a" });
  });

  it("ResourceRequirements requires whole amounts of devices that 64 bits can count in thousandths", () => {
    const amounts = ["9P", "8Pi", "999999999999999", "999T", "0001", "+1", 2 ** 53 - 1];
    assertAccepts("WholeQuantity", ...amounts);
    assertWrong("WholeQuantity", "29078274467M", "10P", "9Pi", "1E", "1Ei", "0.5", "100m", "1e3");
    assertAccepts("ResourceRequirements", { claims: [{ name: "gpu", request: "one" }] });
    assertWrong("ResourceRequirements", { claims: [{ name: "GPU" }] }, { claims: [{}] });
    assertAccepts("EnvVarSource", { fileKeyRef: { volumeName: "a", path: "b", key: "C" } });
  });

  it("amounts that overflow the 64 bits of a quantity are refused", () => {
    assertAccepts("Quantity", "8E", "7.9Ei", "999P", "1e14", "9999e14", "8.5E", "000.5Ei", ".9e18", "1e-9");
    assertAccepts("Quantity", "0", "0.0", "00", "+1", ".5", "5.", "5.k", "100m", "1n", "12E-3", "999999999999999999");
    assertWrong(
      "Quantity",
      "9E19",
      "1e30",
      "10000000Ei",
      "8Ei",
      "10E",
      "1000000P",
      "1e19",
      "9E+18",
      "1000000000000000000000",
    );
    assertWrong("Quantity", "", ".", "Gi", "+", "-1", "1 Gi", "1e", "e3", "1Kib", "1g");
    const target = (value: string): object => ({ type: "Value", value });
    assertAccepts("MetricTarget", ...["8E", "0.1Ei", "7Ei", "1e14", "999999999G"].map(target));
    assertWrong("MetricTarget", ...["8Ei", "1e19", "9E19", "10000000000G", "0e9"].map(target));
  });

  it("NodeSelectorTerm requires values that labels and names can have", () => {
    const term = (key: "matchExpressions" | "matchFields", name: string, value: string): object => ({
      [key]: [{ key: name, operator: "In", values: [value] }],
    });
    assertAccepts(
      "NodeSelectorTerm",
      term("matchExpressions", "a", "B_c"),
      term("matchFields", "metadata.name", "n-1"),
    );
    assertWrong("NodeSelectorTerm", term("matchExpressions", "a", "@b"), term("matchFields", "metadata.name", "N_1"));
  });

  it("TopologySpreadConstraint requires a selector, without which it counts no pods", () => {
    const spread = { maxSkew: 1, topologyKey: "zone", whenUnsatisfiable: "ScheduleAnyway" };
    for (const own of [spread, { ...spread, matchLabelKeys: ["a"] }]) {
      assertAccepts("TopologySpreadConstraint", { ...own, labelSelector: {} });
      assertRefuses("TopologySpreadConstraint", [own, ": must have required property 'labelSelector'"]);
    }
  });

  it("MetricTarget requires more than nothing", () => {
    const target = (value: string | number): object => ({ type: "Value", value });
    assertAccepts("MetricTarget", ...[1, 0.5, "1m", "0.5", "00.01", "1e3", ".5k"].map(target));
    assertWrong("MetricTarget", ...[0, "0", "0.0", "0k", "0e5", ".0", "+0"].map(target));
  });

  it("EnvVarSource and DownwardAPIVolumeFile require fields that they can hold", () => {
    const env = (fieldPath: string): object => ({ fieldRef: { fieldPath } });
    const file = (fieldPath: string): object => ({ path: "a", ...env(fieldPath) });
    assertAccepts("EnvVarSource", ...["metadata.labels['a.b/c']", "status.podIP", "metadata.uid"].map(env));
    assertWrong("EnvVarSource", ...["metadata.labels", "metadata.annotations", "metadata.labels['a b']"].map(env));
    assertAccepts(
      "DownwardAPIVolumeFile",
      ...["metadata.labels", "metadata.annotations['a']", "metadata.uid"].map(file),
    );
    assertWrong("DownwardAPIVolumeFile", ...["status.podIP", "spec.nodeName"].map(file));
  });

  it("SuccessPolicy requires indexes of at most ten digits", () => {
    assertAccepts("SuccessPolicyRule", { succeededIndexes: "0,2-0000000003" });
    assertWrong("SuccessPolicyRule", { succeededIndexes: "00000000001" }, { succeededIndexes: "1-443090259777" });
  });
});
