import assert from "node:assert/strict";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, it } from "mocha";
import { type ProcessResult, runProcess } from "../../../cli/helm/run-process.ts";
import { placeFiles } from "../../cli/sample-chart.ts";
import { useTemporaryDirectory } from "../../cli/use-temporary-directory.ts";

const script = fileURLToPath(new URL("../../../scripts/cluster.ts", import.meta.url));

// What kind does on disk: a new cluster has a new authority, and its node keeps certificates in the kubelet's directory.
const kind = `#!/bin/sh
here=$(dirname "$0")
case "$1 $2" in
"get clusters") cat "$here/clusters" 2>/dev/null || true ;;
"delete cluster") rm -f "$here/clusters" ;;
"create cluster")
  while [ "$1" != --kubeconfig ]; do shift; done
  echo chartwright >"$here/clusters"
  echo created >>"$here/created"
  wc -l <"$here/created" >"$here/authority"
  cp -n "$here/authority" "$(dirname "$2")/kubelet/certificate"
  cp "$here/authority" "$2"
  ;;
esac
`;
// The API server takes those whom its authority knows, and its node must be one of them.
const kubectl = `#!/bin/sh
here=$(dirname "$0")
kubeconfig=\${1#--kubeconfig=}
cmp "$here/authority" "$kubeconfig" && cmp "$here/authority" "$(dirname "$kubeconfig")/kubelet/certificate"
`;

describe("npm run cluster, with kind", () => {
  const programs = useTemporaryDirectory();
  const cache = useTemporaryDirectory();

  beforeEach(async () => {
    for (const [name, text] of Object.entries({ docker: "#!/bin/sh\n", kind, kubectl })) {
      await writeFile(join(programs.path, name), text);
      await chmod(join(programs.path, name), 0o755);
    }
  });

  const run = (command: string): Promise<ProcessResult> => {
    const path = `${programs.path}:/usr/bin:/bin`;
    return runProcess(process.execPath, [script, command], { env: { PATH: path, XDG_CACHE_HOME: cache.path } });
  };

  it("npm run cluster -- up makes a cluster that can be used, whatever a killed one left, and then leaves it", async () => {
    const left = new Map([
      ["admin.kubeconfig", "of another authority\n"],
      ["kubelet/certificate", "of another authority\n"],
    ]);
    await placeFiles(join(cache.path, "chartwright/kind"), left);
    const expected = { code: 0, stdout: `${join(cache.path, "chartwright/kind/admin.kubeconfig")}\n` };
    for (let i = 0; i < 2; i++) {
      const { code, stdout, stderr } = await run("up");
      assert.deepEqual({ code, stdout }, expected, stderr);
    }
    assert.equal(await readFile(join(programs.path, "created"), "utf8"), "created\n");
    assert.equal((await run("status")).code, 0);
    const certificate = join(cache.path, "chartwright/kind/kubelet/certificate");
    assert.equal(await readFile(certificate, "utf8"), await readFile(join(programs.path, "authority"), "utf8"));
  });

  it("npm run cluster -- status ends with code 1 when the API server does not answer", async () => {
    await run("up");
    await writeFile(join(programs.path, "authority"), "another\n");
    const { code, stdout } = await run("status");
    assert.equal(code, 1);
    assert.match(stdout, /^ *cluster +exists\n *API server +does not answer$/m);
  });
});
