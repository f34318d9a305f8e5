import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { describe, it } from "mocha";

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

describe("deno.json, asked by Deno", () => {
  it("deno.json lets generate write what is generated, and no other code", () => {
    assert.equal(queryPermission("generate", { name: "write", path: "charts/batch-job" }), "granted");
    assert.equal(queryPermission("generate", { name: "write", path: "generator/values/kubernetes" }), "granted");
    assert.equal(queryPermission("generate", { name: "write", path: "generator" }), "prompt");
    assert.equal(queryPermission("generate", { name: "write", path: "scripts" }), "prompt");
    assert.equal(queryPermission("generate", { name: "run", command: "helm" }), "prompt");
  });

  it("deno.json lets check write nothing", () => {
    assert.equal(queryPermission("check", { name: "read", path: "charts" }), "granted");
    assert.equal(queryPermission("check", { name: "write", path: "charts" }), "prompt");
    assert.equal(queryPermission("check", { name: "net", host: "example.org" }), "prompt");
  });

  it("deno.json lets no task write what it may run", () => {
    const cache = "node_modules/.cache/chartwright";
    assert.equal(queryPermission("unpack", { name: "write", path: `${cache}/helm-4.1.4/helm` }), "granted");
    assert.equal(queryPermission("unpack", { name: "run", command: `${cache}/helm-4.1.4/helm` }), "prompt");
    for (const set of ["render", "lint", "start"]) {
      assert.equal(queryPermission(set, { name: "run", command: `${cache}/helm-4.1.4/helm` }), "granted", set);
      // Deno itself denies that, whatever else is granted.
      assert.equal(queryPermission(set, { name: "write", path: `${cache}/helm-4.1.4/helm` }), "denied", set);
    }
    assert.equal(queryPermission("start", { name: "write", path: `${cache}/tmp/start-x/etl` }), "granted");
    assert.equal(queryPermission("render", { name: "write", path: `${cache}/tmp` }), "prompt");
  });

  it("deno.json's render task prints what render.ts prints under Node", () => {
    const args = ["charts/pipeline", "--env", "prod"];
    const run = (command: string, before: readonly string[]) => {
      const result = spawnSync(command, [...before, ...args], { cwd: root, encoding: "utf8" });
      assert.equal(result.status, 0, result.stderr);
      return result.stdout;
    };
    const printed = run("deno", ["task", "render"]);
    assert.match(printed, /^kind: StatefulSet$/m);
    assert.equal(printed, run(process.execPath, ["scripts/render.ts"]));
  });

  it("deno.json's check task finds what check.ts finds under Node, and writes nothing", () => {
    const run = (command: string, args: readonly string[]) => {
      const { status, stdout } = spawnSync(command, args, { cwd: root, encoding: "utf8" });
      return { status, stdout };
    };
    assert.deepEqual(run("deno", ["task", "check"]), run(process.execPath, ["scripts/check.ts"]));
  });
});
