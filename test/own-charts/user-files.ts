/** The files of a user who has a package of charts and a project with pipelines, both outside of this repository. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import manifest from "../../package.json" with { type: "json" };
import { placeFiles } from "../cli/sample-chart.ts";

const here = import.meta.dirname;

/** The imports that replace the modules of this repository where a package is installed. */
const specifiers: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/"(?:\.\.\/)+generator\/chart\.ts"/g, '"chartwright/chart"'],
  [/"(?:\.\.\/)+generator\/mod\.ts"/g, '"chartwright"'],
  [/"\.\.\/index\.ts"/g, '"my-charts"'],
];

async function readAsUser(path: string): Promise<string> {
  const text = await readFile(join(here, path), "utf8");
  return specifiers.reduce((changed, [pattern, name]) => changed.replace(pattern, name), text);
}

const compilerOptions = {
  module: "nodenext",
  target: "es2024",
  strict: true,
  rewriteRelativeImportExtensions: true,
  types: [],
  skipLibCheck: true, // other tests ask whether the declarations are right
};

/** Writes the package of charts: chartwright is a peer, of which the archive is installed to compile it. */
export async function placeCharts(directory: string, archive: string): Promise<void> {
  const own = {
    name: "my-charts",
    version: "1.0.0",
    type: "module",
    exports: { ".": { types: "./build/index.d.ts", default: "./build/index.js" } },
    files: ["build"],
    peerDependencies: { chartwright: manifest.version },
    devDependencies: {
      chartwright: `file:${archive}`,
      "kubernetes-types": manifest.dependencies["kubernetes-types"],
    },
  };
  const options = { ...compilerOptions, declaration: true, rootDir: "src", outDir: "build" };
  const sources = ["index.ts", "collector.ts", "migration.ts", "scratch.ts"];
  const texts = sources.map(async (name) => [`src/${name}`, await readAsUser(name)] as const);
  const files = new Map([
    ["package.json", JSON.stringify(own)],
    ["tsconfig.json", JSON.stringify({ compilerOptions: options, include: ["src"] })],
    ...(await Promise.all(texts)),
  ]);
  await placeFiles(directory, files);
}

/** What must not compile, in the project of a user. */
const wrongTypes = `import { definePipeline, withEnvironment } from "chartwright";
import { ChartStage } from "chartwright/chart";
import { collector, migration } from "my-charts";
import pipeline from "./pipelines/gates.ts";

const image = { repository: "busybox", tag: "1.36" };
withEnvironment(pipeline, "more", { agent: { image: { tag: "2" }, enabled: false }, schema: { attempts: 1 } });
// @ts-expect-error: no value of that name
withEnvironment(pipeline, "more", { agent: { imgae: { tag: "2" } } });
// @ts-expect-error: nor below one
withEnvironment(pipeline, "more", { agent: { image: { tga: "2" } } });
// @ts-expect-error: nor in a type of Kubernetes
withEnvironment(pipeline, "more", { agent: { livenessProbe: { htpGet: { port: 80 } } } });
// @ts-expect-error: a value of the other chart
withEnvironment(pipeline, "more", { agent: { attempts: 1 } });
// @ts-expect-error: a number
withEnvironment(pipeline, "more", { schema: { attempts: "1" } });
// @ts-expect-error: no such stage
withEnvironment(pipeline, "more", { agnet: { enabled: false } });
// @ts-expect-error: no image, which has no default
new ChartStage(collector, {});
// @ts-expect-error: nor has the version of the schema one
new ChartStage(migration, { image });
// @ts-expect-error: nor the number of a port
new ChartStage(collector, { image, ports: { http: {} } });
// @ts-expect-error: no value of that name
new ChartStage(collector, { image, prots: {} });
// @ts-expect-error: a text
new ChartStage(migration, { image, schemaVersion: 1 });
const stages = { schema: new ChartStage(migration, { image, dependsOn: ["agent"], schemaVersion: "v1" }) };
// @ts-expect-error: depends on a stage that is not there
definePipeline({ name: "a", version: "1.0.0", stages });
`;

/** Writes the project, which depends on both packages; its pipelines, and a file for each chart alone. */
export async function placeProject(directory: string, archives: Readonly<Record<string, string>>): Promise<void> {
  const dependencies = Object.fromEntries(Object.entries(archives).map(([name, path]) => [name, `file:${path}`]));
  const pipelines = (await readdir(join(here, "pipelines"))).map((name) => `pipelines/${name}`);
  const texts = pipelines.map(async (path) => [path, await readAsUser(path)] as const);
  const files = new Map([
    ["package.json", JSON.stringify({ name: "project", private: true, type: "module", dependencies })],
    ["tsconfig.json", JSON.stringify({ compilerOptions: { ...compilerOptions, noEmit: true } })],
    ["collector.ts", 'export { collector as default } from "my-charts";\n'],
    ["migration.ts", 'export { migration as default } from "my-charts";\n'],
    ["scratch.ts", 'export { scratch as default } from "my-charts";\n'],
    ["wrong-types.ts", wrongTypes],
    ...(await Promise.all(texts)),
  ]);
  await placeFiles(directory, files);
}
