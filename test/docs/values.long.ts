import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, it } from "mocha";
import { parse } from "yaml";
import reference from "../../examples/reference-pipeline/reference-pipeline.ts";
import { library } from "../../generator/library/library.ts";
import {
  BatchJob,
  definePipeline,
  evaluate,
  type Pipeline,
  PipelineError,
  pipelineSchema,
  printPipeline,
} from "../../generator/mod.ts";
import { compileSchema } from "../../generator/values/validate-values.ts";
import { useTemporaryDirectory } from "../cli/use-temporary-directory.ts";
import { compileCode, listCode, placeToRun } from "./place-code-blocks.ts";
import { codeBlocks, readPage } from "./read-markdown.ts";

const page = readPage("docs/values.md");

describe("docs/values.md", () => {
  const directory = useTemporaryDirectory();

  // As Helm reads them: YAML 1.1.
  const blocks = codeBlocks(page, "yaml").map((text) => parse(text, { version: "1.1" }) as Values);
  const isOfPipeline = (values: Values): boolean => {
    const own = Object.keys(values).filter((key) => key !== "extraObjects");
    return own.length > 0 && own.every((key) => key === "global" || reference.parts.has(key));
  };

  it("docs/values.md has values that the reference pipeline accepts", () => {
    const defaults = parse(printPipeline(reference).get("values.yaml") ?? "") as Values;
    const validate = compileSchema(pipelineSchema(reference));
    const ofPipeline = blocks.filter(isOfPipeline);
    assert(ofPipeline.length > 0);
    for (const values of ofPipeline) assert.deepEqual(validate(merge(defaults, values)), []);
  });

  it("docs/values.md has references that name what the reference pipeline has", () => {
    const [values] = blocks.filter((block) => isOfPipeline(block) && block["extraObjects"] !== undefined);
    const { objects } = evaluate(reference, { ...(values === undefined ? {} : { values }), release: { name: "etl" } });
    const settings = objects.find(({ metadata }) => metadata.name === "etl-settings");
    assert.deepEqual(Object(settings).data, { PRIMARY: "etl-store-0.etl-store-headless:5432" });
    const budget = objects.find(({ kind }) => kind === "PodDisruptionBudget");
    assert.equal(budget?.metadata.name, "etl-store");
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

  it("docs/values.md has code that compiles with the installed package, and that makes pipelines", async () => {
    const code = listCode("docs/values.md");
    assert.deepEqual([...code.keys()], ["pipelines/watched.ts", "pipelines/copies.ts"]);
    const { stdout } = await compileCode(directory.path, code);
    assert.equal(stdout, "");
    await placeToRun(directory.path, code);
    const load = async (name: string): Promise<Pipeline> => {
      const file = pathToFileURL(join(directory.path, "pipelines", name)).href;
      return ((await import(file)) as { readonly default: Pipeline }).default;
    };
    const watched = evaluate(await load("watched.ts"), { environment: "dev" }).objects.map(({ kind }) => kind);
    assert.ok(watched.includes("PodDisruptionBudget") && !watched.includes("PodMonitor"));
    const pipeline = await load("copies.ts");
    assert.deepEqual([...pipeline.parts.keys()], ["copy-orders", "copy-customers", "merge"]);
    assert.equal(evaluate(pipeline, { environment: "dev" }).all("Job").length, 2);
  });

  it("docs/values.md names each reserved stage name", () => {
    const [, sentence = ""] = /These are reserved,(.*?)\n\n/s.exec(page) ?? [];
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
