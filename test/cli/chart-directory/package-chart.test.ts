import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { before, beforeEach, describe, it } from "mocha";
import { list } from "tar";
import { packageChart } from "../../../cli/chart-directory/package-chart.ts";
import { readSourceDate } from "../../../cli/chart-directory/source-date.ts";
import { writeIndex } from "../../../cli/chart-directory/write-index.ts";
import { type BundledVersion, findHelm } from "../../../cli/helm/find-helm.ts";
import { type Helm, runHelm } from "../../../cli/helm/run-helm.ts";
import { runProcess } from "../../../cli/helm/run-process.ts";
import { templateChart } from "../../../cli/helm/template-chart.ts";
import { readYaml } from "../../../cli/yaml/read-yaml.ts";
import { placeFiles, sampleChart } from "../sample-chart.ts";
import { useTemporaryDirectory } from "../use-temporary-directory.ts";

const sample = { name: "sample", version: "1.2.3" };

/** The sample chart and files that show in which order a package has them. */
const wide = new Map([
  ...[...sampleChart].reverse(),
  ["Chart.lock", "dependencies: []\ndigest: sha256:0\ngenerated: 2024-01-01T00:00:00Z\n"] as const,
  ["templates/a-b.yaml", "# b\n"] as const,
  ["templates/a/x.yaml", "# x\n"] as const,
  ["templates/.hidden", "left out\n"] as const,
  ["templates/_helpers.tpl", "\n"] as const,
  ["environments/prod.yaml", "replicas: 5\n"] as const,
  ["crds/crd.yaml", "# none\n"] as const,
  ["charts/child/README.md", "# child\n"] as const,
]);

interface Entry {
  readonly path: string;
  readonly mode: number | undefined;
  readonly uid: number | undefined;
  readonly gid: number | undefined;
  readonly mtime: number | undefined;
}

async function listEntries(file: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  await list({
    file,
    onReadEntry: ({ path, mode, uid, gid, mtime }) => entries.push({ path, mode, uid, gid, mtime: mtime?.getTime() }),
  });
  return entries;
}

describe("packageChart()", () => {
  const directory = useTemporaryDirectory();
  let file: string;

  beforeEach(() => {
    file = join(directory.path, "sample-1.2.3.tgz");
  });

  it("packageChart() puts the entries in Helm's order, each with mode 0644, no owner and one date", async () => {
    await writeFile(file, await packageChart(wide, { ...sample, sourceDate: new Date("2024-05-06T07:08:09Z") }));
    const entries = await listEntries(file);
    assert.deepEqual(
      entries.map(({ path }) => path),
      [
        "sample/Chart.yaml",
        "sample/Chart.lock",
        "sample/values.yaml",
        "sample/values.schema.json",
        "sample/templates/_helpers.tpl",
        "sample/templates/a/x.yaml",
        "sample/templates/a-b.yaml",
        "sample/templates/configmap.yaml",
        "sample/templates/tests/test.yaml",
        "sample/.helmignore",
        "sample/README.md",
        "sample/crds/crd.yaml",
        "sample/environments/prod.yaml",
        "sample/charts/child/Chart.yaml",
        "sample/charts/child/values.yaml",
        "sample/charts/child/templates/empty.yaml",
        "sample/charts/child/README.md",
      ],
    );
    const mtime = Date.parse("2024-05-06T07:08:09Z");
    for (const { path, ...rest } of entries) assert.deepEqual(rest, { mode: 0o644, uid: 0, gid: 0, mtime }, path);
  });

  it("packageChart() gives the same bytes for the same files, whatever their order", async () => {
    const first = await packageChart(wide, sample);
    const second = await packageChart(new Map([...wide].sort()), sample);
    assert.deepEqual(first, second);
    // Written down once: the bytes depend on no clock, machine or version of Node.
    const digest = createHash("sha256").update(first).digest("hex");
    assert.equal(digest, "edc01aff483d685cfbefc974c9d1354eb1b6e675a5a77e648dd96d0da34d9b65");
    // Neither a time nor the system that packed it: RFC 1952, bytes 4 to 9.
    assert.deepEqual([...first.subarray(4, 8)], [0, 0, 0, 0]);
    assert.equal(first[9], 3);
  });

  it("packageChart() keeps the text of every file", async () => {
    await writeFile(file, await packageChart(wide, sample));
    const { code } = await runProcess("tar", ["-xzf", file, "-C", directory.path]);
    assert.equal(code, 0);
    for (const path of ["Chart.yaml", "values.schema.json", "templates/tests/test.yaml", "charts/child/README.md"]) {
      assert.equal(await readFile(join(directory.path, "sample", path), "utf8"), wide.get(path));
    }
  });

  it("packageChart() packs paths that a tar header cannot hold", async () => {
    const long = `files/${"d".repeat(90)}/${"e".repeat(90)}/${"f".repeat(120)}.txt`;
    const files = new Map([...sampleChart, [long, "far away\n"], ["files/ümläut 😀.txt", "near\n"]]);
    await writeFile(file, await packageChart(files, sample));
    const paths = (await listEntries(file)).map(({ path }) => path);
    assert(paths.includes(`sample/${long}`));
    assert(paths.includes("sample/files/ümläut 😀.txt"));
  });

  it("packageChart() refuses a chart without Chart.yaml, and one of another name or version", async () => {
    await assert.rejects(packageChart(new Map(), sample), {
      message: 'Cannot package the chart "sample": expected a file Chart.yaml, got none',
    });
    await assert.rejects(packageChart(sampleChart, { ...sample, version: "1.2.4" }), {
      message: 'Cannot package the chart "sample": expected version "1.2.4" in Chart.yaml, got "1.2.3"',
    });
  });
});

