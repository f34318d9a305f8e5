import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { replaceFile } from "./replace-file.ts";

/** What a slow function answered before: texts in files that stand under the hash of the question. */
export interface Cache {
  /** Gives the answer that is known, or computes and keeps it. One that cannot be kept costs time only. */
  recall(question: string, answer: () => Promise<string>): Promise<string>;
}

/**
 * Opens a cache.
 * @param directory where the files lie
 * @param version of what answers: another one may answer otherwise
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
