/**
 * Starts the scripts of this repository faster, with what earlier starts left below node_modules/.cache: TypeScript
 * without its types, and the dependencies bundled, 900 modules in a few files. What is missing there Node loads as it
 * always does; it is made when the process ends, for the next one. docs/adr/0010 says why.
 * JavaScript itself: to read TypeScript here, Node would load what strips types.
 *
 *     node --import ./scripts/start-cache.js scripts/generate.ts
 */
import { existsSync } from "node:fs";
import { enableCompileCache, isBuiltin, registerHooks } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { openBundle } from "./lib/start-cache/bundle.js";
import { cacheDirectory } from "./lib/start-cache/files.js";
import { openTexts } from "./lib/start-cache/texts.js";

// These scripts end before the time is back that V8 takes for optimizing what they run.
setFlagsFromString("--no-opt");
enableCompileCache(join(cacheDirectory, "compiled"));
const texts = openTexts();
const bundle = openBundle();
const root = new URL("../", import.meta.url).href;
const sources = [`${root}generator/`, `${root}scripts/`];
/** @type {Set<string>} the URLs of modules that are there: most are imported many times */
const found = new Set();

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (!isOurs(context.parentURL)) return nextResolve(specifier, context);
    const source = findSource(specifier, context.parentURL);
    if (source !== undefined) return { url: source, format: "module-typescript", shortCircuit: true };
    if (!isPackage(specifier)) return nextResolve(specifier, context);
    const url = bundle.find(specifier);
    if (url !== undefined) return { url, format: "module", shortCircuit: true };
    const resolved = nextResolve(specifier, context);
    bundle.add(specifier, resolved.url);
    return resolved;
  },
  load(url, context, nextLoad) {
    const text = context.format === "module-typescript" && isOurs(url) ? texts.find(url) : undefined;
    return text === undefined ? nextLoad(url, context) : { source: text, format: "module", shortCircuit: true };
  },
});

process.once("exit", (code) => {
  // Of a start that failed nothing is kept: it may be a dependency that is at fault.
  if (code !== 0) return;
  try {
    texts.save();
    bundle.save();
  } catch {
    // Made another time: what the process was for is done.
  }
});

/**
 * Tells modules of this repository from those of packages, which import others as their own versions demand.
 * @param {string | undefined} url
 */
function isOurs(url) {
  return url?.startsWith("file:") === true && !url.includes("/node_modules/");
}

/**
 * Finds a module of the generator or the scripts, whose import says all; Node would also look for links on the way to it
 * and for a package.json on the way back.
 * @param {string} specifier @param {string | undefined} parent @returns {string | undefined} its URL
 */
function findSource(specifier, parent) {
  if (!specifier.startsWith(".") || !specifier.endsWith(".ts")) return undefined;
  const { href } = new URL(specifier, parent);
  if (found.has(href)) return href;
  if (!sources.some((directory) => href.startsWith(directory)) || !existsSync(fileURLToPath(href))) return undefined;
  found.add(href);
  return href;
}

/** @param {string} specifier */
function isPackage(specifier) {
  return !/^[./#]|^\w+:/.test(specifier) && !isBuiltin(specifier);
}
