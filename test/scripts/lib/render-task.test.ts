import assert from "node:assert/strict";
import { before, beforeEach, describe, it } from "mocha";
import { findHelm } from "../../../cli/helm/find-helm.ts";
import { type Helm, HelmError } from "../../../cli/helm/run-helm.ts";
import { FindingsError, type RenderTask, renderTask } from "../../../scripts/lib/render-task.ts";
import { renderTasks } from "../../../scripts/lib/render-tasks.ts";
import { placeFiles } from "../../cli/sample-chart.ts";
import { useTemporaryDirectory } from "../../cli/use-temporary-directory.ts";

const claim = `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: {{ .Values.claim }}
spec:
  accessModes: [ReadWriteOnce]
  resources:
    requests:
      storage: 1Gi
`;

const job = `apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .Release.Name }}
spec:
  template:
    metadata:
      labels: {app: job}
    spec:
      automountServiceAccountToken: false
      restartPolicy: Never
      securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
      containers:
        - name: main
          image: busybox:1.36
          securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
          volumeMounts: [{name: data, mountPath: /data}]
      volumes: [{name: data, persistentVolumeClaim: {claimName: {{ .Values.claim }}}}]
`;

describe("renderTask()", () => {
  const directory = useTemporaryDirectory();
  let helm: Helm;

  before(async () => {
    helm = await findHelm();
  });

  beforeEach(async () => {
    const charts = Object.entries({ claim, job }).flatMap(([name, template]): [string, string][] => [
      [`${name}/Chart.yaml`, `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n`],
      [`${name}/values.yaml`, "claim: data\n"],
      [`${name}/templates/${name}.yaml`, template],
    ]);
    await placeFiles(directory.path, new Map([...charts, ["other.yaml", "claim: other\n"]]));
  });

  function makeTask(names: readonly string[], values: readonly string[], rest: Partial<RenderTask> = {}): RenderTask {
    const valuesFiles = values.map((file) => `${directory.path}/${file}`);
    const releases = names.map((name) => ({ name: `my-${name}`, chart: `${directory.path}/${name}`, valuesFiles }));
    return { subject: "charts", variant: "test", namespace: "here", releases, allowances: {}, ...rest };
  }

  it("renderTask() checks the objects of its releases together", async () => {
    const { objects } = await renderTask(helm, makeTask(["claim", "job"], []));
    assert.deepEqual(
      objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`),
      ["PersistentVolumeClaim data", "Job my-job"],
    );
  });

  it("renderTask() names each object that the rules refuse, unless the task allows it", async () => {
    await assert.rejects(renderTask(helm, makeTask(["job"], ["other.yaml"])), (error) => {
      assert(error instanceof FindingsError);
      assert.match(
        error.message,
        /^Cannot accept the objects of charts \(test\):\n {2}batch\/v1\/Job my-job: ".*claimName": expected .*"other".* \(claims-exist\)$/,
      );
      return true;
    });
    const allowances = { external: ["PersistentVolumeClaim/other"] };
    assert.equal((await renderTask(helm, makeTask(["job"], ["other.yaml"], { allowances }))).objects.length, 1);
  });

  it("renderTask() refuses two objects of one name", async () => {
    const task = makeTask(["claim", "claim"], []);
    await assert.rejects(renderTask(helm, task), /expected one PersistentVolumeClaim of this name, got 2 named "data"/);
  });

  it("renderTask() says what Helm refuses", async () => {
    await assert.rejects(renderTask(helm, makeTask(["absent"], [])), HelmError);
  });

  it("renderTasks() renders all of them, and reports each that failed, not only the first", async () => {
    let steps = 0;
    const advance = () => {
      steps += 1;
    };
    const progress = { advance, end: () => {} };
    const good = makeTask(["claim", "job"], []);
    assert.equal((await renderTasks(helm, [good, good], progress)).length, 2);
    const tasks = [makeTask(["absent"], [], { variant: "first" }), good, makeTask(["job"], ["other.yaml"])];
    await assert.rejects(renderTasks(helm, tasks, progress), (error) => {
      assert(error instanceof AggregateError);
      assert.equal(error.message, "Cannot pass 2 of 3 renders");
      assert.deepEqual(error.errors.map(String), ["Error: charts (first)", "Error: charts (test)"]);
      const [first, second] = error.errors.map(({ cause }) => cause);
      assert(first instanceof HelmError && second instanceof FindingsError);
      return true;
    });
    assert.equal(steps, 5);
  });
});
