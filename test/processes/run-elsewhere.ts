import { type ChildProcess, fork } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import type * as original from "../../cli/helm/run-process.ts";
import type { Answer, Request } from "./starter.ts";

interface Waiting {
  readonly resolve: (result: original.ProcessResult) => void;
  readonly reject: (error: Error) => void;
}

const waiting = new Map<number, Waiting>();
let starter: ChildProcess | undefined;
let requests = 0;

/** runProcess() that starts the program from a small process (starter.ts), for it takes long from a large one. */
export const runProcess: typeof original.runProcess = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    starter ??= openStarter();
    requests += 1;
    const id = requests;
    waiting.set(id, { resolve, reject });
    starter.channel?.ref();
    // The compiler, like Helm, ends before collecting its garbage pays off.
    const given = { GOGC: "400", ...process.env };
    const { cwd = process.cwd(), env = given as Record<string, string>, ...rest } = options;
    starter.send({ id, command, args, options: { ...rest, cwd, env } } satisfies Request);
  });

function openStarter(): ChildProcess {
  const started = fork(fileURLToPath(new URL("./starter.ts", import.meta.url)), [], { serialization: "advanced" });
  started.on("message", (answer: Answer) => settle(started, answer));
  started.on("exit", (code) => {
    starter = undefined;
    const error = new Error(`Cannot run programs: the process that starts them ended with code ${code}`);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  });
  // It ends with this process, which does not wait for it, only for what it runs.
  started.unref();
  return started;
}

function settle(started: ChildProcess, { id, result, failure }: Answer): void {
  const request = waiting.get(id);
  waiting.delete(id);
  if (waiting.size === 0) started.channel?.unref();
  if (result !== undefined) request?.resolve(result);
  else request?.reject(Object.assign(new Error(failure?.message), { code: failure?.code }));
}
