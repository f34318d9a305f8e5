import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

/** A place in a text, both counted from 0. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** The language server of the TypeScript that this package comes with, as an editor runs it. */
export class LanguageServer {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (result: unknown) => void>();
  #received = Buffer.alloc(0);
  #requests = 0;

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.stdout?.on("data", (data: Buffer) => this.#receive(data));
  }

  /** Starts one for a project. */
  static async start(directory: string): Promise<LanguageServer> {
    const program = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
    const child = spawn(process.execPath, [program, "--lsp", "--stdio"], {
      cwd: directory,
      stdio: ["pipe", "pipe", "ignore"],
    });
    const server = new LanguageServer(child);
    const rootUri = pathToFileURL(directory).href;
    const capabilities = { textDocument: { hover: { contentFormat: ["markdown"] } } };
    await server.#request("initialize", { processId: process.pid, rootUri, capabilities });
    server.#send({ method: "initialized", params: {} });
    return server;
  }

  /** Opens a file with a text. */
  open(path: string, text: string): void {
    const uri = pathToFileURL(path).href;
    const textDocument = { uri, languageId: "typescript", version: 1, text };
    this.#send({ method: "textDocument/didOpen", params: { textDocument } });
  }

  /** What an editor shows of a place in an open file; nothing is "". */
  async hover(path: string, position: Place): Promise<string> {
    const textDocument = { uri: pathToFileURL(path).href };
    const { contents } = Object((await this.#request("textDocument/hover", { textDocument, position })) ?? {});
    return typeof contents === "string" ? contents : String(Object(contents ?? {}).value ?? "");
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once("close", resolve));
    await this.#request("shutdown", null);
    this.#send({ method: "exit" });
    await ended;
  }

  #request(method: string, params: unknown): Promise<unknown> {
    this.#requests += 1;
    const id = this.#requests;
    this.#send({ id, method, params });
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  #send(message: object): void {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.#child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #receive(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const end = this.#received.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#received.toString("utf8", 0, end))?.[1]);
      const next = end + 4 + length;
      if (this.#received.length < next) return;
      const message = JSON.parse(this.#received.toString("utf8", end + 4, next));
      this.#received = this.#received.subarray(next);
      this.#answer(message);
    }
  }

  // A request of the server's own, such as one for settings, gets nothing.
  #answer({ id, method, result }: { readonly id?: number; readonly method?: string; readonly result?: unknown }): void {
    if (method !== undefined) {
      if (id !== undefined) this.#send({ id, result: null });
      return;
    }
    if (id === undefined) return;
    this.#waiting.get(id)?.(result);
    this.#waiting.delete(id);
  }
}
