/** A chart's notes as one more object: `helm template` prints objects alone. */
import type { Files } from "../../generator/mod.ts";

const NOTES = "templates/NOTES.txt";
const KIND = "Notes";

/** The files of a chart that prints its notes as an object. Helm comes to its file last, as it does to notes. */
export function withNotesObject(files: Files): Files {
  const named = `{{- define "notes" -}}\n${files.get(NOTES) ?? ""}{{- end }}\n`;
  const object = `kind: ${KIND}\ntext: {{ include "notes" . | trim | toJson }}\n`;
  const others = [...files].filter(([path]) => path !== NOTES);
  return new Map([...others, ["templates/_notes.tpl", named], ["templates/0-notes.yaml", object]]);
}

/** The object that holds some lines of notes. */
export function notesObject(lines: readonly string[]): object {
  return { kind: KIND, text: lines.join("\n").trim() };
}
