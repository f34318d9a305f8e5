import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { types } from "node:util";
import { cacheDirectory } from "./files.js";

const require = createRequire(import.meta.url);
// CommonJS in the bundle asks for Node's own modules. What is bundled may import createRequire by that name itself;
// a require of its own it has under another one from esbuild.
const banner = {
  js: 'import { createRequire as createRequireOfBundle } from "node:module"; const require = createRequireOfBundle(import.meta.url);',
};

/**
 * Bundles modules that are loaded: gives a file for each, by its path, and all files, also those that they share. Their
 * names contain hashes of the content, so that no file is ever replaced by another one.
 * @throws esbuild's error
 * @param {readonly string[]} modules
 */
export function bundlePackages(modules) {
  /** @type {typeof import("esbuild")} */
  const { buildSync } = require("esbuild"); // loaded when it is needed
  mkdirSync(cacheDirectory, { recursive: true });
  const directory = mkdtempSync(join(cacheDirectory, "entries-"));
  try {
    for (const [i, path] of modules.entries()) writeFileSync(join(directory, `${i}.mjs`), printReexports(path));
    const { outputFiles, metafile } = buildSync({
      absWorkingDir: directory,
      entryPoints: modules.map((_, i) => `${i}.mjs`),
      entryNames: "[name]-[hash]",
      chunkNames: "shared-[hash]",
      outdir: ".",
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "node",
      target: "node22",
      banner,
      write: false,
      metafile: true,
      logLevel: "silent",
    });
    const outputs = Object.entries(metafile.outputs);
    const nameOutput = (/** @type {number} */ i) =>
      outputs.find(([, { entryPoint }]) => entryPoint === `${i}.mjs`)?.[0];
    return {
      entries: new Map(modules.map((path, i) => /** @type {const} */ ([path, nameOutput(i)]))),
      files: outputFiles.map(({ path, contents }) => /** @type {const} */ ([basename(path), contents])),
    };
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/**
 * A module that exports what another one does, by name: of CommonJS an importer sees no names but those written out.
 * @param {string} path
 */
function printReexports(path) {
  const loaded = require(path);
  const names = Object.keys(loaded).filter((name) => /^[A-Za-z_$][\w$]*$/.test(name) && name !== "__esModule");
  if (!types.isModuleNamespaceObject(loaded) && !names.includes("default")) names.push("default");
  return `export { ${names.join(", ")} } from ${JSON.stringify(path)};\n`;
}
