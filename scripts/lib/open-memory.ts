import { createHash, randomBytes } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import process from "node:process";

/** What a slow function answered before: texts in files that stand under the hash of the question. */
export interface Memory {
  /** Gives the answer that is known, or computes and keeps it. One that cannot be kept costs time only. */
  recall(question: string, answer: () => Promise<string>): Promise<string>;
}

/**
 * Opens a memory.
 * @param directory where the files lie
 * @param version of what answers: another one may answer otherwise
 */
export function openMemory(directory: string, version: string): Memory {
  return {
    async recall(question, answer) {
      const hash = createHash("sha256")
        .update(JSON.stringify([version, question]))
        .digest("hex");
      const file = join(directory, `${hash}.txt`);
      const known = await readFile(file, "utf8").catch(() => undefined);
      if (known !== undefined) return known;
      const text = await answer();
      await keep(file, text).catch(() => {});
      return text;
    },
  };
}

/** Renames a file into place, so that it is whole whenever it is there. */
async function keep(file: string, text: string): Promise<void> {
  const fresh = `${file}.${process.pid}-${randomBytes(4).toString("hex")}`;
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(fresh, text, { flag: "wx" });
    await rename(fresh, file);
  } finally {
    await rm(fresh, { force: true });
  }
}
