import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A small chart that Helm takes without a warning. */
export const sampleChart: ReadonlyMap<string, string> = new Map([
  [
    "Chart.yaml",
    `apiVersion: v2
name: sample
description: A chart for tests
type: application
version: 1.2.3
appVersion: "1.0"
icon: https://example.com/icon.png
dependencies:
  - name: child
    version: 0.1.0
    repository: ""
`,
  ],
  [".helmignore", "ci/\n*.tmp\n"],
  ["README.md", "# sample\n"],
  ["ci/first-values.yaml", "replicas: 2\n"],
  ["notes.tmp", "left out\n"],
  ["values.yaml", "replicas: 1\ngreeting: hello\n"],
  [
    "values.schema.json",
    `{
  "type": "object",
  "properties": { "replicas": { "type": "integer" }, "greeting": { "type": "string" } }
}
`,
  ],
  [
    "templates/configmap.yaml",
    `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}
  namespace: {{ .Release.Namespace }}
data:
  greeting: {{ .Values.greeting | quote }}
  replicas: {{ .Values.replicas | toJson | quote }}
`,
  ],
  [
    "templates/tests/test.yaml",
    `apiVersion: v1
kind: Pod
metadata:
  name: {{ .Release.Name }}-test
  annotations:
    helm.sh/hook: test
spec:
  containers: []
`,
  ],
  ["charts/child/Chart.yaml", "apiVersion: v2\nname: child\nversion: 0.1.0\n"],
  ["charts/child/values.yaml", "{}\n"],
  ["charts/child/templates/empty.yaml", "# nothing\n"],
]);

/** Writes files below a directory as they are. */
export async function placeFiles(root: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}
