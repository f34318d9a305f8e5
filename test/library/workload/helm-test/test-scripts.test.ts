import assert from "node:assert/strict";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "mocha";
import { runProcess } from "../../../../cli/helm/run-process.ts";
import { JOB_TEST, SERVICE_TEST } from "../../../../generator/library/workload/helm-test/test-scripts.ts";

/** A Job as an API server prints it when asked to be pretty. */
function jobWith(conditions: readonly object[]): string {
  const pattern = { type: "Failed", status: "True" };
  return JSON.stringify(
    {
      kind: "Job",
      metadata: { name: "load", annotations: { note: '"type": "Complete"' } },
      spec: { podFailurePolicy: { rules: [{ action: "Ignore", onPodConditions: [pattern] }] } },
      status: { conditions, failed: 1 },
    },
    null,
    2,
  );
}

const condition = (type: string): object => ({ type, status: "True", reason: "any" });

describe("the scripts of helm test", () => {
  let directory = "";
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "chartwright-test-"));
  });
  after(() => rm(directory, { recursive: true, force: true }));

  /** Runs a script with a curl that prints one answer after the other, the last one again and again. */
  async function run(script: string, argument: string, answers: readonly string[]) {
    await Promise.all(answers.map((answer, i) => writeFile(join(directory, `answer-${i + 1}`), answer)));
    await writeFile(join(directory, "calls"), "");
    const curl = `#!/bin/sh
echo "$*" >> "${directory}/calls"
n=$(wc -l < "${directory}/calls")
[ "$n" -le ${answers.length} ] || n=${answers.length}
cat "${directory}/answer-$((n))"
`;
    await writeFile(join(directory, "curl"), curl);
    await writeFile(join(directory, "sleep"), "#!/bin/sh\n");
    await Promise.all(["curl", "sleep"].map((name) => chmod(join(directory, name), 0o755)));
    const args = ["-c", script.replace(/^cd .*\n/, ""), argument];
    const { code, stdout } = await runProcess("sh", args, {
      env: { ...process.env, PATH: `${directory}:${process.env["PATH"]}` },
    });
    return { code, stdout };
  }

  it("a Job's waits until it is complete", async () => {
    const answers = [jobWith([]), jobWith([condition("SuccessCriteriaMet")]), jobWith([condition("Complete")])];
    assert.deepEqual(await run(JOB_TEST, "https://api/jobs/load", answers), {
      code: 0,
      stdout: "The Job has succeeded\n",
    });
  });

  it("a Job's fails at once when it has failed", async () => {
    const answers = [jobWith([condition("FailureTarget")]), jobWith([condition("FailureTarget"), condition("Failed")])];
    assert.deepEqual(await run(JOB_TEST, "https://api/jobs/load", answers), {
      code: 1,
      stdout: "The Job has failed\n",
    });
  });

  it("a Job's waits where it may not read the Job, or finds none", async () => {
    const answers = ["", JSON.stringify({ status: "Failure", code: 404 }, null, 2), jobWith([condition("Complete")])];
    assert.equal((await run(JOB_TEST, "https://api/jobs/load", answers)).code, 0);
  });

  it("a Service's waits until a connection took time", async () => {
    assert.deepEqual(await run(SERVICE_TEST, "web.etl:80", ["0.000000", "0.000000", "0.000412"]), {
      code: 0,
      stdout: "web.etl:80 answers\n",
    });
  });
});
