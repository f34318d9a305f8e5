/** Manifests as template text, for tests. */

import { toPart } from "../../generator/expression/part.ts";
import type { Documents } from "../../generator/manifest/input.ts";
import { topContext } from "../../generator/manifest/print/print-action.ts";
import { printDocuments } from "../../generator/manifest/print/print-documents.ts";

/** What a template file of chart "t" holds. */
export function print(documents: Documents): string {
  return printDocuments(toPart(documents), topContext("t", new Set()));
}
