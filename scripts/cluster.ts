/**
 * Brings up a cluster for tests and takes it down: that of KUBECONFIG if it is set; else one of kind, where Docker works;
 * else one of programs that are built from tools/ and run on this machine itself (Linux, as root).
 *
 *     npm run cluster -- up
 *     export KUBECONFIG=$(npm run --silent cluster -- up)
 */
import { join } from "node:path";
import process from "node:process";
import { asksForHelp } from "./lib/asks-for-help.ts";
import { buildTools } from "./lib/cluster/build-tools.ts";
import { findChartTesting } from "./lib/cluster/find-chart-testing.ts";
import { findCluster } from "./lib/cluster/find-cluster.ts";
import { listMissingPackages } from "./lib/cluster/list-missing-packages.ts";
import { locateCache } from "./lib/cluster/locate-cache.ts";
import { makeImages } from "./lib/cluster/make-images.ts";
import type { ClusterProvider, Report } from "./lib/cluster/provider.ts";
import { helmTools } from "./lib/cluster/tool-modules.ts";
import { isMain } from "./lib/is-main.ts";
import { printTable } from "./lib/print-table.ts";
import { ArgumentsError, readArguments } from "./lib/read-arguments.ts";
import { reportFailure } from "./lib/report-failure.ts";

const usage = "npm run cluster -- up|down|status|load-image [ARCHIVE]...|needs|build|helm";

const help = `Usage: ${usage}

  up          brings the cluster up, unless it is, and prints the path of its kubeconfig
  down        stops and removes all of it
  status      says what runs; ends with code 1 when the cluster cannot be used
  load-image  gives images to the cluster: archives as docker save writes them, or, without any, the images of the
              examples, which are made here of programs of this machine
  needs       prints the packages of Debian and Ubuntu that this machine lacks for the cluster and its tests
  build       builds all that the cluster and its tests are made of, and brings nothing up
  helm        builds the newest Helm and prints its path, for the variable HELM

The cluster is that of the variable KUBECONFIG if it is set; else one of kind, where Docker works; else programs that are
built once from tools/ and run on this machine itself, which takes Linux, Go and root's rights.`;

const commands: Readonly<Record<string, (cluster: ClusterProvider, archives: readonly string[]) => Promise<void>>> = {
  async up(cluster) {
    await cluster.up(report);
    console.log(cluster.kubeconfig);
  },
  async down(cluster) {
    await cluster.down(report);
  },
  async status(cluster) {
    const { isReady, parts } = await cluster.status();
    console.log(printTable([["cluster", `${cluster.name}, ${cluster.kubeconfig}`], ...parts]));
    if (!isReady) process.exitCode = 1;
  },
  async "load-image"(cluster, archives) {
    const given = archives.length > 0 ? archives : await makeImages(await cluster.programs(report));
    for (const archive of given) {
      await cluster.loadImage(archive);
      report(`loaded ${archive}`);
    }
  },
  async needs(cluster) {
    const packages = await listMissingPackages(cluster.name);
    if (packages.length > 0) console.log(packages.join(" "));
  },
  async build(cluster) {
    await findChartTesting(report);
    const programs = await cluster.programs(report);
    if (cluster.name !== "given") await makeImages(programs);
  },
  async helm() {
    const [directory = ""] = await buildTools(helmTools, { cache: join(locateCache(), "tools"), report });
    console.log(join(directory, "helm"));
  },
};

/** Progress goes to the error output: what `up` prints to the other is for a variable. */
const report: Report = (line) => console.error(`  ${line}`);

/**
 * Does one of the commands.
 * @throws ArgumentsError, ClusterError, OutputError when another process works on the cluster
 */
export async function run(args: readonly string[]): Promise<void> {
  if (asksForHelp(args)) return console.log(help);
  const { positionals } = readArguments({
    args,
    usage,
    options: {},
    positionals: ["command", "archive..."],
    required: 1,
  });
  const [name = "", ...archives] = positionals;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined || (archives.length > 0 && name !== "load-image")) {
    const found = archives.length > 0 ? `the argument ${JSON.stringify(archives[0])}` : JSON.stringify(name);
    throw new ArgumentsError(
      name,
      `Cannot start: expected one of ${Object.keys(commands).join(", ")}; got ${found}`,
      usage,
    );
  }
  await command(await findCluster(), archives);
}

if (isMain(import.meta)) run(process.argv.slice(2)).catch(reportFailure);
