import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, it } from "mocha";
import { type ProcessResult, runProcess } from "../../cli/helm/run-process.ts";
import { runCommand } from "../../cluster/run-command.ts";
import { waitUntil } from "../../cluster/wait-until.ts";
import { listLinted } from "../../scripts/ct-lint.ts";
import { patience } from "./patience.ts";
import { testCluster } from "./test-cluster.ts";
import { endPods, useNamespace } from "./use-namespace.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const charts = readdirSync(join(root, "charts"));

/** How many of the objects that `helm test` made were a success, by the values file with which ct had installed. */
function countSuccesses(printed: string): ReadonlyMap<string, number> {
  const [, ...parts] = printed.split(/^Installing chart with values file "(?=.+")/m);
  const succeeded = (part: string): number => part.match(/^Phase: +Succeeded$/gm)?.length ?? 0;
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('"')), succeeded(part)]));
}

describe("ct", () => {
  const namespace = useNamespace();

  const runCt = (...args: readonly string[]): Promise<ProcessResult> =>
    runProcess("ct", [...args, "--config", "ct.yaml"], { cwd: root, env: testCluster().environment });

  /** What is left in the namespace but what Kubernetes itself puts into each, and claims, which are kept after releases. */
  async function listLeft(): Promise<readonly string[]> {
    const kinds = "all,configmap,secret,serviceaccount,poddisruptionbudget,ingress,networkpolicy";
    const printed = await testCluster().kubectl(["get", kinds, `--namespace=${namespace.name}`, "--output=name"]);
    const own = ["configmap/kube-root-ca.crt", "serviceaccount/default"];
    return printed.split("\n").filter((name) => name !== "" && !own.includes(name));
  }

  /** All paths below charts/: ct may fetch dependencies into them. */
  const readCharts = (): Promise<readonly string[]> => readdir(join(root, "charts"), { recursive: true });

  /** How many objects `helm test` makes of a chart with a values file. */
  async function countTestHooks(chart: string, file: string): Promise<number> {
    const args = ["template", "any", chart, `--values=${file}`];
    const printed = await runCommand("helm", args, { cwd: root, env: testCluster().environment });
    return printed.match(/^ *"?helm\.sh\/hook"?: .*\btest\b/gm)?.length ?? 0;
  }

  it("ct lint passes for all charts and leaves them as they are", async () => {
    const before = await readCharts();
    const { code, stdout, stderr } = await runCt("lint");
    assert.equal(code, 0, stdout + stderr);
    assert.deepEqual(listLinted(stdout).toSorted(), charts.toSorted());
    assert.deepEqual(await readCharts(), before);
  });

  for (const chart of charts) {
    it(`ct install installs and tests charts/${chart} with each of its ci files, under Pod Security "restricted"`, async () => {
      const path = join("charts", chart);
      const files = (await readdir(join(root, path, "ci"))).sort().map((file) => join(path, "ci", file));
      const only = ["--all=false", "--charts", path, "--namespace", namespace.name];
      const { code, stdout, stderr } = await runCt("install", ...only);
      assert.equal(code, 0, stdout + stderr);
      const hooks = files.map(async (file) => [file, await countTestHooks(path, file)] as const);
      assert.deepEqual(countSuccesses(stdout), new Map(await Promise.all(hooks)));
      const { counts } = testCluster();
      counts.add("installs", files.length);
      counts.add("uninstalls", files.length);
      counts.add("runs of helm test", files.length);
      // Helm waits for what it made, not for the pods of it.
      await endPods(namespace.name);
      await waitUntil(async () => (await listLeft()).length === 0, {
        what: "all is removed",
        seconds: patience,
        everyMs: 1000,
      });
    });
  }
});
