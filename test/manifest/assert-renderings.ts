/** Compares what manifests become in real Helm with objects that a person has written. */
import assert from "node:assert/strict";
import { Define } from "../../generator/expression/define.ts";
import { printGoJson } from "../../generator/functions/go/go-json.ts";
import { collect } from "../../generator/manifest/collect.ts";
import { printDefine, printFunctionTemplate } from "../../generator/manifest/print/print-define.ts";
import { readManifests } from "../../scripts/lib/read-manifests.ts";
import { renderWithHelms } from "../functions/render-with-helm.ts";
import { helmVersions } from "../helm-versions.ts";
import type { Rendering } from "./renderings.ts";

/** Asserts that Helm makes the objects of the documents. */
export async function assertRenderings(renderings: readonly Rendering[]): Promise<void> {
  const defines = renderings.map(({ documents }, i) => new Define(`t.c${i}`, "documents", documents, ""));
  const { defines: included, functions } = collect(defines, "t");
  const files = defines.map((define, i): [string, string] => {
    const scope = `(dict "Values" (index .Values "c${i}") "Release" .Release "Chart" .Chart)`;
    return [`templates/c${i}.yaml`, `${printDefine(define, "t")}{{ include "${define.name}" ${scope} }}\n`];
  });
  const helpers = [...included.values()].filter((define) => !defines.includes(define));
  const rendered = await renderWithHelms(
    {
      "templates/_functions.tpl": [...functions.values()].map((fn) => printFunctionTemplate(fn, "t")).join("\n"),
      "templates/_helpers.tpl": helpers.map((define) => printDefine(define, "t")).join("\n"),
      ...Object.fromEntries(files),
    },
    Object.fromEntries(renderings.map(({ values }, i) => [`c${i}`, values])),
  );
  for (const [i, { values, objects }] of renderings.entries()) {
    const wanted = sorted(objects);
    const title = `${JSON.stringify(values)}\n${files[i]?.[1]}`;
    for (const [v, text] of rendered.entries()) {
      const own = text
        .split(/^---\n(?=# Source: )/m)
        .filter((part) => part.startsWith(`# Source: t/templates/c${i}.yaml\n`));
      assert.deepEqual(
        sorted(own.flatMap((part) => readManifests(part))),
        wanted,
        `Helm ${helmVersions[v]} with ${title}`,
      );
    }
  }
}

// Helm sorts documents by kind and name.
function sorted(objects: readonly object[]): readonly string[] {
  return objects.map(printGoJson).sort();
}
