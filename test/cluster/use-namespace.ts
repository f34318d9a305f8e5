import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, type Context } from "mocha";
import { testCluster } from "./test-cluster.ts";
import { testLabels } from "./test-label.ts";

/** A namespace for one test. */
export interface TestNamespace {
  readonly name: string;
}

/** Gives each test of the enclosing `describe` a namespace of its own, in which Pod Security enforces a level. */
export function useNamespace(level: "restricted" | "baseline" | "privileged" = "restricted"): TestNamespace {
  const namespace = { name: "" };
  beforeEach(async () => {
    namespace.name = `test-${randomBytes(4).toString("hex")}`;
    const labels = { ...testLabels, "pod-security.kubernetes.io/enforce": level };
    const object = { apiVersion: "v1", kind: "Namespace", metadata: { name: namespace.name, labels } };
    await testCluster().kubectl(["create", "--filename=-"], JSON.stringify(object));
  });
  afterEach(async function (this: Context) {
    if (this.currentTest?.state === "failed") await printState(namespace.name);
    // From then on controllers make no new pods for those that end. The run waits at its end until all are gone.
    await testCluster().kubectl(["delete", "namespace", namespace.name, "--wait=false"]);
    await endPods(namespace.name);
  });
  return namespace;
}

/**
 * Lets the pods of a namespace end soon: some of the images' programs do not hear when they are asked to, and would take
 * half a minute, each time.
 */
export async function endPods(namespace: string): Promise<void> {
  const soon = ["--grace-period=1", "--wait=false"];
  await testCluster().kubectl(["delete", "pods", "--all", `--namespace=${namespace}`, ...soon]);
}

/** Prints how the pods of a namespace are, and what Kubernetes said of its objects. */
async function printState(namespace: string): Promise<void> {
  const { kubectl } = testCluster();
  console.error(await kubectl(["get", "pods", `--namespace=${namespace}`, "--output=wide"]));
  console.error(await kubectl(["events", `--namespace=${namespace}`]));
}
