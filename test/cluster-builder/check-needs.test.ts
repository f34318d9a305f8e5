import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { checkNeeds, describeMissing, imageNeeds, listMissing, nodeNeeds } from "../../cluster/check-needs.ts";
import { findStaticBusybox } from "../../cluster/image/busybox.ts";
import { findPostgres } from "../../cluster/image/find-postgres.ts";
import { listMissingPackages } from "../../cluster/list-missing-packages.ts";

describe("checkNeeds()", () => {
  it("checkNeeds() passes when all programs are there", async () => {
    await checkNeeds({ sh: "dash", mount: "mount" });
  });

  it("checkNeeds() names the programs that are missing and the packages that have them", async () => {
    await assert.rejects(checkNeeds({ sh: "dash", "no-such-program": "some-package" }), {
      name: "ClusterError",
      code: "MISSING",
      message: describeMissing(["no-such-program"], { "no-such-program": "some-package" }),
    });
  });
});

describe("listMissing()", () => {
  it("listMissing() lists the programs that are not there, and no others", async () => {
    assert.deepEqual(await listMissing({ sh: "dash", "no-such-program": "some-package" }), ["no-such-program"]);
  });

  it("listMissing() takes PostgreSQL and busybox only as the images can be made of them", async () => {
    const missing = await listMissing(imageNeeds);
    assert.equal(missing.includes("postgres"), (await findPostgres()) === undefined);
    assert.equal(missing.includes("static busybox"), (await findStaticBusybox()) === undefined);
  });
});

describe("listMissingPackages()", () => {
  it("listMissingPackages() lists packages of what the cluster needs, each once, and Python's for all clusters", async () => {
    const known = new Set([...Object.values(nodeNeeds), ...Object.values(imageNeeds), "python3-venv"]);
    const packages = await listMissingPackages("node");
    assert.deepEqual(packages, [...known].filter((name) => packages.includes(name)).sort());
    const everywhere = packages.filter((name) => name === "python3-venv");
    assert.deepEqual(await listMissingPackages("given"), everywhere);
  });
});

describe("describeMissing()", () => {
  it("describeMissing() ends with the command that installs what is missing", () => {
    assert.equal(
      describeMissing(["runc", "nft"], nodeNeeds),
      "Cannot start: programs are missing: runc, nft; on Debian and Ubuntu run\n" +
        "  apt-get update && apt-get install --no-install-recommends nftables runc",
    );
  });
});
