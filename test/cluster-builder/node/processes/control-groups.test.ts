import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { ClusterError } from "../../../../cluster/cluster-error.ts";
import { explainDelegation } from "../../../../cluster/node/processes/control-groups.ts";

describe("explainDelegation()", () => {
  it("explainDelegation() says what to do where processes keep a control group from handing down controllers", () => {
    const cause = Object.assign(new Error("EBUSY: resource busy or locked, write"), { code: "EBUSY" });
    const explained = explainDelegation("/sys/fs/cgroup", cause);
    assert(explained instanceof ClusterError);
    assert.deepEqual([explained.code, explained.cause], ["UNSUPPORTED", cause]);
    assert.equal(
      explained.message,
      `Cannot give controllers to the pods' control group: expected no processes in "/sys/fs/cgroup" itself, it has ` +
        "some, as in a container under cgroup v2; start the container with --cgroupns=host, or move them into a group " +
        "below it",
    );
  });

  it("explainDelegation() leaves every other error as it is", () => {
    const cause = Object.assign(new Error("EROFS: read-only file system, open"), { code: "EROFS" });
    assert.equal(explainDelegation("/sys/fs/cgroup", cause), cause);
  });
});
