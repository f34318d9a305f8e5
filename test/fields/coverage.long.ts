import { deepEqual, equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { library } from "../../generator/library/library.ts";
import { once } from "../property/subject.ts";
import { coverChart } from "./coverage.ts";
import { excluded } from "./excluded.ts";
import { listLeaves } from "./list-leaves.ts";
import { open } from "./open.ts";
import { printCoverage } from "./print-coverage.ts";

const cover = once(() => library.flatMap(({ name }) => coverChart(name)));

describe("The fields of Kubernetes' objects", function () {
  this.timeout(1_200_000);

  it("are all set by a value or by the chart, or left out with a reason, except those that are listed as open", () => {
    const found = cover().flatMap(({ kind, fields }) =>
      [...fields].flatMap(([path, { by }]) => (by === "open" ? [nameField(kind, path)] : [])),
    );
    deepEqual([...new Set(found)].sort(), [...open].sort());
  });

  it("are left out in at most 40 entries, each of which leaves a field out", () => {
    const used = new Set(
      cover().flatMap(({ fields }) => [...fields.values()].flatMap((one) => (one.by === "none" ? [one.entry] : []))),
    );
    ok(Object.keys(excluded).length <= 40);
    deepEqual(
      Object.keys(excluded).filter((entry) => !used.has(entry)),
      [],
    );
  });

  it("stand in docs/coverage.md, as npm run coverage:fields writes it", () => {
    equal(readFileSync("docs/coverage.md", "utf8"), printCoverage(cover()));
  });
});

/** The name of a field in the list of those that are open. */
function nameField(kind: string, path: string): string {
  const [, ofPod] = /^spec[.](?:jobTemplate[.]spec[.])?template[.](.*)$/.exec(path) ?? [];
  return ofPod === undefined ? `${kind} ${path}` : `Pod ${ofPod}`;
}

describe("listLeaves()", () => {
  it("lists the fields of a kind that hold no others, with the types on the way to them", () => {
    const leaves = new Map(listLeaves("Service").map(({ path, fields }) => [path, fields]));
    deepEqual(leaves.get("spec.ports[].port"), ["Service.spec", "ServiceSpec.ports", "ServicePort.port"]);
    deepEqual(leaves.get("spec.selector.<key>"), ["Service.spec", "ServiceSpec.selector"]);
    equal(leaves.has("metadata.uid"), false);
    equal(leaves.has("status.loadBalancer.ingress[].ip"), false);
  });
});
