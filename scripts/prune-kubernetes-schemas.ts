/**
 * Rewrites generator/values/kubernetes/definitions.json from the OpenAPI v3 documents of a Kubernetes API server
 * (`kubectl get --raw /openapi/v3/api/v1` and its neighbours, one file each). Needed for a newer Kubernetes only:
 *
 *     node scripts/prune-kubernetes-schemas.ts <folder with the OpenAPI v3 documents>
 */
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { overlay } from "../generator/values/kubernetes/overlay.ts";
import { type OpenApiDocument, pruneSchemas } from "../generator/values/kubernetes/prune.ts";

const target = fileURLToPath(new URL("../generator/values/kubernetes/definitions.json", import.meta.url));

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Cannot prune schemas: expected a folder with OpenAPI v3 documents, got nothing");
  process.exit(2);
}

const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
// Written by an API server; the pruning refuses keywords that it does not know.
const documents = names.sort().map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as OpenApiDocument);
const definitions = pruneSchemas(documents, overlay);

writeFileSync(`${target}.new`, `${JSON.stringify(definitions, null, 2)}\n`);
renameSync(`${target}.new`, target);
console.log(`${Object.keys(definitions).length} definitions from ${names.length} documents`);
