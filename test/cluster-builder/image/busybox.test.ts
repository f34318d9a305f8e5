import assert from "node:assert/strict";
import { join } from "node:path";
import process from "node:process";
import { describe, it } from "mocha";
import { findHelm } from "../../../cli/helm/find-helm.ts";
import { findStaticBusybox } from "../../../cluster/image/busybox.ts";

describe("findStaticBusybox()", () => {
  it("findStaticBusybox() takes a program without shared libraries, and none that has some", async () => {
    // Go's programs have none.
    const { path } = await findHelm({ version: "4.1.4" });
    assert.equal(await findStaticBusybox(path), path);
    assert.equal(await findStaticBusybox(process.execPath), undefined);
    assert.equal(await findStaticBusybox(join(path, "absent")), undefined);
  });
});
