import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { runHelm } from "../../../../cli/helm/run-helm.ts";
import { helmVersions } from "../../../helm-versions.ts";
import { compute, useVolumes, type Values } from "../render-volumes.ts";

// A parent that asks its child, under an alias, for the names of its claims.
const parent: readonly (readonly [string, string])[] = [
  [
    "Chart.yaml",
    `apiVersion: v2
name: parent
version: 1.0.0
dependencies:
  - name: csi-volume
    alias: workspace
    version: 0.1.0
    repository: ""
`,
  ],
  [
    "templates/names.yaml",
    `{{- $scope := merge (dict "Pipeline" dict) (index .Subcharts "workspace") }}
apiVersion: v1
kind: ConfigMap
metadata:
  name: names
data: {{ include "csi-volume.claims" $scope | fromYaml | toJson }}
`,
  ],
  ["values.yaml", "{}\n"],
];

for (const version of helmVersions) {
  describe(`the named template csi-volume.claims under Helm ${version}`, () => {
    const chart = useVolumes(
      version,
      (files) =>
        new Map([...parent, ...[...files].map(([path, text]) => [`charts/csi-volume/${path}`, text] as const)]),
    );

    it("gives a pipeline the real name of every claim", async () => {
      const volumes = {
        data: { claim: { size: "1Gi" } },
        exact: { claim: { size: "1Gi", name: "exact.name" } },
        existing: { claim: { existingClaim: "shared", name: "ignored" } },
        on: { claim: { create: false } },
        "0123": { claim: { size: "1Gi", name: "1e6" } },
      };
      const off = { enabled: false, claim: { size: "1Gi" } };
      const workspace: Values = { volumes: { ...volumes, off } };
      const [names, ...claims] = await chart.render({ workspace });
      assert.deepEqual(names?.["data"], {
        data: "etl-workspace-data",
        exact: "exact.name",
        existing: "shared",
        on: "etl-workspace-on",
        "0123": "1e6",
      });
      assert.deepEqual(
        claims.map(({ metadata }) => metadata.name),
        ["1e6", "etl-workspace-data", "exact.name"],
      );
      assert.deepEqual(compute("claimNames", volumes, "etl-workspace"), names?.["data"]);
    });

    it("yields an empty map where there are no volumes, and is linted without complaint", async () => {
      const [names] = await chart.render({});
      assert.deepEqual(names?.["data"], {});
      const lint = await runHelm(chart.helm, ["lint", "--strict", `${chart.chart}/charts/csi-volume`]);
      assert.equal(lint.code, 0, lint.stdout);
    });
  });
}
