import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { cacheDirectory, replaceFile } from "./files.js";

const file = join(cacheDirectory, "stripped.json");
/** A file of more texts than this starts anew: nobody asks for those of sources that have changed since. */
const MOST_TEXTS = 4000;

/**
 * Opens the JavaScript of TypeScript modules, which stands under the hash of their source. Node keeps the place of every
 * character when it strips types, so that errors name the right lines.
 */
export function openTexts() {
  const texts = readTexts();
  /** @type {Map<string, string>} the sources of which there is no text, by hash */
  const missing = new Map();
  return {
    /** @param {string} url @returns {string | undefined} */
    find(url) {
      const source = readFileSync(fileURLToPath(url), "utf8");
      const key = createHash("sha256").update(process.version).update(source).digest("base64url");
      const text = texts.get(key);
      if (text === undefined) missing.set(key, source);
      return text;
    },
    /** Adds what was missing, when the process ends: then Node no longer warns that its stripper is experimental. */
    save() {
      if (missing.size === 0) return;
      for (const [key, source] of missing) texts.set(key, stripTypeScriptTypes(source));
      replaceFile(file, JSON.stringify(Object.fromEntries(texts)));
    },
  };
}

/** @returns {Map<string, string>} */
function readTexts() {
  try {
    const entries = Object.entries(JSON.parse(readFileSync(file, "utf8")));
    return new Map(entries.length > MOST_TEXTS ? [] : entries);
  } catch {
    // None yet, or one that something else has damaged.
    return new Map();
  }
}
