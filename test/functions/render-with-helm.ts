/** Real Helm for the tests of what is printed: a chart of a few files, rendered by the versions of a run. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BundledVersion, findHelm } from "../../cli/helm/find-helm.ts";
import { templateChart } from "../../cli/helm/template-chart.ts";
import { placeFiles } from "../cli/sample-chart.ts";
import { helmVersions } from "../helm-versions.ts";
import { writeAscii } from "../yaml/write-ascii.ts";

/** What each Helm printed for a chart, in the order of `helmVersions`; the values are data, or the text of a values file. */
export async function renderWithHelms(
  files: Readonly<Record<string, string>>,
  values: object | string = {},
): Promise<readonly string[]> {
  const results = await tryWithHelms(files, values);
  return results.map((result) => {
    if (result instanceof Error) throw result;
    return result;
  });
}

/** What each Helm printed, or the error with which it refused. */
export async function tryWithHelms(
  files: Readonly<Record<string, string>>,
  values: object | string = {},
  versions: readonly BundledVersion[] = helmVersions,
): Promise<readonly (string | Error)[]> {
  const root = await mkdtemp(join(tmpdir(), "chartwright-test-"));
  try {
    const chart = join(root, "t");
    const valuesFile = join(root, "given.yaml");
    await placeFiles(root, new Map([["given.yaml", typeof values === "string" ? values : writeAscii(values)]]));
    await placeFiles(chart, new Map(Object.entries({ "Chart.yaml": CHART, ...files })));
    return await Promise.all(
      versions.map(async (version) => {
        const helm = await findHelm({ version });
        const options = { release: "r", valuesFiles: [valuesFile] };
        return await templateChart(helm, chart, options).catch((error: Error) => error);
      }),
    );
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

const CHART = "apiVersion: v2\nname: t\nversion: 0.1.0\n";
