import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { runProcess } from "../helm/run-process.ts";

/** Type errors in a file, or in its imports. */
export class TypeCheckError extends Error {
  readonly code = "TYPES";
  /** The file that was checked. */
  readonly path: string;
  /** The errors of the compiler, each as `file:line:column message`; further lines of one are indented. */
  readonly diagnostics: readonly string[];

  constructor(path: string, diagnostics: readonly string[]) {
    const found = diagnostics.length === 1 ? "1 type error" : `${diagnostics.length} type errors`;
    super(`Cannot use "${path}": expected correct types, got ${found}\n${diagnostics.join("\n")}`);
    this.name = "TypeCheckError";
    this.path = path;
    this.diagnostics = diagnostics;
  }
}

// The same for every project, independent of its own tsconfig: Node can run what passes here.
const flags = [
  ...["--noEmit", "--ignoreConfig", "--pretty", "false", "--strict", "--skipLibCheck"],
  ...["--module", "nodenext", "--target", "es2024"],
  ...["--allowImportingTsExtensions", "--erasableSyntaxOnly", "--verbatimModuleSyntax", "false"],
  // Each thread has its own view of the types that all files share: for one file that takes more CPU time than it saves.
  "--singleThreaded",
  // Run from its sources, this package is checked along with a file of its repository that imports it.
  ...(import.meta.url.endsWith(".ts") ? ["--exactOptionalPropertyTypes"] : []),
];

/**
 * Checks the types of a TypeScript file and of its imports, with the compiler in this package.
 * @throws TypeCheckError with the errors of the compiler
 */
export async function typeCheckFile(path: string): Promise<void> {
  const compiler = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
  const args = process.versions["deno"] === undefined ? [compiler] : ["run", "--allow-all", compiler];
  args.push(...flags, ...findNodeTypes(path), resolve(path));
  // The compiler ends before collecting its garbage pays off.
  const env = { ...process.env, GOGC: "400" };
  const { code, stdout, stderr } = await runProcess(process.execPath, args, { env });
  if (code === 0) return;
  const diagnostics = readDiagnostics(stdout);
  throw new TypeCheckError(path, diagnostics.length > 0 ? diagnostics : [stderr.trim()]);
}

/** Node's types when the file's project has them, for a file that reads a variable or a file; no other globals. */
function findNodeTypes(path: string): readonly string[] {
  try {
    const manifest = createRequire(pathToFileURL(resolve(path))).resolve("@types/node/package.json");
    return ["--typeRoots", join(dirname(manifest), ".."), "--types", "node"];
  } catch {
    return ["--types", ""];
  }
}

/** Reads the compiler's `file(line,column): error CODE: text`, whose further lines are indented. */
function readDiagnostics(output: string): string[] {
  const lines = output.trim().split(/\r?\n(?!\s)/);
  return lines.filter((line) => line !== "").map((line) => line.replace(/^(.+?)\((\d+),(\d+)\): error /, "$1:$2:$3 "));
}
