/** The code of a page, in a project such as its reader's. */
import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { type ProcessResult, runProcess } from "../../cli/helm/run-process.ts";
import { placeFiles } from "../cli/sample-chart.ts";
import { findPackage } from "../cli/use-project.ts";
import { codeBlocks, readPage, root } from "./read-markdown.ts";

/** What the package exports, and where it is here. */
const entries = {
  chartwright: join(root, "generator", "mod.ts"),
  "chartwright/chart": join(root, "generator", "chart.ts"),
};

/** The TypeScript blocks of a page by path: that of the comment in their first line, else `block-1.ts` and so on. */
export function listCode(page: string): ReadonlyMap<string, string> {
  return new Map(
    codeBlocks(readPage(page), "ts").map((code, i) => {
      const [, path = `block-${i + 1}.ts`] = /^\/\/ (\S+\.ts)\n/.exec(code) ?? [];
      return [path, code];
    }),
  );
}

/**
 * Compiles code in a directory, as a user does who has installed the package and the types of Kubernetes and mocha,
 * perhaps with options that a page names.
 */
export async function compileCode(
  directory: string,
  code: ReadonlyMap<string, string>,
  compilerOptions: object = {},
): Promise<ProcessResult> {
  const settings = {
    extends: join(root, "tsconfig.json"),
    compilerOptions: {
      noEmit: true,
      ...compilerOptions,
      types: ["node", "mocha"],
      typeRoots: [join(root, "node_modules", "@types")],
    },
    include: [...code.keys()],
  };
  await placeFiles(
    directory,
    new Map([
      ["package.json", JSON.stringify({ type: "module" })],
      ["tsconfig.json", JSON.stringify(settings)],
      ...code,
    ]),
  );
  const installed = join(directory, "node_modules");
  await mkdir(installed);
  await symlink(await findPackage(), join(installed, "chartwright"));
  await symlink(join(root, "node_modules", "kubernetes-types"), join(installed, "kubernetes-types"));
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  return await runProcess(process.execPath, [compiler, "-p", directory]);
}

/** Writes code into a directory, as Node runs it: the package that it imports is this repository. */
export async function placeToRun(directory: string, code: ReadonlyMap<string, string>): Promise<void> {
  const linked = [...code].map(([path, text]): [string, string] => [
    path,
    Object.entries(entries).reduce(
      (linkedText, [name, file]) => linkedText.replaceAll(`from "${name}"`, `from "${pathToFileURL(file).href}"`),
      text,
    ),
  ]);
  await placeFiles(directory, new Map([["package.json", JSON.stringify({ type: "module" })], ...linked]));
}
