import assert from "node:assert/strict";
import { describe, it } from "mocha";
import deno from "../../deno.json" with { type: "json" };

describe("deno.json", () => {
  it("deno.json gives each task the permission set of its name", () => {
    for (const [name, task] of Object.entries(deno.tasks)) {
      const command = typeof task === "string" ? task : task.command;
      // Not plain "deno": the task shell would find the npm package's binary and read it as JavaScript. And a script
      // that tries more than it may gets an error: nobody is asked to allow it.
      assert.match(
        command,
        new RegExp(`^\\./node_modules/\\.bin/deno run -P=${name} --no-prompt scripts/[a-z-]+\\.ts$`),
      );
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
});
