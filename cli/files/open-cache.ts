import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { replaceFile } from "./replace-file.ts";

/** A cache of the results of a slow function: texts in files, named by the hash of the input. */
export interface Cache {
  /** Returns the cached result, or computes and stores it. A failure to store it is ignored. */
  recall(question: string, answer: () => Promise<string>): Promise<string>;
}

/**
 * Opens a cache.
 * @param directory of the files
 * @param version of the function: another version may have other results
 */
export function openCache(directory: string, version: string): Cache {
  return {
    async recall(question, answer) {
      const hash = createHash("sha256")
        .update(JSON.stringify([version, question]))
        .digest("hex");
      const file = join(directory, `${hash}.txt`);
      const known = await readFile(file, "utf8").catch(() => undefined);
      if (known !== undefined) return known;
      const text = await answer();
      await replaceFile(file, Buffer.from(text)).catch(() => {});
      return text;
    },
  };
}
