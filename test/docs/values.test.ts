import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parse } from "yaml";
import reference from "../../examples/reference-pipeline/reference-pipeline.ts";
import {
  BatchJob,
  definePipeline,
  library,
  PipelineError,
  pipelineSchema,
  printPipeline,
} from "../../generator/mod.ts";
import { compileSchema } from "../../generator/values/validate-values.ts";
import { codeBlocks, readPage } from "./read-markdown.ts";

const page = readPage("docs/values.md");

describe("docs/values.md", () => {
  // As Helm reads them: YAML 1.1.
  const blocks = codeBlocks(page, "yaml").map((text) => parse(text, { version: "1.1" }) as Values);
  const isOfPipeline = (values: Values): boolean =>
    Object.keys(values).every((key) => key === "global" || reference.parts.has(key));

  it("docs/values.md has values that the reference pipeline accepts", () => {
    const defaults = parse(printPipeline(reference).get("values.yaml") ?? "") as Values;
    const validate = compileSchema(pipelineSchema(reference));
    const ofPipeline = blocks.filter(isOfPipeline);
    assert(ofPipeline.length > 0);
    for (const values of ofPipeline) assert.deepEqual(validate(merge(defaults, values)), []);
  });

  it("docs/values.md has values of a stage that batch-job accepts", () => {
    const chart = library.find(({ name }) => name === "batch-job");
    assert(chart !== undefined);
    const validate = compileSchema(chart.schema);
    const base = { image: { repository: "busybox", tag: "1.36" } };
    const ofStage = blocks.filter((values) => !isOfPipeline(values));
    assert(ofStage.length > 0);
    for (const values of ofStage) assert.deepEqual(validate(merge(base, values)), []);
  });

  it("docs/values.md names each reserved stage name", () => {
    const [, sentence = ""] = /These are taken,(.*?)\n\n/s.exec(page) ?? [];
    const names = [...sentence.matchAll(/`([a-z]+)`/g)].map(([, name = ""]) => name);
    assert.equal(names.length, 7);
    for (const name of names) {
      const stages = { [name]: new BatchJob({ image: { repository: "busybox", tag: "1.36" } }) };
      assert.throws(() => definePipeline({ name: "etl", version: "1.0.0", stages }), PipelineError, name);
    }
  });
});

type Values = Readonly<Record<string, unknown>>;

function merge(base: Values, over: Values): Values {
  const entries = Object.entries(over).map(([key, value]) => {
    const known = base[key];
    return [key, isMap(known) && isMap(value) ? merge(known, value) : value] as const;
  });
  return { ...base, ...Object.fromEntries(entries) };
}

function isMap(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
