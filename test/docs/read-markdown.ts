/** The project's pages, as text and as what the tests ask of it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The directory of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

const skipped: ReadonlySet<string> = new Set(["node_modules", "build", "dist", "coverage"]);

/** The paths of all Markdown files, generated ones too, as seen from the root. */
export function listMarkdown(directory = ""): readonly string[] {
  return readdirSync(join(root, directory), { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.name.startsWith(".") || skipped.has(entry.name)) return [];
    if (entry.isDirectory()) return listMarkdown(path);
    return entry.isFile() && entry.name.endsWith(".md") ? [path] : [];
  });
}

/** Reads a file of the repository. */
export function readPage(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** The code blocks of a page in one language. */
export function codeBlocks(text: string, language: string): readonly string[] {
  return [...text.matchAll(/^```(\S*)\n(.*?)^```$/gms)].flatMap(([, name, code = ""]) =>
    name === language ? [code] : [],
  );
}

/** A page without its code blocks. */
export function proseOf(text: string): string {
  return text.replaceAll(/^```.*?^```$/gms, "");
}

/** The targets of links and images; those in code are no links. */
export function linksOf(text: string): readonly string[] {
  const prose = proseOf(text).replaceAll(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = ""]) => target);
}

/** The anchors of a page's headings, as code hosts make them. */
export function anchorsOf(text: string): readonly string[] {
  return [...proseOf(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
