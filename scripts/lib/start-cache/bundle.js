import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { bundlePackages } from "./bundle-packages.js";
import { cacheDirectory, replaceFile, root } from "./files.js";

/**
 * Opens the bundled dependencies: for each specifier that this repository imports, a file that exports the same. They
 * belong to what is installed, as npm's own list in node_modules says.
 */
export function openBundle() {
  const indexFile = nameIndex();
  const entries = readIndex(indexFile);
  /** @type {Map<string, string>} the modules that specifiers stand for */
  const missing = new Map();
  return {
    /** @param {string} specifier @returns {string | undefined} the URL of its file */
    find(specifier) {
      const file = entries.get(specifier)?.file;
      return file === undefined ? undefined : pathToFileURL(join(cacheDirectory, file)).href;
    },
    /** Notes what a specifier stands for, of which there is no file. @param {string} specifier @param {string} url */
    add(specifier, url) {
      if (url.includes("/node_modules/")) missing.set(specifier, fileURLToPath(url));
    },
    /** Bundles all that was asked for now and before: together, so that they share their own dependencies. */
    save() {
      if (missing.size === 0 || indexFile === undefined) return;
      // A copy: what bundles is itself asked for by this repository.
      const modules = new Map(missing);
      for (const [specifier, { source }] of entries) modules.set(specifier, source);
      const bundled = bundlePackages([...modules.values()]);
      for (const [name, content] of bundled.files) replaceFile(join(cacheDirectory, name), content);
      const index = [...modules].map(([specifier, source]) => [
        specifier,
        { source, file: bundled.entries.get(source) },
      ]);
      replaceFile(indexFile, JSON.stringify(Object.fromEntries(index)));
    },
  };
}

/** Names the list of files after what is installed, and where, for bundling reads it from there; and after what bundles. */
function nameIndex() {
  const directory = join(root, "node_modules");
  const list = join(directory, ".package-lock.json");
  // Installed by something else than npm.
  if (!existsSync(list)) return undefined;
  const bundler = new URL("./bundle-packages.js", import.meta.url);
  const hash = createHash("sha256").update(realpathSync(directory));
  for (const file of [list, bundler]) hash.update(readFileSync(file));
  return join(cacheDirectory, `packages-${hash.digest("hex").slice(0, 16)}.json`);
}

/** @param {string | undefined} path @returns {ReadonlyMap<string, { source: string, file: string }>} by specifier */
function readIndex(path) {
  if (path === undefined) return new Map();
  try {
    /** @type {[string, { source: string, file: string }][]} */
    const entries = Object.entries(JSON.parse(readFileSync(path, "utf8")));
    return new Map(entries.every(([, { file }]) => existsSync(join(cacheDirectory, file))) ? entries : []);
  } catch {
    // None yet, or one that something else has damaged.
    return new Map();
  }
}