describe("readSourceDate()", () => {
  it("readSourceDate() reads SOURCE_DATE_EPOCH, else gives a fixed date", () => {
    assert.equal(readSourceDate("1700000000").toISOString(), "2023-11-14T22:13:20.000Z");
    assert.equal(readSourceDate("").toISOString(), "1980-01-01T00:00:00.000Z");
    for (const value of ["x", "-1", "1.5", "99999999999999"]) {
      assert.throws(() => readSourceDate(value), {
        name: "RangeError",
        message: `Cannot read SOURCE_DATE_EPOCH: expected seconds since 1970, got "${value}"`,
      });
    }
  });
});

describe("writeIndex()", () => {
  const archive = new Uint8Array([1, 2, 3]);
  const describeChart = (name: string, version: string) => `apiVersion: v2\nname: ${name}\nversion: "${version}"\n`;

  it("writeIndex() writes every field that Helm knows, the digest and a relative URL", () => {
    const chart = `${sampleChart.get("Chart.yaml")}unknown: dropped\nmaintainers:\n- name: someone\n`;
    assert.equal(
      writeIndex([{ chart, archive }], new Date("2024-05-06T07:08:09Z")),
      `apiVersion: v1
entries:
  sample:
    - apiVersion: v2
      appVersion: "1.0"
      created: "2024-05-06T07:08:09Z"
      dependencies:
        - name: child
          version: 0.1.0
          repository: ""
      description: A chart for tests
      digest: "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"
      icon: https://example.com/icon.png
      maintainers:
        - name: someone
      name: sample
      type: application
      urls:
        - sample-1.2.3.tgz
      version: 1.2.3
generated: "2024-05-06T07:08:09Z"
`,
    );
  });

  it("writeIndex() sorts charts by name and versions from the newest", () => {
    const versions = ["1.0.0", "1.10.0", "1.9.0", "1.10.0-rc.2", "1.10.0-rc.10", "1.10.0-beta", "1.10.0-1", "0.1.0+x"];
    const packages = [["zeta", "1.0.0"] as const, ...versions.map((version) => ["alpha", version] as const)];
    const text = writeIndex(packages.map(([name, version]) => ({ chart: describeChart(name, version), archive })));
    const { entries } = Object(readYaml(text));
    assert.deepEqual(Object.keys(entries), ["alpha", "zeta"]);
    assert.deepEqual(
      entries.alpha.map(({ version }: { version: string }) => version),
      ["1.10.0", "1.10.0-rc.10", "1.10.0-rc.2", "1.10.0-beta", "1.10.0-1", "1.9.0", "1.0.0", "0.1.0+x"],
    );
  });

  it("writeIndex() refuses a chart without a version, or with one that is not semantic", () => {
    assert.throws(() => writeIndex([{ chart: "name: x\n", archive }]), {
      message: 'Cannot index a chart: expected a name and a semantic version in its Chart.yaml, got {"name":"x"}',
    });
    assert.throws(() => writeIndex([{ chart: describeChart("x", "1.2"), archive }]), {
      message:
        'Cannot index a chart: expected a name and a semantic version in its Chart.yaml, got {"name":"x","version":"1.2"}',
    });
  });
});

