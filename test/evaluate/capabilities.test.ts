import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "mocha";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { templateChart } from "../../cli/helm/template-chart.ts";
import { defineChart, defineTemplate, hasApiVersion, kubeVersion, printChart, when } from "../../generator/chart.ts";
import { type Capabilities, capabilitiesOf } from "../../generator/evaluate/capabilities.ts";
import { evaluate } from "../../generator/mod.ts";
import { readManifests } from "../../scripts/lib/read-manifests.ts";
import { definition, v } from "../chart/sample-chart.ts";
import { placeFiles } from "../cli/sample-chart.ts";
import { helmVersions } from "../helm-versions.ts";

const MONITOR = "monitoring.coreos.com/v1/ServiceMonitor";

/** A chart whose objects tell what its templates know of the cluster. */
const asking = defineChart({
  ...definition,
  version: "1.2.3",
  templates: [
    defineTemplate({
      chartName: "sample",
      kind: "zone",
      source: "test/zone.ts",
      documents: [
        { kind: "Zone", metadata: { ...kubeVersion } },
        when(hasApiVersion(MONITOR), {
          kind: "ServiceMonitor",
          metadata: { name: v.name, data: v.data, size: v.size },
        }),
      ],
    }),
  ],
});

// Helm prints objects in the order of their kinds.
const byKind = (a: object, b: object): number => (String(Object(a).kind) < String(Object(b).kind) ? -1 : 1);

describe("capabilitiesOf()", () => {
  it("capabilitiesOf() reads a version of three numbers, with what a vendor adds", () => {
    const numbers = { Major: "1", Minor: "31" };
    assert.deepEqual(capabilitiesOf({ kubeVersion: "1.31.4", apiVersions: ["a/v1"] }), {
      KubeVersion: { Version: "v1.31.4", ...numbers },
      APIVersions: ["a/v1"],
    });
    assert.deepEqual(capabilitiesOf({ kubeVersion: "v1.31.4+k3s1" }), {
      KubeVersion: { Version: "v1.31.4+k3s1", ...numbers },
      APIVersions: [],
    });
    assert.deepEqual(capabilitiesOf(), {
      KubeVersion: { Version: "v1.35.0", Major: "1", Minor: "35" },
      APIVersions: [],
    });
  });

  it("capabilitiesOf() refuses any other version", () => {
    for (const version of ["", "1.31", "v1", "1.31.x", "latest 1.31.4"]) {
      assert.throws(() => capabilitiesOf({ kubeVersion: version }), {
        name: "TypeError",
        message: `Cannot render: expected a Kubernetes version such as 1.35.0, got "${version}"`,
      });
    }
  });
});

describe("evaluate() of capabilities", () => {
  it("evaluate() passes the given cluster to templates, as real Helm does", async function () {
    this.timeout(30_000);
    const clusters: readonly Capabilities[] = [
      { kubeVersion: "1.30.0" },
      { kubeVersion: "v1.31.4+k3s1", apiVersions: [MONITOR] },
      { kubeVersion: "1.36.1", apiVersions: ["monitoring.coreos.com/v1"] },
    ];
    const root = await mkdtemp(join(tmpdir(), "chartwright-test-"));
    try {
      await placeFiles(root, printChart(asking));
      for (const capabilities of clusters) {
        const { objects } = evaluate(asking, { capabilities });
        for (const version of helmVersions) {
          const printed = await templateChart(await findHelm({ version }), root, capabilities);
          assert.deepEqual(
            readManifests(printed).sort(byKind),
            [...objects].sort(byKind),
            JSON.stringify(capabilities),
          );
        }
      }
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  });

  it("evaluate() knows no APIs but those that are given, and the Kubernetes of Helm 4.1.4", () => {
    assert.deepEqual(evaluate(asking).objects, [
      { kind: "Zone", metadata: { version: "v1.35.0", major: "1", minor: "35" } },
    ]);
  });
});
