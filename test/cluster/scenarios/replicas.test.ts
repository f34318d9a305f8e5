import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { waitUntil } from "../../../cluster/wait-until.ts";
import { patience } from "../patience.ts";
import { runPod } from "../run-pod.ts";
import { useReleases } from "../use-releases.ts";

const chart = "charts/stateful-stage";

describe("replicas with storage of their own", () => {
  const releases = useReleases("restricted");
  const { kubectl } = releases;

  const run = (pod: string, script: string): Promise<string> => kubectl(["exec", pod, "--", "sh", "-c", script]);
  const uidOf = (pod: string): Promise<string> => kubectl(["get", "pod", pod, "--output=jsonpath={.metadata.uid}"]);

  it("what a replica wrote is there after its pod is deleted, and after scaling down and up", async () => {
    const web = { flags: ["--values=examples/replicated-web/values/web-unprivileged.yaml"] };
    const file = "/usr/share/nginx/html/kept";
    const pod = "web-stateful-stage-1";
    const show = (replica: number): Promise<string> => run(`web-stateful-stage-${replica}`, `cat ${file}`);
    await releases.install("web", chart, web);
    for (const replica of [0, 1, 2]) await run(`web-stateful-stage-${replica}`, `echo of ${replica} > ${file}`);

    const before = await uidOf(pod);
    await kubectl(["delete", "pod", pod]);
    const isNew = async (): Promise<boolean> => (await uidOf(pod)) !== before;
    await waitUntil(isNew, { what: "the pod is made again", seconds: patience });
    await kubectl(["wait", `pod/${pod}`, "--for=condition=Ready", `--timeout=${patience}s`]);
    assert.equal(await show(1), "of 1\n");

    await releases.upgrade("web", chart, { ...web, values: { replicas: 1 } });
    await kubectl([
      "wait",
      "pod/web-stateful-stage-1",
      "pod/web-stateful-stage-2",
      "--for=delete",
      `--timeout=${patience}s`,
    ]);
    await releases.upgrade("web", chart, web);
    const found = [await show(0), await show(1), await show(2)];
    assert.deepEqual(found, ["of 0\n", "of 1\n", "of 2\n"]);
  });

  it("what replicas wrote is there after an uninstall and another install", async () => {
    const values = {
      image: { repository: "busybox", tag: "1.36" },
      replicas: 2,
      command: ["sh", "-c", "date >> /data/starts; trap exit TERM; while :; do sleep 1; done"],
      persistence: { data: { mountPath: "/data", size: "1Gi" } },
    };
    await releases.install("kept", chart, { values });
    const pod = "kept-stateful-stage-1";
    const first = await run(pod, "cat /data/starts");
    await releases.uninstall("kept");
    await kubectl(["wait", `pod/${pod}`, "--for=delete", `--timeout=${patience}s`]);
    await releases.install("kept", chart, { values });
    const lines = (await run(pod, "cat /data/starts")).trimEnd().split("\n");
    assert.equal(lines.length, 2);
    assert.equal(`${lines[0]}\n`, first);
  });

  it("each replica answers another pod at <pod>.<service>", async () => {
    await releases.install("my-app", chart, { flags: ["--values=examples/stable-identity/values/my-app.yaml"] });
    const pods = [0, 1, 2].map((replica) => `my-app-${replica}`);
    const script = pods.map((pod) => `wget -qO- http://${pod}.my-service`).join(" && ");
    assert.deepEqual((await runPod(releases, script)).trimEnd().split("\n"), pods);
  });
});
