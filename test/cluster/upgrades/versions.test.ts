import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, it } from "mocha";
import { waitUntil } from "../../../cluster/wait-until.ts";
import { useTemporaryDirectory } from "../../cli/use-temporary-directory.ts";
import { patience } from "../patience.ts";
import { useReleases } from "../use-releases.ts";
import { ciSecrets } from "./ci-secrets.ts";
import { readFromClaims, writeToClaims } from "./claim-data.ts";
import { placeVersion } from "./place-version.ts";
import { readRelease } from "./read-release.ts";
import { readState } from "./read-state.ts";

const charts = fileURLToPath(new URL("../../../charts", import.meta.url));

describe("an upgrade to a chart that differs in its version alone", () => {
  const releases = useReleases("restricted");
  const directory = useTemporaryDirectory();

  /** Waits until every autoscaler has made as many pods as it wants. */
  async function waitForScaling(): Promise<void> {
    const isScaled = async (): Promise<boolean> => {
      const { items } = JSON.parse(await releases.kubectl(["get", "horizontalpodautoscalers", "--output=json"]));
      const deployments = JSON.parse(await releases.kubectl(["get", "deployments", "--output=json"])).items;
      if (items.length === 0) return true;
      const [{ spec }] = items;
      const [{ status }] = deployments;
      return status.readyReplicas >= spec.minReplicas && status.readyReplicas === status.replicas;
    };
    await waitUntil(isScaled, { what: "the autoscaler has its pods", seconds: patience });
  }

  for (const chart of readdirSync(charts)) {
    for (const file of readdirSync(join(charts, chart, "ci"))) {
      // It must not start a Job meanwhile.
      const extra = file === "cron-job-values.yaml" ? ["--set=cron.suspend=true"] : [];
      const flags = [`--values=${join(charts, chart, "ci", file)}`, ...extra];

      it(`charts/${chart} with ci/${file}: nothing but the version's label changes, nor the data of claims, with --reuse-values, Helm 4 after Helm 3, and a rollback`, async () => {
        const next = await placeVersion(join(charts, chart), "99.0.0", directory.path);
        await releases.apply(...ciSecrets);
        await releases.install("same", join(charts, chart), { flags, helm: "3.17.3" });
        await waitForScaling();
        const written = await writeToClaims(releases, "same");
        const before = await readState(releases);
        const made = (await readRelease(releases, "same")).map(({ kind, metadata }) => `${kind}/${metadata.name}`);
        assert.deepEqual(
          made.filter((name) => before[name] === undefined),
          [],
          "all kinds of the release are compared",
        );
        const check = async (what: string): Promise<void> => {
          assert.deepEqual(await readState(releases), before, `objects differ after ${what}`);
        };
        await releases.upgrade("same", next, { flags, helm: "3.17.3" });
        await check("an upgrade with Helm 3");
        await releases.upgrade("same", next, { flags, helm: "4.1.4" });
        await check("an upgrade with Helm 4");
        await releases.upgrade("same", join(charts, chart), { flags: ["--reuse-values"] });
        await check("an upgrade with --reuse-values");
        await releases.helm(["rollback", "same", "1", "--wait", `--timeout=${patience}s`]);
        await check("a rollback");
        assert.deepEqual(await readFromClaims(releases, written), written);
        // What is in no namespace does not go with that of the test.
        await releases.helm(["uninstall", "same"]);
      });
    }
  }
});
