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

/** A program that editors run for the files of a language. */
export interface LanguageServerProgram {
  /** The language as editors call it. */
  readonly languageId: string;
  /** The JavaScript file and its arguments. */
  readonly command: readonly string[];
  /** What the server is told when it asks for settings, by their first word. */
  readonly settings: Readonly<Record<string, object>>;
}

const require = createRequire(import.meta.url);
const bin = (name: string, file: string): string => join(dirname(require.resolve(`${name}/package.json`)), "bin", file);

/** That of the TypeScript that this package comes with. */
export const typescriptServer: LanguageServerProgram = {
  languageId: "typescript",
  command: [bin("typescript", "tsc"), "--lsp", "--stdio"],
  settings: {},
};

/** That of YAML, without the schemas that it would fetch. */
export const yamlServer: LanguageServerProgram = {
  languageId: "yaml",
  command: [bin("yaml-language-server", "yaml-language-server"), "--stdio"],
  settings: { yaml: { schemaStore: { enable: false }, validate: true, hover: true, completion: true } },
};

/** A language server as an editor runs it. */
export class LanguageServer {
  readonly #child: ChildProcess;
  readonly #program: LanguageServerProgram;
  readonly #waiting = new Map<number, (result: unknown) => void>();
  readonly #diagnosed = new Map<string, (messages: readonly string[]) => void>();
  #received = Buffer.alloc(0);
  #requests = 0;

  private constructor(program: LanguageServerProgram, directory: string) {
    this.#program = program;
    const stdio = ["pipe", "pipe", "ignore"] as const;
    this.#child = spawn(process.execPath, [...program.command], { cwd: directory, stdio: [...stdio] });
    this.#child.stdout?.on("data", (data: Buffer) => this.#receive(data));
  }

  /** Starts one for a project. */
  static async start(program: LanguageServerProgram, directory: string): Promise<LanguageServer> {
    const server = new LanguageServer(program, directory);
    const rootUri = pathToFileURL(directory).href;
    const capabilities = {
      textDocument: { hover: { contentFormat: ["markdown"] }, publishDiagnostics: {} },
      workspace: { configuration: true },
    };
    await server.#request("initialize", { processId: process.pid, rootUri, capabilities });
    server.#send({ method: "initialized", params: {} });
    return server;
  }

  /** Opens a file with a text. */
  open(path: string, text: string): void {
    const uri = pathToFileURL(path).href;
    const textDocument = { uri, languageId: this.#program.languageId, version: 1, text };
    this.#send({ method: "textDocument/didOpen", params: { textDocument } });
  }

  /** What an editor shows of a place in an open file; nothing is "". */
  async hover(path: string, position: Place): Promise<string> {
    const textDocument = { uri: pathToFileURL(path).href };
    const { contents } = Object((await this.#request("textDocument/hover", { textDocument, position })) ?? {});
    return typeof contents === "string" ? contents : String(Object(contents ?? {}).value ?? "");
  }

  /** Opens a file with a text; what an editor marks in it. */
  async diagnose(path: string, text: string): Promise<readonly string[]> {
    const found = new Promise<readonly string[]>((resolve) => this.#diagnosed.set(pathToFileURL(path).href, resolve));
    this.open(path, text);
    return await found;
  }

  /** What an editor offers at a place in an open file. */
  async complete(path: string, position: Place): Promise<readonly string[]> {
    const textDocument = { uri: pathToFileURL(path).href };
    const { items = [] } = Object((await this.#request("textDocument/completion", { textDocument, position })) ?? {});
    return items.map(({ label }: { readonly label: string }) => label);
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

  #answer({ id, method, params, result }: Message): void {
    if (method === "workspace/configuration") {
      const { settings } = this.#program;
      this.#send({ id, result: (params?.items ?? []).map(({ section = "" }) => settings[section] ?? null) });
    } else if (method === "textDocument/publishDiagnostics") {
      this.#diagnosed.get(params?.uri ?? "")?.((params?.diagnostics ?? []).map(({ message }) => message));
    } else if (method !== undefined) {
      // Any other request of the server's own gets nothing.
      if (id !== undefined) this.#send({ id, result: null });
    } else if (id !== undefined) {
      this.#waiting.get(id)?.(result);
      this.#waiting.delete(id);
    }
  }
}

/** What a server sends, as far as it is read here. */
interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: {
    readonly uri?: string;
    readonly items?: readonly { readonly section?: string }[];
    readonly diagnostics?: readonly { readonly message: string }[];
  };
  readonly result?: unknown;
}
