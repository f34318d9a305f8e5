/**
 * Starts the scripts of this repository faster, with what earlier starts left below node_modules/.cache: TypeScript
 * without its types, and the dependencies bundled, 900 modules in a few files. What is missing there Node loads as it
 * always does; it is made when the process ends, for the next one. docs/adr/0009 says why.
 * JavaScript itself: to read TypeScript here, Node would load what strips types.
 *
 *     node --import ./scripts/start-cache.js scripts/generate.ts
 */
import { enableCompileCache, isBuiltin, registerHooks } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { openBundle } from "./lib/start-cache/bundle.js";
import { cacheDirectory } from "./lib/start-cache/files.js";
import { openTexts } from "./lib/start-cache/texts.js";

enableCompileCache(join(cacheDirectory, "compiled"));
const texts = openTexts();
const bundle = openBundle();

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (!isPackage(specifier) || !isOurs(context.parentURL)) return nextResolve(specifier, context);
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

/** @param {string} specifier */
function isPackage(specifier) {
  return !/^[./#]|^\w+:/.test(specifier) && !isBuiltin(specifier);
}
