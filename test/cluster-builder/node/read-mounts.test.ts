import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { readMounts } from "../../../cluster/node/read-mounts.ts";

describe("readMounts()", () => {
  it("readMounts() reads mount points and types, with optional fields and escaped spaces", () => {
    const text = [
      "22 27 0:21 / /proc rw,relatime - proc proc rw",
      "36 35 98:0 /mnt1 /mnt/two\\040words rw,noatime master:1 shared:2 - ext3 /dev/root rw,errors=continue",
      "40 23 0:30 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory",
      "",
    ].join("\n");
    assert.deepEqual(readMounts(text), [
      { mountPoint: "/proc", type: "proc" },
      { mountPoint: "/mnt/two words", type: "ext3" },
      { mountPoint: "/sys/fs/cgroup/memory", type: "cgroup" },
    ]);
  });
});
