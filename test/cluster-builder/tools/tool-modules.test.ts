import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "mocha";
import { kubectlImage } from "../../../cluster/image/kubectl.ts";
import { readGoVersion } from "../../../cluster/tools/read-go-version.ts";
import { chartTools, clusterTools, helmTools, type ToolModule } from "../../../cluster/tools/tool-modules.ts";

const readGoMod = ({ directory }: ToolModule): string =>
  readFileSync(new URL(`../../../tools/${directory}/go.mod`, import.meta.url), "utf8");

const modules = [...chartTools, ...helmTools, ...clusterTools];

describe("the Go modules of tools/", () => {
  it("the Go modules of tools/ name each program as a tool, unless it is their own", () => {
    const wrong = modules.flatMap((module) => {
      const goMod = readGoMod(module);
      const own = /^module (\S+)$/m.exec(goMod)?.[1];
      const tools = [...goMod.matchAll(/^(?:tool |\t)(\S+)$/gm)].map(([, path]) => path);
      return Object.values(module.programs).filter((path) => path !== own && !tools.includes(path));
    });
    assert.deepEqual(wrong, []);
  });

  it("the Go modules of tools/ stamp the versions that they require", () => {
    const stamps = Object.fromEntries(
      modules.map((module) => [module.directory, module.variables?.(readGoMod(module)) ?? {}]),
    );
    assert.deepEqual(stamps, {
      "chart-testing": {},
      helm: { "helm.sh/helm/v4/internal/version.version": "v4.3.1" },
      pause: {},
      containerd: {},
      kubernetes: {
        "k8s.io/component-base/version.gitVersion": "v1.36.3",
        "k8s.io/component-base/version.gitMajor": "1",
        "k8s.io/component-base/version.gitMinor": "36",
        "k8s.io/client-go/pkg/version.gitVersion": "v1.36.3",
        "k8s.io/client-go/pkg/version.gitMajor": "1",
        "k8s.io/client-go/pkg/version.gitMinor": "36",
      },
      coredns: {},
    });
  });

  it("the Go modules of tools/ have the kubectl whose version its image has as its tag", () => {
    const kubernetes = clusterTools.find(({ directory }) => directory === "kubernetes");
    assert(kubernetes !== undefined);
    const version = readGoVersion(readGoMod(kubernetes), "k8s.io/kubernetes");
    assert.equal(kubectlImage, `registry.k8s.io/kubectl:${version}`);
  });
});
