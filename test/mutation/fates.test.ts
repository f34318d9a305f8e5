import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "mocha";
import { nameMutants, readFates, readHints, SURVIVED, selectMutants, writeFates } from "../../mutation/charts/fates.ts";
import { mutateTemplate } from "../../mutation/charts/list-mutants.ts";
import { useTemporaryDirectory } from "../cli/use-temporary-directory.ts";

/** The names of the mutants of a template, in order. */
function namesOf(text: string): readonly string[] {
  const path = "templates/a.yaml";
  const mutants = mutateTemplate(path, text);
  const names = nameMutants(mutants, "batch-job", new Map([[path, text]]));
  return mutants.map((one) => names.get(one) ?? "");
}

describe("nameMutants()", () => {
  it("nameMutants() names each by its line's text, and tells lines of one text apart", () => {
    assert.deepEqual(namesOf("a: {{ .a | quote }}\n  b: {{ .b | quote }}\na: {{ .a | quote }}\n"), [
      "templates/a.yaml: quote dropped: a: {{ .a | quote }} (1 of 2)",
      "templates/a.yaml: quote dropped: b: {{ .b | quote }} (1 of 1)",
      "templates/a.yaml: quote dropped: a: {{ .a | quote }} (2 of 2)",
    ]);
  });

  it("nameMutants() leaves out the name of the chart, which its named templates start with", () => {
    assert.deepEqual(namesOf('a: {{ include "batch-job.a" . | quote }}\n'), [
      'templates/a.yaml: quote dropped: a: {{ include "a" . | quote }} (1 of 1)',
    ]);
  });

  it("nameMutants() leaves a name as it is when the line moves", () => {
    assert.deepEqual(namesOf("c: 1\n\na: {{ .a | quote }}\n"), namesOf("a: {{ .a | quote }}\n"));
  });
});

describe("selectMutants()", () => {
  const killed = { path: "a.yaml", start: 0, line: 1, title: "killed", text: "" };
  const survivor = { ...killed, title: "survivor" };
  const added = { ...killed, title: "added" };
  const names = new Map([killed, survivor, added].map((one) => [one, one.title]));

  it("selectMutants() tests survivors and new ones, and forgets what is no more", () => {
    const last = new Map([
      ["gone", "trial"],
      ["survivor", SURVIVED],
      ["killed", "trial"],
    ]);
    assert.deepEqual(selectMutants(names, last), { known: new Map([["killed", "trial"]]), open: [survivor, added] });
  });

  it("selectMutants() tests all where nothing is known", () => {
    assert.deepEqual(selectMutants(names, new Map()), { known: new Map(), open: [killed, survivor, added] });
  });

  it("selectMutants() tests all lines of one text where one was added", () => {
    const path = "templates/a.yaml";
    const namesIn = (text: string) => {
      const mutants = mutateTemplate(path, text);
      return nameMutants(mutants, "batch-job", new Map([[path, text]]));
    };
    const line = "a: {{ .a | quote }}\n";
    const last = new Map([...namesIn(line).values()].map((name) => [name, "trial"]));
    const now = namesIn(line + line);
    assert.deepEqual(selectMutants(now, last), { known: new Map(), open: [...now.keys()] });
  });
});

describe("readFates()", () => {
  const directory = useTemporaryDirectory();

  it("readFates() has what was written last, by chart, and nothing for another chart", async () => {
    const cache = join(directory.path, "not", "there", "yet");
    await writeFates(cache, "a", new Map([["first", "trial"]]));
    await writeFates(cache, "a", new Map([["second", SURVIVED]]));
    await writeFates(cache, "b", new Map());
    assert.deepEqual(await readFates(cache, "a"), new Map([["second", SURVIVED]]));
    assert.deepEqual(await readFates(cache, "b"), new Map());
    assert.deepEqual(await readFates(cache, "c"), new Map());
    assert.deepEqual(await readdir(cache), ["a.json", "b.json"]);
  });
});

describe("readHints()", () => {
  const directory = useTemporaryDirectory();

  it("readHints() has what found mutants out, in the chart itself before others", async () => {
    const a = new Map([
      ["both", "of a"],
      ["alone", "of a"],
      ["survivor", SURVIVED],
    ]);
    await writeFates(directory.path, "a", a);
    await writeFates(directory.path, "b", new Map([["both", "of b"]]));
    assert.deepEqual(
      await readHints(directory.path, "b"),
      new Map([
        ["both", "of b"],
        ["alone", "of a"],
      ]),
    );
    assert.deepEqual(await readHints(join(directory.path, "new"), "a"), new Map());
  });
});
