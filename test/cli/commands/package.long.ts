import assert from "node:assert/strict";
import { readdir, readFile, symlink } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, it } from "mocha";
import { findHelm } from "../../../cli/helm/find-helm.ts";
import { runHelm } from "../../../cli/helm/run-helm.ts";
import { readYaml } from "../../../cli/yaml/read-yaml.ts";
import { placeFiles, sampleChart } from "../sample-chart.ts";
import { useProject } from "../use-project.ts";

describe("chartwright package", () => {
  const project = useProject();

  beforeEach(async () => {
    await placeFiles(join(project.path, "charts/sample"), sampleChart);
  });

  it("chartwright package writes packages that Helm reads, and an index of them", async () => {
    await project.place({ "charts/other/Chart.yaml": "apiVersion: v2\nname: other\nversion: 0.2.0\n" });
    const { code, stdout, stderr } = await project.run(["package"]);
    assert.deepEqual([code, stderr], [0, ""]);
    assert.match(
      stdout,
      /^ {2}dist\/other-0\.2\.0\.tgz +\d+ B\n {2}dist\/sample-1\.2\.3\.tgz +(\d+ B|[\d.]+ KiB)\n {2}dist\/index\.yaml\n$/,
    );
    assert.deepEqual((await readdir(join(project.path, "dist"))).sort(), [
      "index.yaml",
      "other-0.2.0.tgz",
      "sample-1.2.3.tgz",
    ]);
    const { entries } = Object(readYaml(await readFile(join(project.path, "dist/index.yaml"), "utf8")));
    assert.deepEqual(Object.keys(entries), ["other", "sample"]);
    assert.deepEqual(entries.sample[0].urls, ["sample-1.2.3.tgz"]);
    const shown = await runHelm(await findHelm(), ["show", "values", join(project.path, "dist/sample-1.2.3.tgz")]);
    assert.equal(shown.stdout.trimEnd(), sampleChart.get("values.yaml")?.trimEnd());
  });

  it("chartwright package writes the same bytes each time, and the date of SOURCE_DATE_EPOCH", async () => {
    const read = () => readFile(join(project.path, "dist/sample-1.2.3.tgz"));
    await project.run(["package"]);
    const first = await read();
    await project.run(["package", "charts/sample"]);
    assert.deepEqual(await read(), first);
    await project.run(["package"], { SOURCE_DATE_EPOCH: "1700000000" });
    assert.notDeepEqual(await read(), first);
    const { generated } = Object(readYaml(await readFile(join(project.path, "dist/index.yaml"), "utf8")));
    assert.equal(generated, "2023-11-14T22:13:20Z");
  });

  it("chartwright package leaves other files of the directory alone", async () => {
    await project.place({ "out/sample-1.2.2.tgz": "an older one", "out/notes.txt": "mine" });
    await project.run(["package", "charts/sample", "--output", "out"]);
    assert.deepEqual((await readdir(join(project.path, "out"))).sort(), [
      "index.yaml",
      "notes.txt",
      "sample-1.2.2.tgz",
      "sample-1.2.3.tgz",
    ]);
  });

  async function assertRefused(args: readonly string[], message: string, variables = {}): Promise<void> {
    const result = await project.run(["package", ...args], variables);
    assert.deepEqual(result, { code: 1, stdout: "", stderr: `error: ${message}\n` });
    assert.equal((await readdir(project.path)).includes("dist"), false);
  }

  it("chartwright package writes nothing when a chart cannot be packaged", async () => {
    await project.place({ "charts/zeta/Chart.yaml": "apiVersion: v2\nname: zeta\nversion: 1.0\n" });
    await assertRefused(
      [],
      'Cannot read "charts/zeta/Chart.yaml": expected a name and a version, got {"name":"zeta","version":1}',
    );
    await assertRefused(
      ["charts/sample", "charts/sample"],
      'Cannot package "charts/sample": expected a package of its own, got a second "sample-1.2.3.tgz"',
    );
    await assertRefused(["charts/sample"], 'Cannot read SOURCE_DATE_EPOCH: expected seconds since 1970, got "now"', {
      SOURCE_DATE_EPOCH: "now",
    });
  });

  it("chartwright package refuses an output outside of the working directory or behind a symbolic link", async () => {
    const found = `expected one below "${project.path}", got one outside of it`;
    await assertRefused(["--output", "../other"], `Cannot write the directory "../other": ${found}`);
    await project.place({ "real/sample-1.2.3.tgz": "mine" });
    await symlink("real", join(project.path, "linked"));
    await assertRefused(
      ["--output", "linked"],
      `Cannot write the directory "linked": expected real directories, got a symbolic link at "${project.path}/linked"`,
    );
    assert.equal(await readFile(join(project.path, "real/sample-1.2.3.tgz"), "utf8"), "mine");
  });

  it("chartwright package refuses a chart whose name is a path", async () => {
    await project.place({ "charts/evil/Chart.yaml": "apiVersion: v2\nname: ../../evil\nversion: 1.0.0\n" });
    const result = await project.run(["package", "charts/evil"]);
    assert.equal(result.code, 1);
    assert.match(
      result.stderr,
      /^error: Cannot write the file "\.\.\/\.\.\/evil-1\.0\.0\.tgz": expected a relative path/,
    );
    assert.deepEqual((await readdir(project.path)).sort(), ["charts", "node_modules", "package.json"]);
  });
});
