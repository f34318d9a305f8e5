import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "mocha";
import { describeValue } from "../../../cli/pipeline-file/read-pipeline.ts";
import { readExamples } from "../../../scripts/lib/read-examples.ts";
import { placeFiles } from "../../cli/sample-chart.ts";
import { useTemporaryDirectory } from "../../cli/use-temporary-directory.ts";

const generator = JSON.stringify(new URL("../../../generator/mod.ts", import.meta.url).href);
const header = `import { BatchJob, definePipeline } from ${generator};
const job = new BatchJob({ image: { repository: "busybox", tag: "1.36" } });
`;

describe("readExamples()", () => {
  const directory = useTemporaryDirectory();

  async function place(examples: Readonly<Record<string, string>>): Promise<void> {
    const files = Object.entries(examples).map(([name, text]) => [`examples/${name}/${name}.ts`, text] as const);
    await placeFiles(directory.path, new Map(files));
  }

  it("readExamples() distinguishes pipelines from releases, and names the values file of each release", async () => {
    await place({
      c: `${header}export default { first: job, second: job };\nexport const allowances = { external: ["Secret/a"] };\n`,
      a: `${header}export default definePipeline({ name: "a", version: "1.0.0", stages: { job } });\n`,
      b: `${header}export default job;\n`,
    });
    await mkdir(join(directory.path, "examples/no-example"));
    const examples = await readExamples(directory.path);
    const seen = examples.map((example) => {
      const { name, file, allowances } = example;
      if (example.kind === "pipeline") return { name, file, allowances, source: example.pipeline.source };
      const releases = [...example.releases].map(([release, { valuesFile }]) => `${release}: ${valuesFile}`);
      return { name, file, allowances, releases };
    });
    assert.deepEqual(seen, [
      { name: "a", file: "examples/a/a.ts", allowances: {}, source: "examples/a/a.ts" },
      { name: "b", file: "examples/b/b.ts", allowances: {}, releases: ["b: values.yaml"] },
      {
        name: "c",
        file: "examples/c/c.ts",
        allowances: { external: ["Secret/a"] },
        releases: ["first: first.yaml", "second: second.yaml"],
      },
    ]);
  });

  const wrong: readonly (readonly [title: string, text: string, message: string])[] = [
    [
      "without a default export",
      `${header}export { job };\n`,
      'Cannot use "examples/a/a.ts": expected a default export that is a pipeline, a stage, or stages by release name, ' +
        "got undefined",
    ],
    [
      "with something else among its stages",
      `${header}export default { job, other: { image: "busybox" } };\n`,
      'Cannot use "examples/a/a.ts": other: expected a model such as new BatchJob({...}), got an object with image',
    ],
    [
      "with an unknown allowance",
      `${header}export default job;\nexport const allowances = { externals: [] };\n`,
      'Cannot use "examples/a/a.ts": allowances.externals: expected external, got an unknown key',
    ],
    [
      "with an allowance that is no list",
      `${header}export default job;\nexport const allowances = { external: "Secret/a" };\n`,
      'Cannot use "examples/a/a.ts": allowances.external: expected a list, got string "Secret/a"',
    ],
    ["that throws", `${header}\nthrow new Error("no way");\n`, 'Cannot generate from "examples/a/a.ts", line 4'],
  ];

  for (const [title, text, message] of wrong) {
    it(`readExamples() refuses an example ${title}`, async () => {
      await place({ a: text });
      await assert.rejects(readExamples(directory.path), { name: "PipelineFileError", message });
    });
  }
});

describe("describeValue()", () => {
  it("describeValue() says in a few words what a value is", () => {
    const values = [null, undefined, 1, "a", true, [], {}, { a: 1, b: 2 }, new Map(), () => 1, function load() {}, 1n];
    assert.deepEqual(values.map(describeValue), [
      "null",
      "undefined",
      "number 1",
      'string "a"',
      "boolean true",
      "a list",
      "an empty object",
      "an object with a, b",
      "a Map",
      "a function",
      "the function load",
      "bigint 1",
    ]);
  });
});
