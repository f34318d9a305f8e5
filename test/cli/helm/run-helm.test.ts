import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { before, beforeEach, describe, it } from "mocha";
import { type BundledVersion, findHelm } from "../../../cli/helm/find-helm.ts";
import { lintChart } from "../../../cli/helm/lint-chart.ts";
import { type Helm, HelmError, printCommand, runHelm } from "../../../cli/helm/run-helm.ts";
import { templateChart } from "../../../cli/helm/template-chart.ts";
import { readManifests } from "../../../scripts/lib/read-manifests.ts";
import { placeFiles, sampleChart } from "../sample-chart.ts";
import { useTemporaryDirectory } from "../use-temporary-directory.ts";

const versions: readonly BundledVersion[] = ["4.1.4", "3.17.3"];

for (const version of versions) {
  describe(`With Helm ${version}`, () => {
    const directory = useTemporaryDirectory();
    let helm: Helm;
    let chart: string;

    before(async () => {
      helm = await findHelm({ version });
    });

    beforeEach(async () => {
      chart = join(directory.path, "sample");
      await placeFiles(chart, sampleChart);
    });

    it("runHelm() gives the exit code, the output and the error output", async () => {
      const good = await runHelm(helm, ["version", "--short"]);
      assert.equal(good.code, 0);
      assert.match(good.stdout, new RegExp(`^v${version}\\+`));
      const bad = await runHelm(helm, ["nonsense"]);
      assert.equal(bad.code, 1);
      assert.match(bad.stderr, /unknown command "nonsense"/);
    });

    it("runHelm() shows Helm nothing of the user's configuration", async () => {
      const hidden = { HELM_NAMESPACE: "hidden", HELM_DEBUG: "true", KUBECONFIG: "/hidden" };
      const saved = { ...process.env };
      Object.assign(process.env, hidden);
      try {
        const { stdout } = await runHelm(helm, ["env"]);
        assert.match(stdout, /^HELM_NAMESPACE="default"$/m);
        assert.match(stdout, /^HELM_DEBUG="false"$/m);
        for (const home of ["CONFIG", "CACHE", "DATA"]) {
          assert.match(stdout, new RegExp(`^HELM_${home}_HOME=".*/chartwright-helm-`, "m"));
        }
      } finally {
        for (const name of Object.keys(hidden)) delete process.env[name];
        Object.assign(process.env, saved);
      }
    });

    it("runHelm() lets no request leave the machine", async () => {
      const { code, stderr } = await runHelm(helm, ["show", "chart", "sample", "--repo", "http://192.0.2.1"]);
      assert.equal(code, 1);
      assert.match(stderr, /proxyconnect tcp: dial tcp 127\.0\.0\.1:9: connect: connection refused/);
    });

    it("runHelm() passes input and the working directory on", async () => {
      const input = "greeting: from input\n";
      const args = ["template", "r", "sample", "--values", "-", "--show-only", "templates/configmap.yaml"];
      const { stdout } = await runHelm(helm, args, { input, cwd: directory.path });
      assert.match(stdout, /greeting: "from input"/);
    });

    it("templateChart() renders with release, namespace, values files and single values", async () => {
      const first = join(directory.path, "first.yaml");
      const second = join(directory.path, "second.yaml");
      await writeFile(first, "greeting: first\nreplicas: 2\n");
      await writeFile(second, "greeting: second\n");
      const options = { release: "r", namespace: "ns", valuesFiles: [first, second], set: ["replicas=3"] };
      const objects = readManifests(await templateChart(helm, chart, { ...options, includeHooks: false }));
      assert.deepEqual(objects, [
        {
          apiVersion: "v1",
          kind: "ConfigMap",
          metadata: { name: "r", namespace: "ns" },
          data: { greeting: "second", replicas: "3" },
        },
      ]);
    });

    it("templateChart() prints hooks by default", async () => {
      const kinds = readManifests(await templateChart(helm, chart)).map(({ kind }) => kind);
      assert.deepEqual(kinds, ["ConfigMap", "Pod"]);
    });

    it("templateChart() throws Helm's message, its code and the command", async () => {
      await assert.rejects(templateChart(helm, chart, { set: ["replicas=many"] }), (error) => {
        assert(error instanceof HelmError);
        assert.equal(error.exitCode, 1);
        assert.match(
          error.message,
          /^Cannot render the chart ".*\/sample": helm ended with code 1: Error: values don't/,
        );
        assert.match(error.stderr, /replicas/);
        assert.equal(error.command, `helm template release-name ${chart} --namespace default --set replicas=many`);
        return true;
      });
    });

    it("lintChart() takes a chart without complaints", async () => {
      assert.match(await lintChart(helm, chart), /1 chart\(s\) linted, 0 chart\(s\) failed/);
    });

    it("lintChart() counts a warning as a failure and names it", async () => {
      await writeFile(
        join(chart, "templates", "configmap.yaml"),
        "metadata:\n  name: UPPER\nkind: Job\napiVersion: v1\n",
      );
      await assert.rejects(lintChart(helm, chart), /^HelmError: Cannot pass the chart ".*\[WARNING\].*UPPER/s);
    });

    it("lintChart() lints with values files", async () => {
      const values = join(directory.path, "bad.yaml");
      await writeFile(values, "replicas: many\n");
      await assert.rejects(lintChart(helm, chart, [values]), /replicas/);
    });
  });
}

describe("printCommand()", () => {
  it("quotes what a shell would take apart", () => {
    assert.equal(printCommand(["template", "a b", "--set", "x=it's"]), "helm template 'a b' --set 'x=it'\\''s'");
  });
});
