/**
 * Rewrites test/property/objects/schemas.json from the OpenAPI v3 documents of a Kubernetes API server, those that
 * generator/values/kubernetes/README.md lists and apis/policy/v1 and apis/rbac.authorization.k8s.io/v1:
 *
 *     node test/property/objects/write-schemas.ts <folder with the OpenAPI v3 documents>
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { type OpenApiDocument, type Overlay, pruneSchemas } from "../../../generator/values/kubernetes/prune.ts";

const target = fileURLToPath(new URL("schemas.json", import.meta.url));

const withStatus = [
  ...["CronJob", "Deployment", "HorizontalPodAutoscaler", "Ingress", "Job", "Namespace", "PersistentVolume"],
  ...["PersistentVolumeClaim", "Pod", "PodDisruptionBudget", "Service", "StatefulSet"],
];
const withoutStatus = ["ConfigMap", "NetworkPolicy", "Role", "RoleBinding", "Secret", "ServiceAccount", "StorageClass"];

// Nothing but what the OpenAPI says; a status is never written by a chart.
const overlay: Overlay = {
  roots: [...withStatus, ...withoutStatus],
  omitted: withStatus.map((kind) => `${kind}.status`),
  written: {
    Quantity: { type: ["string", "number"] },
    IntOrString: { type: ["string", "integer"] },
    Time: { type: "string" },
    FieldsV1: { type: "object" },
  },
  rules: {},
};

// Descriptions would be most of the file, and of the formats only those of integers set limits.
function dropProse(key: string, value: unknown): unknown {
  const isProse = key === "description" || (key === "format" && value !== "int32" && value !== "int64");
  return isProse && typeof value === "string" ? undefined : value;
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Cannot write schemas: expected a folder with OpenAPI v3 documents, got nothing");
  process.exit(2);
}
const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
const documents = names
  .sort()
  .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8"), dropProse) as OpenApiDocument); // what an API server wrote
const schemas = pruneSchemas(documents, overlay);
writeFileSync(target, `${JSON.stringify(schemas, null, 1)}\n`);
console.log(`${Object.keys(schemas).length} schemas from ${names.length} documents`);
