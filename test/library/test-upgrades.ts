/** Tests of upgrades in a cluster that has a chart's objects already. */
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "mocha";
import { mapLimited } from "../../cli/files/map-limited.ts";
import { findHelm } from "../../cli/helm/find-helm.ts";
import { runHelm } from "../../cli/helm/run-helm.ts";
import { type Chart, printChart } from "../../generator/chart.ts";
import type { Values } from "../../generator/evaluate/coalesce-values.ts";
import { placeFiles } from "../cli/sample-chart.ts";
import { helmVersions } from "../helm-versions.ts";
import { writeAscii } from "../yaml/write-ascii.ts";
import { type ApiServer, type ExistingObject, serveObjects } from "./csi-volume/serve-objects.ts";

/** An upgrade of a release `rel`. */
export interface ExistingCase {
  readonly title: string;
  readonly values: Values;
  /** The message with which it is refused; nothing where it is admitted. */
  readonly refusal?: string;
}

// The server has no schemas to check objects with.
const ask = ["--dry-run=server", "--disable-openapi-validation"];

/** Describes a chart in a cluster with some objects: each upgrade is refused or admitted, by Helm. */
export function testUpgrades(
  chart: Chart,
  behaviour: string,
  objects: readonly ExistingObject[],
  cases: readonly ExistingCase[],
): void {
  describe(`${chart.name} in a cluster that has its objects`, () => {
    let directory: string;
    let server: ApiServer;
    before(async () => {
      directory = await mkdtemp(join(tmpdir(), "chartwright-test-"));
      server = await serveObjects(objects, directory);
      await placeFiles(join(directory, "chart"), printChart(chart));
    });
    after(async () => {
      await server.close();
      await rm(directory, { recursive: true });
    });

    for (const version of helmVersions) {
      it(`${chart.name} refuses ${behaviour}, under Helm ${version}`, async () => {
        const helm = await findHelm({ version });
        await mapLimited(cases, 2, async ({ title, values, refusal }, i) => {
          const file = join(directory, `values-${i}.yaml`);
          await writeFile(file, writeAscii(values));
          const args = ["template", "rel", join(directory, "chart"), "--values", file, ...ask];
          const { code, stderr } = await runHelm(helm, args, { env: { KUBECONFIG: server.kubeconfig } });
          if (refusal === undefined) assert.equal(code, 0, `${title}: ${stderr}`);
          else assert.ok(code !== 0 && stderr.includes(refusal), `${title}: ${stderr}`);
        });
      });
    }
  });
}
