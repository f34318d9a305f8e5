import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, it } from "mocha";
import deno from "../../deno.json" with { type: "json" };

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Asks Deno itself, under a named permission set, for the state of one permission. */
const queryPermission = (set: string, permission: object): string => {
  const program = `console.log(Deno.permissions.querySync(${JSON.stringify(permission)}).state)`;
  const result = spawnSync("deno", ["run", `-P=${set}`, "--no-prompt", "-"], {
    cwd: root,
    encoding: "utf8",
    input: program,
  });
  assert.equal(result.status, 0, result.stderr);
  return result.stdout.trim();
};

describe("deno.json", () => {
  it("deno.json gives each task the permission set of its name", () => {
    for (const [name, task] of Object.entries(deno.tasks)) {
      const command = typeof task === "string" ? task : task.command;
      // Not plain "deno": the task shell would find the npm package's binary and read it as JavaScript.
      assert.match(command, new RegExp(`^\\./node_modules/\\.bin/deno run -P=${name} scripts/[a-z-]+\\.ts$`));
    }
    assert.deepEqual(Object.keys(deno.tasks).sort(), Object.keys(deno.permissions).sort());
  });

  it("deno.json grants no whole permission, and no network", () => {
    for (const set of Object.values(deno.permissions)) {
      assert.deepEqual(
        Object.keys(set).filter((kind) => !["read", "write", "run", "env", "sys"].includes(kind)),
        [],
      );
      assert.equal(
        Object.values<unknown>(set).some((grant) => grant === true),
        false,
      );
    }
  });

  it("deno.json lets generate write charts/ and nothing beside it", () => {
    assert.equal(queryPermission("generate", { name: "write", path: "charts/batch-job" }), "granted");
    assert.equal(queryPermission("generate", { name: "write", path: "generator" }), "prompt");
    assert.equal(queryPermission("generate", { name: "run", command: "helm" }), "prompt");
  });

  it("deno.json lets check write nothing", () => {
    assert.equal(queryPermission("check", { name: "read", path: "charts" }), "granted");
    assert.equal(queryPermission("check", { name: "write", path: "charts" }), "prompt");
    assert.equal(queryPermission("check", { name: "net", host: "example.org" }), "prompt");
  });
});
