import { ClusterError } from "./cluster-error.ts";
import type { ClusterProvider } from "./provider.ts";
import { runCommand } from "./run-command.ts";
import { toolEnvironment } from "./tools/tool-environment.ts";

/**
 * A cluster of someone else's: it is used, and neither brought up nor taken down.
 * @param kubeconfig as the variable KUBECONFIG has it: the path of a file, or of several
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
      report(`the cluster of ${kubeconfig} was not brought up here: nothing to do`);
    },
    async status() {
      const ready = await isReady();
      return { isReady: ready, parts: [["API server", ready ? "answers" : "does not answer"]] };
    },
    async loadImage(archive) {
      const message = `Cannot load "${archive}": expected a cluster that was brought up here, got that of ${kubeconfig}`;
      throw new ClusterError("UNSUPPORTED", `${message}; load it with that cluster's own means`);
    },
  };
}
