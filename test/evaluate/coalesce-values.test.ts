import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  coalesceUmbrella,
  coalesceValues,
  mergeFiles,
  mergeUmbrella,
  type Values,
} from "../../generator/evaluate/coalesce-values.ts";
import { isMap } from "../../generator/is-map.ts";
import { readManifests } from "../../scripts/lib/read-manifests.ts";
import { renderWithHelms } from "../functions/render-with-helm.ts";
import { writeAscii } from "../yaml/write-ascii.ts";

describe("coalesceValues()", () => {
  it("coalesceValues() merges maps key by key, at any depth", () => {
    assert.deepEqual(
      coalesceValues({ a: 1, job: { limit: 4, deep: { x: 1, y: 2 } } }, { b: 2, job: { deep: { y: 3, z: 4 } } }),
      { a: 1, b: 2, job: { limit: 4, deep: { x: 1, y: 3, z: 4 } } },
    );
  });

  it("coalesceValues() replaces lists and scalars, and what is a map on one side alone", () => {
    assert.deepEqual(
      coalesceValues(
        { list: [1, 2], empty: "a", map: { a: 1 }, text: "a", array: [1], other: { a: 1 } },
        { list: [3], empty: "", map: "text", text: { a: 1 }, array: { a: 1 }, other: [1] },
      ),
      { list: [3], empty: "", map: "text", text: { a: 1 }, array: { a: 1 }, other: [1] },
    );
  });

  it("coalesceValues() removes a default with a null; without a default, the null stays", () => {
    assert.deepEqual(coalesceValues({ a: 1, b: { c: 1, d: 2 } }, { a: null, b: { c: null, f: null }, e: null }), {
      b: { d: 2, f: null },
      e: null,
    });
    assert.deepEqual(coalesceValues({ a: 1 }, { a: undefined }), { a: 1 });
  });

  it("coalesceValues() takes names of what JavaScript's objects have for keys like any other", () => {
    const proto = Object.fromEntries([["__proto__", { a: 1 }]]);
    const merged = coalesceValues(proto, { constructor: "x" });
    assert.deepEqual(Object.entries(merged), [
      ["__proto__", { a: 1 }],
      ["constructor", "x"],
    ]);
  });
});

describe("mergeFiles()", () => {
  it("mergeFiles() lets the last file win, key by key", () => {
    assert.deepEqual(mergeFiles([{ a: 1, b: { c: 1 } }, { b: { d: 2 } }, { a: 3, b: { c: [] } }]), {
      a: 3,
      b: { c: [], d: 2 },
    });
    assert.deepEqual(mergeFiles([{ a: { b: 1 } }, { a: 1 }, { a: { c: 2 } }]), { a: { c: 2 } });
    assert.deepEqual(mergeFiles([]), {});
  });

  it("mergeFiles() keeps a null, which removes a value of the chart", () => {
    assert.deepEqual(mergeFiles([{ a: { b: 1 } }, { a: { b: null }, c: null }]), { a: { b: null }, c: null });
  });
});

