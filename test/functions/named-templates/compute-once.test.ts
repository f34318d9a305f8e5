import assert from "node:assert/strict";
import { release } from "../../../generator/expression/built-in.ts";
import { Define } from "../../../generator/expression/define.ts";
import { computeOnce } from "../../../generator/functions/named-templates/compute-once.ts";
import { text } from "../../../generator/functions/strings.ts";
import { printValue } from "../../expression/print-expression.ts";
import { renderWithHelms } from "../render-with-helm.ts";

const hash = new Define<string>("t.hash", "string", text`${release.name}-1`, "");
const once = computeOnce(hash, { store: ["Subcharts"], key: "Hash" });

describe("computeOnce()", () => {
  it("computeOnce() includes a named template only while its result is not in the map", () => {
    assert.equal(printValue(once), 'or .Subcharts.Hash (get (set .Subcharts "Hash" (include "t.hash" .)) "Hash")');
  });

  it("computeOnce() finds in a later file of real Helm what the first one stored, in the root and in scopes made of it", async () => {
    const used = `text: {{ ${printValue(once)} }} {{ with merge (dict "More" 1) . }}{{ include "t.use" . }}{{ end }}`;
    const files = {
      "templates/_helpers.tpl": `{{- define "t.hash" }}{{ uuidv4 }}{{ end }}{{- define "t.use" }}{{ ${printValue(once)} }}{{ end }}`,
      "templates/a.yaml": used,
      "templates/b.yaml": used,
    };
    for (const output of await renderWithHelms(files)) {
      const [first, ...others] = output.match(/[0-9a-f]{8}(-[0-9a-f]+){4}/g) ?? [];
      assert.deepEqual(others, [first, first, first]);
    }
  });
});
