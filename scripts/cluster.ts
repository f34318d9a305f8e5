/**
 * Starts and stops a cluster for tests: that of KUBECONFIG if it is set; else one of kind, where Docker works;
 * else one of programs that are built from tools/ and run on this machine itself (Linux, as root).
 *
 *     npm run cluster -- up
 *     export KUBECONFIG=$(npm run --silent cluster -- up)
 */
import { join } from "node:path";
import process from "node:process";
import { createCommand, runIfMain } from "../cli/arguments/create-command.ts";
import { printTable } from "../cli/terminal/print-table.ts";
import { findCluster } from "../cluster/find-cluster.ts";
import { listMissingPackages } from "../cluster/list-missing-packages.ts";
import { locateCache } from "../cluster/locate-cache.ts";
import { makeImages } from "../cluster/make-images.ts";
import type { Report } from "../cluster/provider.ts";
import { buildTools } from "../cluster/tools/build-tools.ts";
import { findChartTesting } from "../cluster/tools/find-chart-testing.ts";
import { helmTools } from "../cluster/tools/tool-modules.ts";

/** Progress goes to the error output, because the standard output of `up` is for a variable. */
const report: Report = (line) => console.error(`  ${line}`);

const program = createCommand("npm run cluster --", {
  description:
    "Starts and stops a cluster for tests. It is that of the variable KUBECONFIG if it is set; else one of kind, where Docker works; else programs that are built once from tools/ and run on this machine itself, which needs Linux, Go and root permissions.",
});

/** Adds a command of the program, which takes no arguments. */
function add(name: string, description: string, work: () => Promise<void>): void {
  program.addCommand(createCommand(name, { description }).action(work));
}

add("up", "start the cluster, unless it runs, and print the path of its kubeconfig", async () => {
  const cluster = await findCluster();
  await cluster.up(report);
  console.log(cluster.kubeconfig);
});

add("down", "stop and remove the cluster", async () => {
  await (await findCluster()).down(report);
});

add("status", "print what runs; exit with 1 if the cluster cannot be used", async () => {
  const cluster = await findCluster();
  const { isReady, parts } = await cluster.status();
  console.log(printTable([["cluster", `${cluster.name}, ${cluster.kubeconfig}`], ...parts]));
  if (!isReady) process.exitCode = 1;
});

const loadImage = createCommand("load-image", {
  description: "load images into the cluster; by default those of the examples, made from programs of this machine",
})
  .argument("[archive...]", "archives as docker save writes them")
  .action(async (archives) => {
    const cluster = await findCluster();
    const given = archives.length > 0 ? archives : await makeImages(await cluster.programs(report));
    for (const archive of given) {
      await cluster.loadImage(archive);
      report(`loaded ${archive}`);
    }
  });
program.addCommand(loadImage);

add(
  "needs",
  "print the packages of Debian and Ubuntu that this machine lacks for the cluster and its tests",
  async () => {
    const packages = await listMissingPackages((await findCluster()).name);
    if (packages.length > 0) console.log(packages.join(" "));
  },
);

add("build", "build all programs of the cluster and its tests, and start nothing", async () => {
  const cluster = await findCluster();
  await findChartTesting(report);
  const programs = await cluster.programs(report);
  if (cluster.name !== "given") await makeImages(programs);
});

add("helm", "build the newest Helm and print its path, for the variable HELM", async () => {
  const [directory = ""] = await buildTools(helmTools, { cache: join(locateCache(), "tools"), report });
  console.log(join(directory, "helm"));
});

runIfMain(import.meta, program);
