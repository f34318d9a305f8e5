import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, it } from "mocha";
import { anchorsOf, linksOf, listMarkdown, proseOf, readPage, root } from "./read-markdown.ts";

/** Whether a link leads to a file of the repository, and to a heading that is there. */
function isResolved(page: string, link: string): boolean {
  if (/^[a-z]+:/.test(link)) return true;
  const [target = "", anchor] = link.split("#");
  const path = target === "" ? page : normalize(join(dirname(page), target));
  if (path.startsWith("..") || !existsSync(join(root, path))) return false;
  return anchor === undefined || anchorsOf(readPage(path)).includes(anchor);
}

describe("the pages of the project", () => {
  const pages = listMarkdown();
  const own = pages.filter((page) => !page.startsWith("charts/"));

  it("have links that lead to files and headings of the repository", () => {
    assert(pages.includes("README.md"));
    const broken = pages.flatMap((page) =>
      linksOf(readPage(page))
        .filter((link) => !isResolved(page, link))
        .map((link) => `${page}: ${link}`),
    );
    assert.deepEqual(broken, []);
  });

  it("name files of the repository that are there", () => {
    const named = /`((?:generator|scripts|test|examples|docs|\.ci)\/[\w./-]+)`/g;
    const missing = own.flatMap((page) =>
      [...readPage(page).matchAll(named)]
        .map(([, path = ""]) => path)
        .filter((path) => !path.includes("my-stage") && !existsSync(join(root, path)))
        .map((path) => `${page}: ${path}`),
    );
    assert.deepEqual(missing, []);
  });

  it("have lines of at most 120 columns", () => {
    // A row of the page that is measured has a path and a value, however long they are.
    const atTop = own.filter((page) => /^(docs\/)?[^/]+$/.test(page) && page !== "docs/coverage.md");
    const long = atTop.flatMap((page) =>
      readPage(page)
        .split("\n")
        .flatMap((line, i) => (line.length > 120 ? [`${page}:${i + 1}`] : [])),
    );
    assert.deepEqual(long, []);
  });

  it("number the decisions from 1 on without a gap, in the name of the file as in the title", () => {
    const decisions = pages.filter((page) => page.startsWith("docs/adr/")).sort();
    assert(decisions.length > 10);
    const numbers = decisions.map((page) => [
      Number(/^docs\/adr\/(\d{4})-/.exec(page)?.[1]),
      Number(/^# (\d+)\. /.exec(readPage(page))?.[1]),
    ]);
    assert.deepEqual(
      numbers,
      decisions.map((_, i) => [i + 1, i + 1]),
    );
  });

  it("have one heading of the first level, which comes first", () => {
    for (const page of own) {
      const headings = [...proseOf(readPage(page)).matchAll(/^(#+) /gm)].map(([, level = ""]) => level.length);
      assert.equal(headings[0], 1, page);
      assert.equal(headings.filter((level) => level === 1).length, 1, page);
    }
  });
});
