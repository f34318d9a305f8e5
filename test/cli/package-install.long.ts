import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import process from "node:process";
import { describe, it } from "mocha";
import { readTree } from "../../cli/files/read-tree.ts";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { runProcess } from "../../cli/helm/run-process.ts";
import { templateChart } from "../../cli/helm/template-chart.ts";
import { readManifests } from "../../scripts/lib/read-manifests.ts";
import { readPage } from "../docs/read-markdown.ts";
import { placeFiles } from "./sample-chart.ts";
import { findArchive } from "./use-project.ts";
import { useTemporaryDirectory } from "./use-temporary-directory.ts";

/** What someone writes who has read the README: a volume, a chain of two jobs, a service, two environments. */
const pipeline = `import { BatchJob, CsiVolume, definePipeline, ServiceStage } from "chartwright";

const image = { repository: "busybox", tag: "1.36" };
const lake = new CsiVolume({ volumes: { data: { claim: { size: "5Gi" } } } });
const data = { mountPath: "/data", pipelineVolume: lake.volume("data") };

export default definePipeline({
  name: "nightly",
  version: "1.0.0",
  description: "Fetches and sorts numbers, and serves them",
  volumes: { lake },
  stages: {
    fetch: new BatchJob({ image, command: ["sh", "-c", "seq 10 | sort -R > /data/raw"], volumes: { data } }),
    sort: new BatchJob({
      dependsOn: ["fetch"],
      image,
      command: ["sh", "-c", "sort -n /data/raw > /data/index.html"],
      volumes: { data },
    }),
    web: new ServiceStage({
      image,
      command: ["httpd", "-f", "-p", "8080", "-h", "/data"],
      ports: { http: { containerPort: 8080 } },
      service: { ports: { http: { port: 80 } } },
      volumes: { data: { ...data, readOnly: true } },
    }),
  },
  environments: {
    dev: { web: { enabled: false } },
    prod: { web: { replicas: 2 } },
  },
});
`;

describe("The published package", () => {
  const directory = useTemporaryDirectory();

  it("The published package generates, under Node and Deno, renders and packages a chart in an empty project", async function () {
    // npm, two compilers and a registry's cache: on a loaded machine that takes its time.
    this.timeout(180_000);
    const helm = await findHelm();
    const project = join(directory.path, "project");
    const env = {
      ...Object.fromEntries(
        Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ),
      // The shell that starts the bin shall find this Node, and render the Helm of the tests.
      PATH: [dirname(process.execPath), process.env["PATH"] ?? ""].join(delimiter),
      HELM: helm.path,
    };
    const run = async (command: string, args: readonly string[], cwd: string): Promise<string> => {
      const { code, stdout, stderr } = await runProcess(command, args, { cwd, env });
      assert.equal(code, 0, `${command} ${args.join(" ")}:\n${stdout}${stderr}`);
      return stdout;
    };

    const archive = await findArchive();
    await placeFiles(
      project,
      new Map([
        ["package.json", '{ "name": "nightly", "private": true, "type": "module" }\n'],
        ["pipelines/nightly.ts", pipeline],
      ]),
    );
    // The files of the dependencies mostly come from npm's own cache.
    const quick = ["--prefer-offline", "--ignore-scripts", "--legacy-peer-deps", "--no-audit", "--no-fund"];
    await run("npm", ["install", ...quick, archive], project);

    const chartwright = (...args: readonly string[]) =>
      run(join(project, "node_modules/.bin/chartwright"), args, project);
    assert.match(await chartwright("generate", "pipelines/nightly.ts"), /^ {2}charts\/nightly +written/);
    assert.match(await chartwright("check", "pipelines/nightly.ts"), /files are current\n$/);
    const charts = await readTree(join(project, "charts"));
    await rm(join(project, "charts"), { recursive: true });
    const program = join(project, "node_modules/chartwright/build/chartwright.js");
    // With the permissions that the README names, and no others.
    const [, flags = ""] = /deno run (--[^\\\n]+) \\/.exec(readPage("README.md")) ?? [];
    assert.match(flags, /^--allow-read=[.] --allow-write=charts( --[a-z=-]+)+$/);
    await run(
      "deno",
      ["run", "--no-prompt", ...flags.split(" "), program, "generate", "pipelines/nightly.ts"],
      project,
    );
    assert.deepEqual(await readTree(join(project, "charts")), charts);
    const rendered = await chartwright("render", "charts/nightly", "--env", "prod", "--release", "n");
    assert.match(await chartwright("package"), /dist\/nightly-1\.0\.0\.tgz/);

    // Helm alone makes the same of the package as of the directory.
    const valuesFiles = [join(project, "charts/nightly/environments/prod.yaml")];
    const packaged = await templateChart(helm, join(project, "dist/nightly-1.0.0.tgz"), { release: "n", valuesFiles });
    assert.deepEqual(readManifests(packaged), readManifests(rendered));
    const objects = readManifests(packaged).map((object) => `${object["kind"]} ${Object(object["metadata"]).name}`);
    assert.deepEqual(objects.map((object) => object.replace(/-[0-9a-f]{8,}$/, "-HASH")).sort(), [
      "ConfigMap n-tests",
      "Deployment n-web",
      "Job n-sort-HASH",
      "PersistentVolumeClaim n-lake-data",
      "Pod n-tests",
      "Role n-tests",
      "RoleBinding n-tests",
      "Service n-web",
      "ServiceAccount n-sort",
      "ServiceAccount n-tests",
      "ServiceAccount n-web",
    ]);
  });
});
