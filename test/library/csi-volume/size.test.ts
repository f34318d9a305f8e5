import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { countBytes } from "../../../generator/library/common/size.ts";
import { helmVersions } from "../../helm-versions.ts";
import { useVolumes } from "./render-volumes.ts";

/** Sizes as users write them and as an API server writes them back. */
const sizes: Readonly<Record<string, number>> = {
  "1": 1,
  "0010": 10,
  "1k": 1000,
  "1.1k": 1100,
  "500M": 500_000_000,
  "1G": 1_000_000_000,
  "1.5T": 1_500_000_000_000,
  "2P": 2_000_000_000_000_000,
  "1E": 1_000_000_000_000_000_000,
  "1Ki": 1024,
  "10Mi": 10_485_760,
  "1.5Gi": 1_610_612_736,
  "1536Mi": 1_610_612_736,
  ".5Gi": 536_870_912,
  "0.1Gi": 107_374_182.4,
  "107374182400m": 107_374_182.4,
  "1000u": 0.001,
  "5n": 0.000_000_005,
  "3Ti": 3_298_534_883_328,
  "1Pi": 1_125_899_906_842_624,
  "2Ei": 2 ** 61,
  "1e9": 1_000_000_000,
  "12E2": 1200,
};

const template = `apiVersion: v1
kind: ConfigMap
metadata:
  name: sizes
data:
{{- range $.Values.sizes }}
  {{ . | quote }}: {{ include "csi-volume.bytes" . | float64 | toJson | quote }}
{{- end }}
`;

describe("countBytes()", () => {
  it("yields the bytes of a size", () => {
    for (const [size, bytes] of Object.entries(sizes)) assert.equal(countBytes(size), bytes, size);
  });
});

for (const version of helmVersions) {
  describe(`the named template csi-volume.bytes under Helm ${version}`, () => {
    // Without the schema, which knows no list of sizes.
    const chart = useVolumes(
      version,
      (files) =>
        new Map([
          ["Chart.yaml", files.get("Chart.yaml") ?? ""],
          ["templates/_functions.tpl", files.get("templates/_functions.tpl") ?? ""],
          ["templates/sizes.yaml", template],
        ]),
    );

    it("computes what countBytes() computes", async () => {
      const [computed] = await chart.render({ sizes: Object.keys(sizes) });
      const texts = Object.entries(computed?.["data"] as Record<string, string>);
      assert.deepEqual(Object.fromEntries(texts.map(([size, text]) => [size, Number(text)])), sizes);
    });
  });
}
