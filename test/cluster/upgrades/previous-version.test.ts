import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, it } from "mocha";
import { readCharts } from "../../../cli/chart-directory/read-chart.ts";
import { runCommand } from "../../../cluster/run-command.ts";
import { placeFiles } from "../../cli/sample-chart.ts";
import { useTemporaryDirectory } from "../../cli/use-temporary-directory.ts";
import { useReleases } from "../use-releases.ts";
import { ciSecrets } from "./ci-secrets.ts";
import { readFromClaims, writeToClaims } from "./claim-data.ts";
import { placeVersion } from "./place-version.ts";
import { findPreviousVersion, placeCommit } from "./previous-version.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));

const charts = await readCharts([]);
const previousVersions = await Promise.all(
  charts.map(({ directory, version }) => findPreviousVersion(root, directory, version)),
);

/** The version of a chart that git does not have another version of. */
const madeUp = "0.0.0-made-up";

describe("an upgrade from the version before", () => {
  const releases = useReleases("restricted");
  const directory = useTemporaryDirectory();

  for (const [i, { directory: chart, version, ci }] of charts.entries()) {
    const previous = previousVersions[i];
    const files = previous?.ci ?? ci.map((file) => basename(file));
    const from = previous?.version ?? `${madeUp} (git has no other)`;
    for (const file of files) {
      it(`${chart} with ci/${file}, from ${from} to ${version}: it gets ready, and the data of all claims are there`, async () => {
        await releases.apply(...ciSecrets);
        const old =
          previous === undefined
            ? await placeVersion(chart, madeUp, directory.path)
            : await placeCommit(root, previous, chart, directory.path);
        const flags = [`--values=${join(old, "ci", file)}`];
        await releases.install("old", old, { flags });
        const written = await writeToClaims(releases, "old");
        await releases.upgrade("old", chart, { flags: ["--reuse-values"] });
        await releases.upgrade("old", chart, { flags });
        assert.deepEqual(await readFromClaims(releases, written), written);
        await releases.uninstall("old");
      });
    }
  }
});

describe("findPreviousVersion()", () => {
  const directory = useTemporaryDirectory();
  const git = (...args: readonly string[]): Promise<string> =>
    runCommand("git", ["-c", "user.name=test", "-c", "user.email=test", ...args], { cwd: directory.path });

  /** Commits files of a chart. */
  async function commit(files: Readonly<Record<string, string>>): Promise<void> {
    await placeFiles(join(directory.path, "charts/one"), new Map(Object.entries(files)));
    await git("add", "--all");
    await git("commit", "--quiet", "--message=change");
  }

  it("findPreviousVersion() finds the last state of the version before, and placeCommit() writes it", async () => {
    await git("init", "--quiet");
    await commit({ "Chart.yaml": "name: one\nversion: 0.1.0\n" });
    await commit({
      "Chart.yaml": "name: one\nversion: 0.2.0\n",
      "ci/a-values.yaml": "a: 1\n",
      "values.yaml": "a: 0\n",
    });
    await commit({ "values.yaml": "a: 1\n" });
    await commit({ "Chart.yaml": "name: one\nversion: 0.3.0\n", "ci/b-values.yaml": "b: 1\n" });
    await commit({ "values.yaml": "a: 2\n" });
    const previous = await findPreviousVersion(directory.path, "charts/one", "0.3.0");
    assert.equal(previous?.version, "0.2.0");
    assert.deepEqual(previous.ci, ["a-values.yaml"]);
    const placed = await placeCommit(directory.path, previous, "charts/one", join(directory.path, "placed"));
    assert.equal(await readFile(join(placed, "Chart.yaml"), "utf8"), "name: one\nversion: 0.2.0\n");
    assert.equal(await readFile(join(placed, "values.yaml"), "utf8"), "a: 1\n");
  });

  it("findPreviousVersion() finds the committed version when the work tree has another", async () => {
    await git("init", "--quiet");
    await commit({ "Chart.yaml": "name: one\nversion: 0.1.0\n", "ci/a-values.yaml": "a: 1\n" });
    const previous = await findPreviousVersion(directory.path, "charts/one", "0.2.0");
    assert.deepEqual(previous, { version: "0.1.0", commit: "HEAD", ci: ["a-values.yaml"] });
  });

  it("findPreviousVersion() finds nothing where the version was never another", async () => {
    await git("init", "--quiet");
    await commit({ "Chart.yaml": "name: one\nversion: 0.1.0\n" });
    await commit({ "Chart.yaml": "name: one\nversion: 0.1.0\ndescription: more\n" });
    assert.equal(await findPreviousVersion(directory.path, "charts/one", "0.1.0"), undefined);
  });
});
