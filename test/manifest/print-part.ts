/** Manifests as template text, for tests. */
import type { Documents } from "../../generator/manifest/input.ts";
import { printDocuments, topContext } from "../../generator/manifest/print-manifest.ts";

/** What a template file of chart "t" holds. */
export function print(documents: Documents): string {
  return printDocuments(documents, topContext("t"));
}
