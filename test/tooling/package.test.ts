import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, it } from "mocha";
import manifest from "../../package.json" with { type: "json" };

type LockedPackage = {
  readonly integrity?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

const root = new URL("../..", import.meta.url);
const lockText = readFileSync(new URL("package-lock.json", root), "utf8");
// The shape of lockfileVersion 3, of which only these fields are read.
const lock = JSON.parse(lockText) as {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, LockedPackage>>;
};

describe("package.json", () => {
  it("package.json pins every dependency to an exact version", () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
      .filter(([, version]) => !/^(npm:[a-z-]+@)?\d+\.\d+\.\d+$/.test(version))
      .map(([name, version]) => `${name}@${version}`);
    assert.deepEqual(loose, []);
  });

  it("package.json names each dependency once", () => {
    const development = new Set(Object.keys(manifest.devDependencies));
    assert.deepEqual(
      Object.keys(manifest.dependencies).filter((name) => development.has(name)),
      [],
    );
  });

  it("package.json puts the pinned Node into node_modules/.bin", () => {
    // Where npm scripts look first; the tests themselves may be run by a newer Node.
    const result = spawnSync("node_modules/.bin/node", ["--version"], { cwd: root, encoding: "utf8" });
    assert.equal(result.stdout, `v${manifest.devDependencies.node}\n`);
  });

  it("package.json puts the compiler that users get into node_modules/.bin, not the older one of the tests", () => {
    // npm ci links the first of two; npm install may link the other one: then run npm ci.
    const result = spawnSync("node_modules/.bin/tsc", ["--version"], { cwd: root, encoding: "utf8" });
    assert.equal(result.stdout, `Version ${manifest.dependencies.typescript}\n`);
  });
});

describe("package-lock.json", () => {
  it("package-lock.json names no registry host", () => {
    // A "resolved" URL ties the lock file to one registry; the integrity hashes alone say what is installed.
    assert.equal(lockText.includes('"resolved"'), false);
    assert.doesNotMatch(lockText, /\.tgz"/);
  });

  it("package-lock.json gives every package its integrity hash", () => {
    assert.equal(lock.lockfileVersion, 3);
    const bare = Object.entries(lock.packages)
      .filter(([path, entry]) => path !== "" && entry.integrity === undefined)
      .map(([path]) => path);
    assert.deepEqual(bare, []);
  });

  it("package-lock.json holds the optional packages of every platform", () => {
    // A platform package that the registry lacked when the file was written is left out silently, and then npm ci
    // refuses the whole file on every machine: choose a version whose platform packages are all published.
    const missing = Object.values(lock.packages)
      .flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
      .filter((name) => !Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`)));
    assert.deepEqual(missing, []);
  });

  it("package-lock.json keeps aws-cdk-lib out", () => {
    assert.equal(lockText.includes('"node_modules/aws-cdk-lib"'), false);
  });
});
