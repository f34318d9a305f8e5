import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { layOutNode } from "../../../cluster/node/node-layout.ts";

describe("layOutNode()", () => {
  it("layOutNode() puts everything below its directory", () => {
    const { kubeconfig, configuration, root, ...rest } = layOutNode("/cache/cluster");
    const paths = [kubeconfig("admin"), configuration("kubelet.json"), ...Object.values(rest)];
    assert.deepEqual(
      paths.filter((path) => !path.startsWith(`${root}/`)),
      [],
    );
    assert.equal(new Set(paths).size, paths.length);
  });

  it("layOutNode() refuses a directory below which the kernel takes no sockets", () => {
    const directory = `/${"long/".repeat(20)}cluster`;
    assert.throws(() => layOutNode(directory), {
      name: "ClusterError",
      code: "UNSUPPORTED",
      message:
        `Cannot use the directory "${directory}": paths of sockets below it, of 175 bytes, must not be longer than 107; ` +
        "set XDG_CACHE_HOME to a shorter one",
    });
  });
});
