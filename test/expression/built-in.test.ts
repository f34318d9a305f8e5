import assert from "node:assert/strict";
import { chart, kubeVersion, release } from "../../generator/expression/built-in.ts";
import { printValue } from "./print-expression.ts";

describe("built-in objects", () => {
  it("release, chart and kubeVersion are Helm's own names", () => {
    assert.deepEqual(
      Object.values(release).map((field) => printValue(field)),
      [".Release.Name", ".Release.Namespace", ".Release.Service"],
    );
    assert.deepEqual(
      Object.values(chart).map((field) => printValue(field)),
      [".Chart.Name", ".Chart.Version", ".Chart.AppVersion", ".Chart.IsRoot"],
    );
    assert.deepEqual(
      Object.values(kubeVersion).map((field) => printValue(field)),
      [".Capabilities.KubeVersion.Version", ".Capabilities.KubeVersion.Major", ".Capabilities.KubeVersion.Minor"],
    );
  });
});
