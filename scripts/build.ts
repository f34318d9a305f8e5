/**
 * Builds what is published, into build/: the entries of the package and its command as JavaScript with shared chunks,
 * so that a pipeline file and the command that reads it load the same modules; and the declarations of the entries.
 *
 *     node scripts/build.ts
 */
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { build, type Metafile } from "esbuild";
import { createCommand, runIfMain } from "../cli/arguments/create-command.ts";
import { outputOption } from "../cli/arguments/options.ts";
import { runProcess } from "../cli/helm/run-process.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

const entries = {
  mod: "generator/mod.ts",
  chart: "generator/chart.ts",
  chartwright: "cli/chartwright.ts",
  // Loaded by name next to the chunk that needs it: many packages, for one rule.
  "chunks/models": "generator/rules/models.ts",
} as const;

/** Packages that are not bundled, each with its reason. */
const external: readonly string[] = [
  // A program that is run, not a module.
  "typescript",
  // Loaded when values are checked for the first time, by require.
  "ajv",
];

// CommonJS dependencies require Node's own modules.
const banner =
  'import { createRequire as createRequireOfBundle } from "node:module"; const require = createRequireOfBundle(import.meta.url);';

const command = createCommand("node scripts/build.ts", { description: "Builds what is published." })
  .addOption(outputOption("the directory of the built files").default("build"))
  .action(async ({ output }) => {
    const directory = resolve(output);
    await rm(directory, { recursive: true, force: true });
    await Promise.all([bundle(directory), declareTypes(join(directory, "types"))]);
  });

async function bundle(directory: string): Promise<void> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: directory,
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node22.18",
    mainFields: ["module", "main"],
    external: [...external],
    // A dependency means the package of that name, not Node's module, which is deprecated.
    alias: { punycode: "punycode/punycode.js" },
    banner: { js: banner },
    // Names of classes and functions are shown in messages.
    keepNames: true,
    metafile: true,
    logLevel: "warning",
  });
  await writeFile(join(directory, "THIRD-PARTY-LICENSES.txt"), await printLicenses(metafile));
}

/** The licenses of the packages that are bundled: most must be included in every copy. */
async function printLicenses({ inputs }: Metafile): Promise<string> {
  const folder = /^((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//;
  const packages = new Set(Object.keys(inputs).flatMap((path) => folder.exec(path)?.[1] ?? []));
  const texts = [...packages].sort().map(async (path) => {
    const { name, version, license } = Object(JSON.parse(await readFile(join(root, path, "package.json"), "utf8")));
    const file = (await readdir(join(root, path))).find((each) => /^licen[cs]e/i.test(each));
    const text = file === undefined ? "" : `\n\n${(await readFile(join(root, path, file), "utf8")).trim()}`;
    return `${name} ${version}, ${license}${text}\n`;
  });
  return (await Promise.all(texts)).join(`\n${"-".repeat(80)}\n\n`);
}

async function declareTypes(directory: string): Promise<void> {
  const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
  const args = [compiler, "-p", join(root, "tsconfig.build.json"), "--outDir", directory];
  const { code, stdout } = await runProcess(process.execPath, args);
  if (code !== 0) throw new Error(`Cannot build the declarations: ${stdout}`);
}

runIfMain(import.meta, command);
