import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { notesObject, withNotesObject } from "../../mutation/charts/notes-object.ts";

describe("withNotesObject()", () => {
  it("withNotesObject() moves the notes into a named template, which an object prints as text", () => {
    const files = withNotesObject(
      new Map([
        ["templates/NOTES.txt", "Done, {{ .Release.Name }}.\n"],
        ["templates/a.yaml", "kind: A\n"],
      ]),
    );
    assert.deepEqual(Object.fromEntries(files), {
      "templates/a.yaml": "kind: A\n",
      "templates/_notes.tpl": '{{- define "notes" -}}\nDone, {{ .Release.Name }}.\n{{- end }}\n',
      "templates/0-notes.yaml": 'kind: Notes\ntext: {{ include "notes" . | trim | toJson }}\n',
    });
  });
});

describe("notesObject()", () => {
  it("notesObject() holds lines as one text, without the blank ones around it", () => {
    assert.deepEqual(notesObject(["", "a", "", "b", ""]), { kind: "Notes", text: "a\n\nb" });
    assert.deepEqual(notesObject([]), { kind: "Notes", text: "" });
  });
});
