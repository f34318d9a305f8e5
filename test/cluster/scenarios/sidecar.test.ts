import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { waitUntil } from "../../../cluster/wait-until.ts";
import { patience } from "../patience.ts";
import { selectorOf } from "../pipelines/use-pipelines.ts";
import { readLogs } from "../read-logs.ts";
import { useReleases } from "../use-releases.ts";

/** When a container ran, in RFC 3339. */
interface ContainerStatus {
  readonly name: string;
  readonly state: {
    readonly running?: { readonly startedAt: string };
    readonly terminated?: { readonly startedAt: string; readonly exitCode: number };
  };
  readonly lastState: { readonly terminated?: { readonly exitCode: number } };
}

const image = { repository: "busybox", tag: "1.36" };
const run = (script: string): readonly string[] => ["sh", "-c", script];

/** The proxy of a database, which answers as long as the pod runs. */
const proxy = {
  native: true,
  image,
  command: run("echo a database > /tmp/index.html; exec httpd -f -p 5432 -h /tmp"),
  startupProbe: { tcpSocket: { port: 5432 }, periodSeconds: 1 },
};
/** It fails without the proxy. */
const migrate = { image, command: run("wget -qO- http://127.0.0.1:5432/") };

describe("a pod with a sidecar before its migration", () => {
  const releases = useReleases("restricted");

  async function readStatuses(release: string): Promise<readonly ContainerStatus[]> {
    const { items } = JSON.parse(await releases.kubectl(["get", "pods", selectorOf(release), "--output=json"]));
    assert.equal(items.length, 1);
    const { initContainerStatuses = [], containerStatuses = [] } = items[0].status;
    return [...initContainerStatuses, ...containerStatuses];
  }

  const charts: readonly (readonly [chart: string, values: object])[] = [
    ["service-stage", { command: run("exec httpd -f -p 8080 -h /tmp"), terminationGracePeriodSeconds: 1 }],
    ["stateful-stage", { command: run("exec httpd -f -p 8080 -h /tmp"), terminationGracePeriodSeconds: 1 }],
    ["batch-job", { command: run("wget -qO- http://127.0.0.1:5432/") }],
  ];
  for (const [chart, values] of charts) {
    it(`starts the sidecar first, and the migration and the main container of ${chart} reach the database through it`, async () => {
      const sidecars = { proxy: { ...proxy, order: -1 } };
      await releases.install("db", `charts/${chart}`, {
        values: { image, ...values, sidecars, initContainers: { migrate } },
      });
      const statuses = await readStatuses("db");
      assert.deepEqual(
        statuses.map(({ name }) => name),
        ["proxy", "migrate", "main"],
      );
      const starts = statuses.map(({ state }) => (state.running ?? state.terminated)?.startedAt ?? "never");
      assert.deepEqual(starts, starts.toSorted());
      assert.equal(statuses[1]?.state.terminated?.exitCode, 0);
      const which = [selectorOf("db"), "--container=migrate"];
      assert.equal(await readLogs(releases, which, (log) => log !== ""), "a database\n");
    });
  }

  it("fails in its migration where the sidecar has no order, and so starts after it", async () => {
    await releases.helm(["install", "db", "charts/service-stage"], {
      values: { image, command: ["sleep", "inf"], sidecars: { proxy }, initContainers: { migrate } },
    });
    const hasFailed = async (): Promise<boolean> => {
      const { items } = JSON.parse(await releases.kubectl(["get", "pods", selectorOf("db"), "--output=json"]));
      const statuses: readonly ContainerStatus[] = items[0]?.status.initContainerStatuses ?? [];
      const migration = statuses.find(({ name }) => name === "migrate");
      return (migration?.state.terminated ?? migration?.lastState.terminated)?.exitCode === 1;
    };
    await waitUntil(hasFailed, { what: "the migration fails", seconds: patience });
    const proxied = (await readStatuses("db")).find(({ name }) => name === "proxy");
    assert.equal(proxied?.state.running, undefined);
  });
});
