import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, describe, it } from "mocha";
import { readYaml } from "../../cli/yaml/read-yaml.ts";
import type { JsonSchema } from "../../generator/json-schema.ts";
import { printPipeline } from "../../generator/mod.ts";
import { validateValues } from "../../generator/values/validate-values.ts";
import { readExamples } from "../../scripts/lib/read-examples.ts";
import { printCharts } from "../charts/render-charts.ts";
import { placeFiles } from "../cli/sample-chart.ts";
import { makeTemporaryDirectory } from "../cli/use-temporary-directory.ts";
import { LanguageServer, type Place, yamlServer } from "./language-server.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const modeline = "# yaml-language-server: $schema=../values.partial.schema.json\n";

/** The place behind a piece of a text. */
function behind(text: string, piece: string): Place {
  const lines = text.slice(0, text.indexOf(piece) + piece.length).split("\n");
  return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
}

describe("values files in an editor", () => {
  const charts = printCharts();
  let directory = "";
  let server: LanguageServer;
  before(async () => {
    directory = await makeTemporaryDirectory();
    for (const [name, files] of charts) await placeFiles(join(directory, name), files);
    server = await LanguageServer.start(yamlServer, directory);
  });
  after(async () => {
    await server.stop();
  });

  for (const [name, files] of charts) {
    const own = [...files].filter(([path]) => /^(values|(ci|environments)\/.*)\.yaml$/.test(path));
    it(`values files of ${name} name their schema, which finds nothing wrong in them`, async () => {
      assert(own.length > 1);
      for (const [path, text] of own) {
        assert.match(text, /^#.*\n# yaml-language-server: \$schema=(\.\.\/)?values\.partial\.schema\.json\n/, path);
        assert.deepEqual(await server.diagnose(join(directory, name, path), text), [], path);
      }
    });
  }

  it("environments of all examples have nothing wrong by the schema that their charts have for editors", async () => {
    const examples = await readExamples(root);
    const pipelines = examples.flatMap((each) => (each.kind === "pipeline" ? [each.pipeline] : []));
    assert(pipelines.length > 2);
    for (const pipeline of pipelines) {
      const files = printPipeline(pipeline);
      const schema = JSON.parse(files.get("values.partial.schema.json") ?? "") as JsonSchema; // it has just been printed
      for (const [path, text] of files) {
        if (!path.startsWith("environments/")) continue;
        assert.deepEqual(validateValues(schema, readYaml(text)), [], `${pipeline.name}/${path}`);
      }
    }
  });

  it("values files of a user are checked for what they say, and not for what they leave out", async () => {
    const path = join(directory, "pipeline", "environments", "mine.yaml");
    const text = `${modeline}load:\n  job:\n    backofLimit: 3\n  restartPolicy: Sometimes\n`;
    assert.deepEqual((await server.diagnose(path, text)).toSorted(), [
      "Property backofLimit is not allowed.",
      'Value is not accepted. Valid values: "Never", "OnFailure".',
    ]);
  });

  it("values files of a user get completion and descriptions", async () => {
    const path = join(directory, "pipeline", "environments", "new.yaml");
    const text = `${modeline}load:\n  job:\n    backoffLimit: 3\n    back\n`;
    await server.diagnose(path, text);
    const offered = await server.complete(path, behind(text, "    back\n".trimEnd()));
    assert(offered.includes("backoffLimitPerIndex"), offered.join());
    const shown = await server.hover(path, behind(text, "backoff"));
    assert.match(shown, /^Failed pods before the Job fails$/m);
  });
});