for (const version of ["4.1.4", "3.17.3"] as const satisfies readonly BundledVersion[]) {
  describe(`A packaged chart and Helm ${version}`, () => {
    const directory = useTemporaryDirectory();
    let helm: Helm;
    let file: string;

    before(async () => {
      helm = await findHelm({ version });
    });

    beforeEach(async () => {
      file = join(directory.path, "sample-1.2.3.tgz");
      await writeFile(file, await packageChart(wide, sample));
    });

    it("packageChart() makes what helm show and helm template read", async () => {
      const shown = await runHelm(helm, ["show", "chart", file]);
      assert.deepEqual([shown.code, shown.stderr], [0, ""]);
      assert.deepEqual(readYaml(shown.stdout), readYaml(sampleChart.get("Chart.yaml") ?? ""));
      await placeFiles(join(directory.path, "sample"), wide);
      assert.equal(await templateChart(helm, file), await templateChart(helm, join(directory.path, "sample")));
    });

    it("packageChart() packs the files that helm package packs", async () => {
      const source = join(directory.path, "sample");
      await placeFiles(source, wide);
      for (const name of await readdir(source, { recursive: true })) await utimes(join(source, name), 0, 0);
      const out = join(directory.path, "by-helm");
      const result = await runHelm(helm, ["package", source, "--destination", out]);
      assert.deepEqual([result.code, result.stderr], [0, ""]);
      const ours = (await listEntries(file)).map(({ path }) => path);
      const theirs = (await listEntries(join(out, "sample-1.2.3.tgz"))).map(({ path }) => path);
      assert.deepEqual(ours, theirs);
    });

    it("writeIndex() makes an index that helm pull and helm show use over HTTP", async () => {
      const chart = sampleChart.get("Chart.yaml") ?? "";
      const archive = await readFile(file);
      await writeFile(join(directory.path, "index.yaml"), writeIndex([{ chart, archive }]));
      const server = createServer((request, response) => {
        readFile(join(directory.path, new URL(request.url ?? "/", "http://x").pathname)).then(
          (content) => response.end(content),
          () => response.writeHead(404).end(),
        );
      });
      await once(server.listen(0, "127.0.0.1"), "listening");
      try {
        // A server on a port has an address of this shape; only one on a socket file has a string.
        const repository = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
        const out = join(directory.path, "pulled");
        const args = ["pull", "sample", "--repo", repository, "--version", "1.2.3", "--destination", out, "--untar"];
        const pulled = await runHelm(helm, args);
        assert.deepEqual([pulled.code, pulled.stderr], [0, ""]);
        assert.equal(await readFile(join(out, "sample", "Chart.yaml"), "utf8"), chart);
        const shown = await runHelm(helm, ["show", "values", "sample", "--repo", repository]);
        assert.equal(shown.stdout.trimEnd(), sampleChart.get("values.yaml")?.trimEnd());
      } finally {
        server.close();
      }
    });

    it("writeIndex() says what helm repo index says", async () => {
      const result = await runHelm(helm, ["repo", "index", directory.path]);
      assert.equal(result.code, 0, result.stderr);
      const theirs = Object(readYaml(await readFile(join(directory.path, "index.yaml"), "utf8")));
      const archive = await readFile(file);
      const ours = Object(readYaml(writeIndex([{ chart: sampleChart.get("Chart.yaml") ?? "", archive }])));
      const { created, ...entry } = theirs.entries.sample[0];
      assert.equal(typeof created, "string");
      const { created: date, ...own } = ours.entries.sample[0];
      assert.equal(date, "1980-01-01T00:00:00Z");
      assert.deepEqual(own, entry);
      assert.deepEqual(Object.keys(ours), Object.keys(theirs));
    });
  });
}
