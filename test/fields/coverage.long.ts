import { deepEqual, equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { library } from "../../generator/library/library.ts";
import { once } from "../property/subject.ts";
import { coverChart } from "./coverage.ts";
import { excluded } from "./excluded.ts";
import { listLeaves } from "./list-leaves.ts";
import { printCoverage } from "./print-coverage.ts";

const cover = once(() => library.flatMap(({ name }) => coverChart(name)));

describe("The fields of Kubernetes' objects", function () {
  this.timeout(1_200_000);

  it("are all set by a value or by the chart, or left out with a reason", () => {
    const open = cover().flatMap(({ chart, kind, fields }) =>
      [...fields].flatMap(([path, { by }]) => (by === "open" ? [`${chart} ${kind} ${path}`] : [])),
    );
    deepEqual(open, []);
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

describe("listLeaves()", () => {
  it("lists the fields of a kind that hold no others, with the types on the way to them", () => {
    const leaves = new Map(listLeaves("Service").map(({ path, fields }) => [path, fields]));
    deepEqual(leaves.get("spec.ports[].port"), ["Service.spec", "ServiceSpec.ports", "ServicePort.port"]);
    deepEqual(leaves.get("spec.selector.<key>"), ["Service.spec", "ServiceSpec.selector"]);
    equal(leaves.has("metadata.uid"), false);
    equal(leaves.has("status.loadBalancer.ingress[].ip"), false);
  });
});
