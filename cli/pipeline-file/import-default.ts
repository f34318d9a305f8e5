import { extname, resolve } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { typeCheckFile } from "./type-check-file.ts";

/** The default export of a module could not be read. */
export class ImportError extends Error {
  readonly code: "NODE_TOO_OLD" | "NO_DEFAULT";
  readonly path: string;

  constructor(code: ImportError["code"], path: string, message: string) {
    super(message);
    this.name = "ImportError";
    this.code = code;
    this.path = path;
  }
}

/**
 * Checks the types of a TypeScript module, imports it and returns its default export; JavaScript is only imported.
 * @throws TypeCheckError when the types are wrong
 * @throws ImportError when there is no default export, or this Node cannot read TypeScript
 */
export async function importDefault(path: string): Promise<unknown> {
  if ([".ts", ".mts", ".cts"].includes(extname(path))) {
    checkRuntime(path, process.versions);
    await typeCheckFile(path);
  }
  const module: Record<string, unknown> = await import(pathToFileURL(resolve(path)).href);
  if ("default" in module) return module["default"];
  const names = Object.keys(module).join(", ") || "no exports";
  throw new ImportError("NO_DEFAULT", path, `Cannot use "${path}": expected a default export, got ${names}`);
}

/**
 * Refuses a Node that cannot read TypeScript.
 * @throws ImportError when the version is older than 22.18
 */
export function checkRuntime(path: string, versions: Readonly<Record<string, string | undefined>>): void {
  if (versions["deno"] !== undefined || versions["bun"] !== undefined) return;
  const [major = 0, minor = 0] = (versions["node"] ?? "").split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return;
  const message = `Cannot read "${path}": needs Node 22.18 or later to read TypeScript, got ${versions["node"]}`;
  throw new ImportError("NODE_TOO_OLD", path, message);
}
