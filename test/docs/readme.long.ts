import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { describe, it } from "mocha";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { runProcess } from "../../cli/helm/run-process.ts";
import deno from "../../deno.json" with { type: "json" };
import {
  type Chart,
  closed,
  defineChart,
  defineTemplate,
  type Expression,
  evaluateChart,
  type mapOf,
  type Operand,
  printChart,
  toJson,
  valuesOf,
} from "../../generator/chart.ts";
import { checkChart } from "../../generator/evaluate/check-chart.ts";
import {
  checkObjects,
  formatFinding,
  type KubernetesObject,
  type Pipeline,
  printPipeline,
} from "../../generator/mod.ts";
import { certainRules } from "../../generator/rules/check-objects.ts";
import manifest from "../../package.json" with { type: "json" };
import { renderObjects } from "../../scripts/lib/render-objects.ts";
import { placeFiles } from "../cli/sample-chart.ts";
import { useTemporaryDirectory } from "../cli/use-temporary-directory.ts";
import { compileCode, listCode, placeToRun } from "./place-code-blocks.ts";
import { codeBlocks, readPage, root } from "./read-markdown.ts";

const readme = readPage("README.md");

describe("README.md", () => {
  const code = listCode("README.md");
  const directory = useTemporaryDirectory();

  it("README.md has code that compiles with the installed package", async () => {
    assert.deepEqual(
      [...code.keys()],
      ["block-1.ts", "our-charts/collector.ts", "pipelines/logs.ts", "our-charts/routes.ts"],
    );
    const [settings = ""] = codeBlocks(readme, "json").filter((block) => block.includes("compilerOptions"));
    const { compilerOptions } = JSON.parse(settings) as { readonly compilerOptions: object }; // the page says so
    const { code: exitCode, stdout } = await compileCode(directory.path, code, compilerOptions);
    assert.equal(stdout, "");
    assert.equal(exitCode, 0);
  });

  it("README.md has code whose chart renders to the objects that the page and its diagram show", async () => {
    await placeToRun(directory.path, code);
    const module: unknown = await import(pathToFileURL(join(directory.path, "block-1.ts")).href);
    const { default: pipeline } = module as { readonly default: Pipeline }; // the page says so
    await placeFiles(join(directory.path, pipeline.name), printPipeline(pipeline));
    const helm = await findHelm({ version: "4.1.4" });
    const render = async (environment: string): Promise<readonly string[]> => {
      const chart = join(directory.path, pipeline.name);
      const valuesFiles = [join(chart, "environments", `${environment}.yaml`)];
      const objects = await renderObjects(helm, chart, { release: "etl", valuesFiles });
      assert.deepEqual(checkObjects(objects, { releaseNamespace: "default" }).map(formatFinding), []);
      const kinds = ["CronJob", "Job", "PersistentVolumeClaim", "StatefulSet"];
      return objects
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ kind, metadata }) => `${kind} ${metadata.name?.replace(/-[0-9a-f]{8}$/, "")}`)
        .sort();
    };
    const shared = ["PersistentVolumeClaim etl-workspace-data", "StatefulSet etl-store"];
    assert.deepEqual(await render("dev"), ["Job etl-load", ...shared]);
    assert.deepEqual(await render("prod"), ["CronJob etl-load", ...shared]);
  });

  it("README.md has a custom chart whose code renders to valid objects, alone and as a stage of its pipeline", async () => {
    await placeToRun(directory.path, code);
    const load = async (path: string): Promise<unknown> => {
      const module = await import(pathToFileURL(join(directory.path, path)).href);
      return Reflect.get(module, "default");
    };
    const chart = (await load("our-charts/collector.ts")) as Chart; // the page says so
    const pipeline = (await load("pipelines/logs.ts")) as Pipeline; // likewise
    checkChart(chart);
    await placeFiles(join(directory.path, chart.name), printChart(chart));
    await placeFiles(join(directory.path, pipeline.name), printPipeline(pipeline));
    const helm = await findHelm({ version: "4.1.4" });
    const render = async (name: string, valuesFile: string) => {
      const valuesFiles = [join(directory.path, name, valuesFile)];
      return await renderObjects(helm, join(directory.path, name), { release: "logs", valuesFiles });
    };
    const describeAll = (objects: readonly KubernetesObject[]): readonly string[] =>
      objects.map(({ kind, metadata }) => `${kind} ${metadata.name?.replace(/-[0-9a-f]{8}$/, "")}`).sort();
    const alone = await render("collector", "ci/default-values.yaml");
    assert.deepEqual(describeAll(alone), ["DaemonSet logs-collector", "ServiceAccount logs-collector"]);
    const stages = await render("logs", "environments/prod.yaml");
    const allowUnknownKinds = ["apps/v1/DaemonSet"];
    const findings = checkObjects(stages, { releaseNamespace: "default", allowUnknownKinds }, certainRules);
    assert.deepEqual(findings.map(formatFinding), []);
    assert.deepEqual(
      describeAll(stages).filter((object) => !object.endsWith(" logs-tests")),
      [
        ...["ConfigMap logs-gates", "ConfigMap logs-load-gate"],
        ...["DaemonSet logs-agent", "Job logs-load", "Service logs-agent"],
        ...["ServiceAccount logs-agent", "ServiceAccount logs-load"],
      ],
    );
    assert.match(JSON.stringify(stages), /"image":"busybox:1\.37"/);
  });

  it("README.md has a check that refuses the values and prints the message that the page shows", async () => {
    await placeToRun(directory.path, code);
    type Routes = Readonly<Record<string, { readonly first: number; readonly last: number }>>;
    const module: unknown = await import(pathToFileURL(join(directory.path, "our-charts/routes.ts")).href);
    // The page says so.
    const { routeValues, checkRoutes } = module as {
      readonly routeValues: ReturnType<typeof mapOf>;
      readonly checkRoutes: (routes: Operand<unknown>) => Expression<never>;
    };
    const values = closed({ routes: routeValues }, { description: "Values" });
    const { routes } = valuesOf<{ routes: Routes }>(values);
    const data = { routes: toJson(routes) };
    const configMap = { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "routes" }, data };
    const documents = [checkRoutes(routes), configMap];
    const template = { chartName: "routes", kind: "configMap", source: "our-charts/routes.ts", documents };
    const chart = defineChart({
      ...{ name: "routes", version: "1.0.0", description: "Routes", keywords: [], source: "our-charts/routes.ts" },
      ...{ values, templates: [defineTemplate(template)], notes: ["Routes are installed."], ci: {} },
    });
    const rightRoutes = { web: { first: 80, last: 8080 } };
    assert.equal(evaluateChart(chart, { values: { routes: rightRoutes } }).length, 1);
    const wrongRoutes = { web: { first: 8080, last: 80 } };
    const [, message = ""] = /refuses a wrong route: `([^`]+)`/.exec(readme) ?? [];
    assert.equal(message, "routes.web.last: expected at least 8080, got 80");
    assert.throws(() => evaluateChart(chart, { values: { routes: wrongRoutes } }), { message: new RegExp(message) });
    await placeFiles(
      join(directory.path, "routes"),
      new Map([...printChart(chart), ["wrong.yaml", JSON.stringify({ routes: wrongRoutes })]]),
    );
    const helm = await findHelm({ version: "4.1.4" });
    const valuesFiles = [join(directory.path, "routes", "wrong.yaml")];
    const rendered = renderObjects(helm, join(directory.path, "routes"), { release: "routes", valuesFiles });
    await assert.rejects(rendered, { message: new RegExp(message) });
  });

  it("README.md names npm scripts and tasks that are there, and each npm script", () => {
    const scripts = Object.keys(manifest.scripts);
    const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map(([, name = ""]) => name);
    assert.deepEqual(
      named.filter((name) => !scripts.includes(name)),
      [],
    );
    const shortForms = ["start", "test"];
    const unnamed = scripts.filter((name) => !named.includes(name) && !shortForms.includes(name));
    assert.deepEqual(unnamed, []);
    for (const name of shortForms) assert.match(readme, new RegExp(`npm ${name}\\b`));
    const tasks = [...readme.matchAll(/deno task ([\w-]+)/g)].map(([, name = ""]) => name);
    assert.deepEqual(
      tasks.filter((name) => !Object.hasOwn(deno.tasks, name)),
      [],
    );
  });

  it("README.md names commands of chartwright that are there, and scripts", async () => {
    const cli = join(root, "cli", "chartwright.ts");
    const { stdout } = await runProcess(process.execPath, [cli, "help"]);
    const commands = new Set([...readme.matchAll(/^(?:npx )?chartwright ([a-z]+)/gm)].map(([, name = ""]) => name));
    for (const name of commands) assert.match(stdout, new RegExp(`^ +${name}\\b`, "m"));
    assert.deepEqual([...commands].sort(), ["check", "diff", "generate", "graph", "help", "lint", "package", "render"]);
    const scripts = [...readme.matchAll(/node (scripts\/[\w-]+\.ts)/g)].map(([, path = ""]) => path);
    assert.deepEqual(
      scripts.filter((path) => !existsSync(join(root, path))),
      [],
    );
  });

  it("README.md shows the steps that npm start prints", () => {
    const source = readPage("scripts/start.ts");
    const steps = [...readme.matchAll(/^(\d)\. (.+?)(?: with Helm [\d.]+)?$/gm)].filter(([line]) =>
      codeBlocks(readme, "text").some((block) => block.includes(line)),
    );
    assert.equal(steps.length, 4);
    for (const [, number, title = ""] of steps)
      assert(source.includes(`beginStep(${number}, `) && source.includes(title));
  });

  it("README.md installs charts with values files that are generated", () => {
    const files = [...readme.matchAll(/--values (\S+)/g)].map(([, path = ""]) => path);
    const missing = files.filter((path) => path.startsWith("examples/") && !existsSync(join(root, path)));
    assert.deepEqual(missing, []);
  });
});
