/** Kubernetes' own reader of manifests, in Go, as a second opinion on ours; it needs Go on the PATH. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runProcess } from "../../cli/helm/run-process.ts";

/** What our reader made of some manifests. */
export interface ReadText {
  readonly text: string;
  readonly objects: readonly object[];
}

/** Says of each text what Go reads otherwise, "" where both agree. */
export interface GoReader {
  readonly compare: (texts: readonly ReadText[]) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

const source = fileURLToPath(new URL("../../tools/read-manifests", import.meta.url));

/** Builds the reader of `tools/read-manifests`. */
export async function buildGoReader(): Promise<GoReader> {
  const directory = await mkdtemp(join(tmpdir(), "chartwright-read-manifests-"));
  const program = join(directory, "read-manifests");
  const built = await runProcess("go", ["build", "-o", program, "."], { cwd: source });
  if (built.code !== 0) throw new Error(`Cannot build tools/read-manifests: ${built.stderr}`);
  return {
    async compare(texts) {
      const input = texts.map((one) => `${JSON.stringify(one, roundBigInt)}\n`).join("");
      const { code, stdout, stderr } = await runProcess(program, [], { input });
      if (code !== 0) throw new Error(`Cannot read manifests with Go: ${stderr}`);
      return stdout
        .trim()
        .split("\n")
        .filter((line) => line !== "")
        .map((line): string => JSON.parse(line));
    },
    close: async () => await rm(directory, { recursive: true, force: true }),
  };
}

// Go compares numbers as it decodes them from JSON: as float64.
function roundBigInt(_: string, value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}
