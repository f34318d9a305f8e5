import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { markBlocks } from "../../mutation/charts/coverage.ts";
import { createKiller } from "../../mutation/charts/kill.ts";
import { mutateTemplate } from "../../mutation/charts/list-mutants.ts";
import type { ChartRenderer } from "../../mutation/charts/renderer.ts";
import type { Trial } from "../../mutation/charts/trials.ts";

const path = "templates/a.yaml";
const own = 'a: {{ .a | quote }}\n{{- fail "ports are missing" }}\n';
const mutants = mutateTemplate(path, own);

/** Trials that note when they are run and on which text, each finding what `finds` says. */
function createTrials(
  all: readonly { name: string; refusal?: string; cost?: number; blocks?: readonly string[]; finds: boolean }[],
  text = own,
) {
  const subject = { name: "a", files: new Map([[path, text]]), settings: [] };
  const log: string[] = [];
  const disk = new Map(subject.files);
  const renderer = {
    change: async (file: string, text: string) => {
      disk.set(file, text);
    },
  } as unknown as ChartRenderer; // nothing else is asked of it
  const trials = all.map(({ name, refusal = "", cost = 1, blocks, finds }): Trial => {
    const covers = (block: string) => blocks?.includes(block) ?? true;
    const run = async () => {
      log.push(`${name}: ${disk.get(path) === text ? "right" : "fault"}`);
      return finds;
    };
    const runsBehind = (block: string) => (blocks ?? []).length - 1 - (blocks ?? []).indexOf(block);
    return { name, refusal, cost, prior: 0.5, hits: new Map(), covers, runsBehind, run };
  });
  return { log, disk, kill: createKiller(subject, trials, renderer) };
}

const [quote, fail] = mutants;
assert.ok(quote?.title === "quote dropped" && fail?.title === "fail dropped");

describe("createKiller()", () => {
  it("createKiller() tries cheap trials first, until one finds the fault, and takes the fault back", async () => {
    const { log, disk, kill } = createTrials([
      { name: "dear", cost: 9, finds: true },
      { name: "cheap", finds: false },
      { name: "middle", cost: 2, finds: true },
    ]);
    assert.equal(await kill(quote), "middle");
    assert.deepEqual(log, ["cheap: fault", "middle: fault"]);
    assert.equal(disk.get(path), own);
  });

  it("createKiller() tries all before it lets a mutant survive", async () => {
    const { log, kill } = createTrials(["a", "b", "c"].map((name) => ({ name, finds: false })));
    assert.equal(await kill(quote), undefined);
    assert.deepEqual(log, ["a: fault", "b: fault", "c: fault"]);
  });

  it("createKiller() tries no more than it is asked to", async () => {
    const { log, kill } = createTrials(["a", "b", "c"].map((name) => ({ name, finds: name === "c" })));
    assert.equal(await kill(quote, { most: 2 }), undefined);
    assert.deepEqual(log.splice(0), ["a: fault", "b: fault"]);
    assert.equal(await kill(quote), "c");
  });

  it("createKiller() starts with the hint, and a dropped guard with what is refused in its words", async () => {
    const trials = [
      { name: "accepted", finds: false },
      { name: "volumes", refusal: "volumes are missing", finds: false },
      { name: "ports", refusal: "ports are missing", finds: false },
    ];
    const { log, kill } = createTrials(trials);
    await kill(fail);
    assert.deepEqual(log.splice(0), ["ports: fault", "volumes: fault", "accepted: fault"]);
    await kill(fail, { hint: "accepted" });
    assert.deepEqual(log, ["accepted: fault", "ports: fault", "volumes: fault"]);
  });

  it("createKiller() tries what is refused by the check with the fault first, or by the one that is not called", async () => {
    const text = `{{- define "a.first" -}}{{ if .a }}{{ fail "a" }}{{ end }}{{- end }}
{{- define "a.second" -}}{{ if .b }}{{ fail "b" }}{{ end }}{{- end }}
{{- define "a.guards" -}}{{- include "a.first" . }}{{- include "a.second" . }}{{- end }}
`;
    const blocks = markBlocks(path, text).match(/(?<=fail ")[^"]+:\d+/g) ?? [];
    const [, inFirst = "", , inSecond = "", , guards = ""] = blocks;
    const { kill, log } = createTrials(
      [
        { name: "accepted", blocks: [guards, inFirst, inSecond], finds: false },
        { name: "second", refusal: "no", blocks: [guards, inFirst, inSecond], finds: false },
        { name: "first", refusal: "no", blocks: [guards, inFirst], finds: false },
      ],
      text,
    );
    const fault = { path, line: 3, title: "check not called", text, room: "a" };
    await kill({ ...fault, start: text.indexOf('{{- include "a.first"') });
    assert.equal(log.splice(0)[0], "first: right");
    await kill({ ...fault, start: text.indexOf('{{- include "a.second"') });
    assert.equal(log[0], "second: right");
  });

  it("createKiller() learns by the title which trial finds mutants", async () => {
    const { log, kill } = createTrials([
      { name: "blind", finds: false },
      { name: "keen", finds: true },
    ]);
    await kill(quote);
    await kill(quote);
    assert.deepEqual(log, ["blind: fault", "keen: fault", "keen: fault"]);
  });

  it("createKiller() tries nothing that does not run the block of the fault", async () => {
    const text = "{{- if .gate }}\nx: {{ .x | quote }}\n{{- else }}\ny: {{ .y | quote }}\n{{- end }}\n";
    const blocks = markBlocks(path, text).match(/(?<=fail ")[^"]+/g) ?? [];
    const { kill, log } = createTrials(
      [
        { name: "outside", blocks: blocks.slice(0, 1), finds: true },
        { name: "first", blocks: blocks.slice(1, 2), finds: true },
        { name: "second", blocks: blocks.slice(2), finds: true },
      ],
      text,
    );
    const faults = mutateTemplate(path, text);
    const found = await Promise.all(
      ["if negated", "quote dropped"]
        .flatMap((title) => faults.filter((one) => one.title === title))
        .map((one) => kill(one)),
    );
    assert.deepEqual(found, ["outside", "first", "second"], log.join());
  });
});
