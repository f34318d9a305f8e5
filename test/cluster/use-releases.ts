import { type BundledVersion, findHelm } from "../../cli/helm/find-helm.ts";
import { type ProcessResult, runProcess } from "../../cli/helm/run-process.ts";
import { runCommand } from "../../cluster/run-command.ts";
import { patience } from "./patience.ts";
import { nameHelmCommand } from "./run-counts.ts";
import { testCluster } from "./test-cluster.ts";
import { useNamespace } from "./use-namespace.ts";

/** How a release is made or changed. */
export interface ReleaseOptions {
  /** Values next to those of `flags`; they win. */
  readonly values?: object;
  /** More of Helm's flags, such as `--values=FILE`. */
  readonly flags?: readonly string[];
  /** The Helm to use (default: that which all commands here take). */
  readonly helm?: BundledVersion;
}

/** Helm and kubectl in the namespace of one test. */
export interface Releases {
  /** The namespace; it has another name in each test. */
  readonly namespace: string;
  /** Runs kubectl in the namespace and returns what it printed; it must succeed. */
  kubectl(args: readonly string[], input?: string): Promise<string>;
  /** Makes or changes objects in the namespace. */
  apply(...items: readonly object[]): Promise<void>;
  /** Runs a command of Helm's, such as `["install", "web", "charts/stateful-stage"]`, and returns how it ended. */
  attempt(command: readonly string[], options?: ReleaseOptions): Promise<ProcessResult>;
  /** Does the same, and fails when Helm does; returns what Helm printed. */
  helm(command: readonly string[], options?: ReleaseOptions): Promise<string>;
  /** Installs a chart, waits until all of it is ready and its Jobs have ended well, and returns what Helm printed. */
  install(release: string, chart: string, options?: ReleaseOptions): Promise<string>;
  /** Upgrades a release in the same way. */
  upgrade(release: string, chart: string, options?: ReleaseOptions): Promise<string>;
  /** Uninstalls a release and waits until its objects are gone. */
  uninstall(release: string): Promise<void>;
}

const untilReady = ["--wait", "--wait-for-jobs", `--timeout=${patience}s`];

/** Gives each test of the enclosing `describe` a namespace, and Helm and kubectl in it. */
export function useReleases(level?: Parameters<typeof useNamespace>[0]): Releases {
  const namespace = useNamespace(level);
  const kubectl: Releases["kubectl"] = (args, input) =>
    testCluster().kubectl([`--namespace=${namespace.name}`, ...args], input);
  const compose = async (command: readonly string[], { values, flags = [], helm }: ReleaseOptions) => ({
    program: helm === undefined ? "helm" : (await findHelm({ version: helm })).path,
    args: [...command, `--namespace=${namespace.name}`, ...flags, ...(values === undefined ? [] : ["--values=-"])],
    // JSON is YAML; a file of values ends with a newline.
    options: { env: testCluster().environment, input: values === undefined ? "" : `${JSON.stringify(values)}\n` },
  });
  const count = (command: readonly string[]): void => {
    const name = nameHelmCommand(command);
    if (name !== undefined) testCluster().counts.add(name);
  };
  const helm: Releases["helm"] = async (command, options = {}) => {
    const { program, args, options: how } = await compose(command, options);
    count(command);
    return await runCommand(program, args, how);
  };
  return {
    get namespace() {
      return namespace.name;
    },
    kubectl,
    async apply(...items) {
      await kubectl(["apply", "--filename=-"], JSON.stringify({ apiVersion: "v1", kind: "List", items }));
    },
    async attempt(command, options = {}) {
      const { program, args, options: how } = await compose(command, options);
      count(command);
      return await runProcess(program, args, how);
    },
    helm,
    install: (release, chart, options) => helm(["install", release, chart, ...untilReady], options),
    upgrade: (release, chart, options) => helm(["upgrade", release, chart, ...untilReady], options),
    async uninstall(release) {
      await helm(["uninstall", release, "--wait", `--timeout=${patience}s`]);
    },
  };
}
