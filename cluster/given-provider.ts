import { ClusterError } from "./cluster-error.ts";
import type { ClusterProvider } from "./provider.ts";
import { runCommand } from "./run-command.ts";
import { toolEnvironment } from "./tools/tool-environment.ts";

/**
 * An existing cluster: it is used, but neither started nor stopped.
 * @param kubeconfig the value of the variable KUBECONFIG: the path of a file, or of several
 */
export function givenProvider(kubeconfig: string): ClusterProvider {
  const kubectl = (args: readonly string[]): Promise<string> =>
    runCommand("kubectl", args, { env: { ...toolEnvironment(), KUBECONFIG: kubeconfig } });
  const isReady = (): Promise<boolean> =>
    kubectl(["get", "--raw=/readyz"]).then(
      () => true,
      () => false,
    );
  return {
    name: "given",
    kubeconfig,
    programs: async () => [],
    async up() {
      await kubectl(["get", "--raw=/readyz"]);
    },
    async down(report) {
      report(`the cluster of ${kubeconfig} was not started here: nothing to do`);
    },
    async status() {
      const ready = await isReady();
      return { isReady: ready, parts: [["API server", ready ? "answers" : "does not answer"]] };
    },
    async loadImage(archive) {
      const message = `Cannot load "${archive}": expected a cluster that was started here, got that of ${kubeconfig}`;
      throw new ClusterError("UNSUPPORTED", `${message}; load it with the tools of that cluster`);
    },
  };
}
