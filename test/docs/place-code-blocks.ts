/** The code of a page, in a project such as its reader's. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { placeFiles } from "../cli/sample-chart.ts";
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
 * Writes code into a directory, as a user compiles it who has installed the package and the types of mocha, perhaps with
 * options that a page names.
 */
export async function placeToCompile(
  directory: string,
  code: ReadonlyMap<string, string>,
  compilerOptions: object = {},
): Promise<void> {
  const settings = {
    extends: join(root, "tsconfig.json"),
    compilerOptions: {
      noEmit: true,
      ...compilerOptions,
      types: ["node", "mocha"],
      typeRoots: [join(root, "node_modules", "@types")],
      paths: {
        ...Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, [file]])),
        "kubernetes-types/*": [join(root, "node_modules", "kubernetes-types", "*")],
      },
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
