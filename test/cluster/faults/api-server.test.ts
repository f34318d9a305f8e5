import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { waitUntil } from "../../../cluster/wait-until.ts";
import { patience } from "../patience.ts";
import { defineGraph } from "../pipelines/define-graph.ts";
import type { Graph, GraphStage } from "../pipelines/graph.ts";
import { listEarlyStarts, listEvents } from "../pipelines/marks.ts";
import { selectorOf, usePipelines } from "../pipelines/use-pipelines.ts";
import { runPod } from "../run-pod.ts";
import { testCluster } from "../test-cluster.ts";
import { makePipeline } from "./make-pipeline.ts";

/** What the last stage does: it notes that it runs, and waits until it gets a signal to end. */
const waits = "echo loading >> /data/log; until [ -e /data/go ]; do sleep 1; done; echo loaded >> /data/log";

const stage: GraphStage = { name: "a", kind: "batch", dependsOn: [], isEnabled: true, seconds: 0 };
const graph: Graph = [
  // Long enough for the other install to begin before it ends.
  { ...stage, seconds: 30 },
  { ...stage, name: "b", dependsOn: ["a"] },
  { ...stage, name: "c", dependsOn: ["a", "b"] },
  { ...stage, name: "d", kind: "service", dependsOn: ["c"] },
];
const waiting = ["b", "c", "d"];

describe("an API server that restarts during an install", () => {
  const releases = usePipelines();
  const { kubectl } = releases;

  async function hasClaim(): Promise<boolean> {
    return (await kubectl(["get", "persistentvolumeclaims", "--output=name"])) !== "";
  }

  /** Does something while the API server takes ten seconds for each new Service of the namespace. */
  async function whileServicesTakeLong<T>(act: () => Promise<T>): Promise<T> {
    await releases.apply(silentPod);
    await kubectl(["wait", "pod/silent", "--for=condition=Ready", `--timeout=${patience}s`]);
    const address = await kubectl(["get", "pod", "silent", "--output=jsonpath={.status.podIP}"]);
    await releases.apply(makeWebhook(releases.namespace, address));
    try {
      return await act();
    } finally {
      const remove = async (): Promise<boolean> => {
        await kubectl(["delete", "validatingwebhookconfigurations", releases.namespace, "--ignore-not-found"]);
        return true;
      };
      await waitUntil(remove, { what: "the API server answers again", seconds: patience });
    }
  }

  /** Runs a shell script in the last stage, and returns what it printed. */
  async function runInStage(script: string): Promise<string> {
    const job = (await kubectl(["get", "jobs", selectorOf("etl"), "--output=name"])).trim();
    return await kubectl(["exec", job, "--container=load", "--", "sh", "-c", script]);
  }

  /** The pods of the gated stages, with what they are at and how often a container of theirs was started again. */
  async function readPods(): Promise<readonly string[]> {
    const path =
      "{.metadata.labels.app\\.kubernetes\\.io/name} {.status.initContainerStatuses[*].restartCount} {.status.phase}";
    const output = `--output=jsonpath={range .items[*]}${path}{"\\n"}{end}`;
    return (await kubectl(["get", "pods", selectorOf("gated"), output])).trim().split("\n").sort();
  }

  async function saysThatItWaits(stage: string): Promise<boolean> {
    const which = `${selectorOf("gated")},app.kubernetes.io/name=${stage}`;
    return (await kubectl(["logs", which, "--container=gate", "--tail=-1"])).includes("Waits for");
  }

  // One restart for both: controllers that lose the API server often wait longer each time before they ask it again.
  it("while Helm and gates wait: the install ends well, no stage fails, no pod is made again, and the order holds", async () => {
    await releases.helm(["install", "gated", await releases.place(defineGraph("gated", "gates", graph))]);
    const installed = releases.install("etl", await releases.place(makePipeline(waits)));
    const isLoading = async (): Promise<boolean> => (await runInStage("cat /data/log")).includes("loading");
    const doAllWait = async (): Promise<boolean> =>
      (await Promise.all(waiting.map(saysThatItWaits))).every(Boolean) && (await isLoading());
    await waitUntil(doAllWait, { what: "all gates wait, and the last stage runs", seconds: patience, everyMs: 500 });
    await testCluster().restartApiServer();
    const letStageEnd = async (): Promise<boolean> => (await runInStage("touch /data/go")) === "";
    await waitUntil(letStageEnd, { what: "the API server answers again", seconds: patience });
    await installed;
    assert.equal(await runPod(releases, "cat /data/log", "data"), "extracted\nloading\nloaded\n");

    const isReady = async (): Promise<boolean> =>
      (await kubectl(["get", "deployment", "gated-d", "--output=jsonpath={.status.readyReplicas}"])) === "1";
    await waitUntil(isReady, { what: "the last of the gated stages answers", seconds: patience, everyMs: 1000 });
    const ends = (await releases.readJobs("gated")).map(({ stage, end }) => `${stage} ${end}`);
    assert.deepEqual(ends, ["a Complete", "b Complete", "c Complete"]);
    assert.deepEqual(await readPods(), ["a  Succeeded", "b 0 Succeeded", "c 0 Succeeded", "d 0 Running"]);
    const marks = await releases.readMarks("gated", 2 * graph.length);
    assert.deepEqual(
      listEvents(marks),
      graph.flatMap(({ name }) => [`${name} began`, `${name} done`]),
    );
    assert.deepEqual(listEarlyStarts(graph, marks), []);
  });

  it("while Helm makes objects: it ends with some of them, and another install has all that was written", async () => {
    const chart = await releases.place(makePipeline("echo loaded >> /data/log"));
    // Helm makes it after the claim and before the Job, its last object.
    const values = { load: { extraObjects: { between: makeService("between") } } };
    const flags = ["--wait", "--wait-for-jobs", "--timeout=180s"];
    const start = Date.now();
    const { code, stderr } = await whileServicesTakeLong(async () => {
      const installed = releases.attempt(["install", "etl", chart], { values, flags });
      await waitUntil(hasClaim, { what: "the claim is there", seconds: patience, everyMs: 20 });
      await testCluster().restartApiServer();
      return await installed;
    });
    assert.notEqual(code, 0);
    assert.match(stderr, /^Error: INSTALLATION FAILED: /m);
    assert((Date.now() - start) / 1000 < 240, "Helm ends when its time is over");
    assert.equal(await kubectl(["get", "services,jobs", "--output=name"]), "");
    // Helm could not note that it failed: it believes in an install that goes on.
    const { info } = JSON.parse(await releases.helm(["status", "etl", "--output=json"]));
    assert.equal(info.status, "pending-install");
    await runPod(releases, "echo kept > /data/log", "data");
    await releases.uninstall("etl");
    await releases.install("etl", chart, { values });
    assert.equal(await runPod(releases, "cat /data/log", "data"), "kept\nextracted\nloaded\n");
  });
});

