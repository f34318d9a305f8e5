/** A chart's notes as one more object: `helm template` prints objects alone. */
import type { Files } from "../../generator/mod.ts";

const NOTES = "templates/NOTES.txt";

/** The files of a chart that prints its notes as an object. Helm comes to its file last, as it does to notes. */
export function withNotesObject(name: string, files: Files): Files {
  // Charts that are rendered together share their named templates.
  const template = `${name}.notes`;
  const named = `{{- define "${template}" -}}\n${files.get(NOTES) ?? ""}{{- end }}\n`;
  const object = `apiVersion: v1
kind: ConfigMap
metadata: { name: notes }
data: { text: {{ include "${template}" . | trim | toJson }} }
`;
  const others = [...files].filter(([path]) => path !== NOTES);
  return new Map([...others, ["templates/_notes.tpl", named], ["templates/0-notes.yaml", object]]);
}

/** The object that holds some lines of notes. */
export function notesObject(lines: readonly string[]): object {
  return { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "notes" }, data: { text: lines.join("\n").trim() } };
}