/** A chart's own values, those of its subchart `a`, and what users may give, with what the subchart then sees. */
const own = {
  global: { told: { parent: true } },
  a: { enabled: true, mine: 1, map: { parents: 1 }, deep: { x: { p: 1 } } },
};
const subchart = {
  def: 1,
  map: { own: 1, other: 2 },
  deep: { x: { d: 1, e: 2 } },
  only: { k: 1 },
  global: { r: { image: "d" } },
};
const global = { told: { parent: true }, r: { image: "d" } };
const deep = { x: { d: 1, e: 2, p: 1 } };
const map = { own: 1, other: 2, parents: 1 };
const all = { def: 1, enabled: true, mine: 1, map, deep, only: { k: 1 }, global };
const { global: _, ...withoutGlobal } = all;
const cases: readonly { readonly title: string; readonly given: readonly Values[]; readonly a: object }[] = [
  { title: "nothing", given: [], a: all },
  {
    title: "nulls over values of the subchart, of the parent, and of none",
    given: [
      {
        a: {
          def: null,
          mine: null,
          novel: null,
          only: null,
          map: { own: null, parents: null, novel: null },
          deep: { x: { p: null, d: null } },
        },
      },
    ],
    a: {
      enabled: true,
      mine: null,
      novel: null,
      map: { other: 2, parents: null, novel: null },
      deep: { x: { e: 2, p: null } },
      global,
    },
  },
  {
    title: "nulls over maps",
    given: [{ a: { map: null, deep: { x: null }, only: { k: null } } }],
    a: { def: 1, enabled: true, mine: 1, deep: {}, only: {}, global },
  },
  {
    title: "a null, and a map over it in the next file",
    given: [{ a: { map: null, deep: { x: null } } }, { a: { map: { u: 1 }, deep: { x: { u: 1 } } } }],
    a: { ...all, map: { ...map, u: 1 }, deep: { x: { ...deep.x, u: 1 } } },
  },
  { title: "a null over the subchart", given: [{ a: null }], a: { ...subchart, global } },
  { title: "a null over the subchart's global", given: [{ a: { global: null } }], a: withoutGlobal },
  { title: "a null over the parent's global", given: [{ global: null }], a: all },
  {
    title: "nulls in both globals",
    given: [{ a: { global: { r: { image: null, z: null } } }, global: { told: null, r: { image: null, q: 1 } } }],
    a: { ...all, global: { told: { parent: true }, r: { z: null, q: 1 } } },
  },
  {
    title: "a map of the parent's global over a null, and over text",
    given: [{ a: { global: { told: null, r: "text" } }, global: { r: { q: 1 } } }],
    a: { ...all, global: { told: null, r: "text" } },
  },
  {
    title: "text in the parent's global over a map",
    given: [{ global: { r: "text", s: "text" } }],
    a: { ...all, global: { ...global, s: "text" } },
  },
  {
    title: "what another subchart adds to a map of the parent's global, but not what is in both",
    given: [{ global: { r: { deep: { x: 1 } } } }, { b: { global: { r: { image: "b", deep: { x: 2, y: 2 } } } } }],
    a: { ...all, global: { told: { parent: true }, r: { image: "d", deep: { x: 1, y: 2 } } } },
  },
  {
    title: "what another subchart has in global, and the parent has not",
    given: [{ global: { s: {} } }, { b: { global: { r: { deep: { y: 2 } }, s: { z: 1 } } } }],
    a: { ...all, global: { ...global, s: {} } },
  },
  { title: "a null over a condition", given: [{ a: { enabled: null } }], a: { ...all, enabled: null } },
];

describe("coalesceUmbrella()", () => {
  const umbrella = mergeUmbrella(own, new Map(["a", "b"].map((name) => [name, subchart])));

  for (const { title, given, a } of cases) {
    it(`coalesceUmbrella() gives a subchart its values, its parent's and a user's: ${title}`, () => {
      assert.deepEqual(coalesceUmbrella(umbrella, mergeFiles(given))["a"], a);
    });
  }

  it("coalesceUmbrella() removes what only the umbrella has, with a null", () => {
    const values = coalesceUmbrella(mergeUmbrella({ a: {}, b: { c: 1, d: 2 }, e: 1 }, new Map([["a", {}]])), {
      b: { c: null },
      e: null,
      f: null,
    });
    assert.deepEqual(values, { a: { global: {} }, b: { d: 2 }, f: null });
  });

  it("coalesceUmbrella() agrees with real Helm", async function () {
    this.timeout(60_000);
    const print = "data:\n  values: {{ toJson .Values | quote }}\n";
    const files = {
      "Chart.yaml":
        "apiVersion: v2\nname: t\nversion: 0.1.0\ndependencies:\n  - {name: c, version: 0.1.0, alias: a, condition: a.enabled}\n  - {name: c, version: 0.1.0, alias: b}\n",
      "values.yaml": writeAscii(own),
      "charts/c/Chart.yaml": "apiVersion: v2\nname: c\nversion: 0.1.0\n",
      "charts/c/values.yaml": writeAscii(subchart),
      "templates/values.yaml": print,
    };
    for (const { title, given } of cases) {
      const values = mergeFiles(given);
      for (const text of await renderWithHelms(files, values)) {
        const [printed] = readManifests(text);
        assert.deepEqual(JSON.parse(Object(printed).data.values), coalesceUmbrella(umbrella, values), title);
      }
    }
  });
});

describe("isMap()", () => {
  it("isMap() is true of maps, and of no list, null or scalar", () => {
    assert.deepEqual(
      [{}, { a: 1 }, [], null, undefined, "a", 0, true].map((value) => isMap(value)),
      [true, true, false, false, false, false, false, false],
    );
  });
});