/** A Service that has no pods and has no address. */
function makeService(name: string): object {
  return {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name },
    spec: { type: "ExternalName", externalName: `${name}.example.com` },
  };
}

/** A pod that lets everyone connect, and never says a word. */
const silentPod = {
  apiVersion: "v1",
  kind: "Pod",
  metadata: { name: "silent" },
  spec: {
    securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: "RuntimeDefault" } },
    containers: [
      {
        name: "main",
        image: "python:3.13-slim",
        command: ["python3", "-c", "import socket, time; s = socket.create_server(('', 8443)); time.sleep(3600)"],
        readinessProbe: { tcpSocket: { port: 8443 } },
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
      },
    ],
  },
};

/** Lets the API server ask an address about each new Service of a namespace, without success, for ten seconds. */
function makeWebhook(namespace: string, address: string): object {
  return {
    apiVersion: "admissionregistration.k8s.io/v1",
    kind: "ValidatingWebhookConfiguration",
    metadata: { name: namespace },
    webhooks: [
      {
        name: "silent.example.com",
        clientConfig: { url: `https://${address}:8443/` },
        rules: [{ apiGroups: [""], apiVersions: ["v1"], operations: ["CREATE"], resources: ["services"] }],
        namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } },
        failurePolicy: "Ignore",
        timeoutSeconds: 10,
        sideEffects: "None",
        admissionReviewVersions: ["v1"],
      },
    ],
  };
}
