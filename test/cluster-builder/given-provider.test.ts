import assert from "node:assert/strict";
import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { describe, it } from "mocha";
import { runProcess } from "../../cli/helm/run-process.ts";
import { useTemporaryDirectory } from "../cli/use-temporary-directory.ts";

const script = fileURLToPath(new URL("../../scripts/cluster.ts", import.meta.url));

describe("npm run cluster, with a given cluster", () => {
  const programs = useTemporaryDirectory();

  it("npm run cluster -- up takes several kubeconfigs as kubectl does, by the variable", async () => {
    const kubeconfig = `${programs.path}/a:${programs.path}/b`;
    const kubectl = join(programs.path, "kubectl");
    await writeFile(kubectl, `#!/bin/sh\n[ "$*" = "get --raw=/readyz" ] && [ "$KUBECONFIG" = "${kubeconfig}" ]\n`);
    await chmod(kubectl, 0o755);
    const env = { PATH: `${programs.path}:/usr/bin:/bin`, HOME: programs.path, KUBECONFIG: kubeconfig };
    const { code, stdout, stderr } = await runProcess(process.execPath, [script, "up"], { env });
    assert.deepEqual({ code, stdout }, { code: 0, stdout: `${kubeconfig}\n` }, stderr);
  });
});
