/** Helm's packages in a process that stays: to start Helm for each render takes longer than most renders. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { runProcess } from "../../cli/helm/run-process.ts";
import type { Files } from "../../generator/mod.ts";

/** What the process answers. */
export type Answer = { readonly manifests: string } | { readonly failure: string };

/** A chart, some more files for it, and values in YAML. */
export interface RenderQuestion {
  readonly chart: string;
  readonly release: object;
  /** The Kubernetes of the cluster, with three numbers. */
  readonly kubeVersion: string;
  readonly files: Files;
  readonly values: string;
}

/** A process that renders charts, one question after the other. */
export interface RenderServer {
  /** Loads the files of a chart. */
  readonly load: (as: string, place: string) => Promise<void>;
  /** Puts another text in the place of a file of a chart. */
  readonly change: (chart: string, path: string, text: string) => Promise<void>;
  readonly render: (question: RenderQuestion) => Promise<Answer>;
  /** Renders a chart in which `fail` ends nothing; returns the messages of `fail`, each once. */
  readonly cover: (question: RenderQuestion) => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** A program that starts such processes. */
export interface RenderProgram {
  readonly start: () => RenderServer;
  readonly close: () => Promise<void>;
}

const source = join(import.meta.dirname, "..", "..", "tools", "render-charts");

/**
 * Builds `tools/render-charts`.
 *
 * @throws Error where Go is missing, or fails
 */
export async function buildRenderProgram(): Promise<RenderProgram> {
  const directory = await mkdtemp(join(tmpdir(), "chartwright-render-charts-"));
  const program = join(directory, "render-charts");
  const built = await runProcess("go", ["build", "-o", program, "."], { cwd: source });
  if (built.code !== 0) throw new Error(`Cannot build tools/render-charts: ${built.stderr}`);
  return {
    // Little is kept between renders: to collect it less often costs memory alone.
    start: () => createServer(spawn(program, { env: { ...process.env, GOGC: "400" } })),
    close: async () => await rm(directory, { recursive: true, force: true }),
  };
}

function createServer(child: ChildProcessWithoutNullStreams): RenderServer {
  const waiting: ((line: string) => void)[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on("line", (line) => waiting.shift()?.(line));
  const ask = async <T>(question: object): Promise<T> => {
    const line = new Promise<string>((resolve) => waiting.push(resolve));
    child.stdin.write(`${JSON.stringify(question)}\n`);
    return JSON.parse(await line) as T; // as the program prints it
  };
  const plain = ({ files, ...rest }: RenderQuestion): object => ({ ...rest, files: Object.fromEntries(files) });
  const order = async (question: object): Promise<void> => {
    const answer = await ask<Answer>(question);
    if ("failure" in answer) throw new Error(`Cannot render charts: ${answer.failure}`);
  };
  return {
    load: (as, place) => order({ as, place }),
    change: (chart, path, text) => order({ chart, path, text }),
    render: (question) => ask(plain(question)),
    cover: async (question) =>
      (await ask<{ failed?: readonly string[] }>({ ...plain(question), cover: true })).failed ?? [],
    async close() {
      child.stdin.end();
      await once(child, "exit");
    },
  };
}
