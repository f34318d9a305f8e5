import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { notesObject, withNotesObject } from "./notes-object.ts";

describe("withNotesObject()", () => {
  it("withNotesObject() moves the notes into a named template, which an object prints as text", () => {
    const files = withNotesObject(
      "a-chart",
      new Map([
        ["templates/NOTES.txt", "Done, {{ .Release.Name }}.\n"],
        ["templates/a.yaml", "kind: A\n"],
      ]),
    );
    assert.deepEqual(Object.fromEntries(files), {
      "templates/a.yaml": "kind: A\n",
      "templates/_notes.tpl": '{{- define "a-chart.notes" -}}\nDone, {{ .Release.Name }}.\n{{- end }}\n',
      "templates/0-notes.yaml": `apiVersion: v1
kind: ConfigMap
metadata: { name: notes }
data: { text: {{ include "a-chart.notes" . | trim | toJson }} }
`,
    });
  });
});

describe("notesObject()", () => {
  it("notesObject() holds lines as one text, without the blank ones around it", () => {
    const holding = (text: string): object => {
      return { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "notes" }, data: { text } };
    };
    assert.deepEqual(notesObject(["", "a", "", "b", ""]), holding("a\n\nb"));
    assert.deepEqual(notesObject([]), holding(""));
  });
});
