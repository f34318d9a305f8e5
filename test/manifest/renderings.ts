/** Manifests, and the objects that a person would expect of them: both interpreters are held to these. */
import { bind } from "../../generator/expression/bind.ts";
import { release } from "../../generator/expression/built-in.ts";
import { Define, include } from "../../generator/expression/define.ts";
import { forEach, forEachItem } from "../../generator/expression/for-each.ts";
import { guard } from "../../generator/expression/guard.ts";
import { given, scopeField } from "../../generator/expression/reference.ts";
import { choose, match, matchOrLast, matchType, when } from "../../generator/expression/when.ts";
import { enabled, ordered } from "../../generator/functions/entries.ts";
import { and, eq, nonEmpty, not, or, orElse, present } from "../../generator/functions/logic.ts";
import { merge } from "../../generator/functions/maps.ts";
import { extendScope } from "../../generator/functions/named-templates/extend-scope.ts";
import { text } from "../../generator/functions/strings.ts";
import type { Documents } from "../../generator/manifest/input.ts";
import { spread } from "../../generator/manifest/spread.ts";
import { v } from "../expression/sample-values.ts";
import { nastyMap, nastyStrings } from "../yaml/nasty-strings.ts";

/** Documents, and what they become with some values. */
export interface Rendering {
  readonly documents: Documents;
  readonly values: object;
  readonly objects: readonly object[];
}

// Most parts are no objects of Kubernetes: any map prints alike.
const renders = (part: object, ...cases: readonly (readonly [values: object, ...objects: object[]])[]): Rendering[] =>
  cases.map(([values, ...objects]) => ({ documents: part as Documents, values, objects }));

/** By what is expected: the renderings that show it. */
export const renderings: Readonly<Record<string, () => readonly Rendering[]>> = {
  "references bring their defaults, and empty values are honoured": () => {
    const all = {
      name: v.name,
      greeting: v.greeting,
      host: v.host,
      kind: v.kind,
      level: v.level,
      retries: v.retries,
      none: v.none,
      replicas: v.replicas,
      on: v.on,
      off: v.off,
      labels: v.labels,
      security: v.security,
      args: v.args,
      modes: v.modes,
      deep: { retries: v.job.retries, on: v.job.deep.on, className: v.claim.className },
    };
    const defaults = {
      name: "",
      greeting: "hello",
      host: "localhost",
      kind: "Job",
      level: "low",
      retries: 4,
      none: 0,
      replicas: 2,
      on: true,
      off: false,
      labels: {},
      security: { user: "nobody", drop: "ALL" },
      args: [],
      modes: ["fast"],
      deep: { retries: 4, on: true, className: "" },
    };
    return renders(
      all,
      [{}, defaults],
      [
        {
          name: "a",
          greeting: "",
          host: "h",
          kind: "CronJob",
          level: "",
          retries: 0,
          none: 1,
          replicas: 1,
          on: false,
          off: true,
          labels: { a: "" },
          security: { user: "", more: "x" },
          args: [""],
          modes: ["slow"],
          job: { retries: 0, deep: { on: false } },
          claim: { size: "1Gi", className: "c" },
        },
        {
          name: "a",
          greeting: "",
          host: "h",
          kind: "CronJob",
          level: "",
          retries: 0,
          none: 1,
          replicas: 1,
          on: false,
          off: true,
          labels: { a: "" },
          security: { user: "", drop: "ALL", more: "x" },
          args: [""],
          modes: ["slow"],
          deep: { retries: 0, on: false, className: "c" },
        },
      ],
      [
        {
          job: { deep: {} },
          claim: { size: "1Gi" },
          labels: {},
          security: {},
          args: [],
          name: "",
          none: 0,
          off: false,
          on: true,
        },
        defaults,
      ],
    );
  },
  "optional fields are there when they are given, be it 0, false or an empty string": () => {
    const optional = {
      kind: "A",
      tag: v.tag,
      note: v.note,
      limit: v.limit,
      deadline: v.deadline,
      maybe: v.maybe,
      tuning: v.tuning,
      claim: when(present(v.claim), { size: given(v.claim).size, volume: given(v.claim).volume }),
    };
    return renders(
      optional,
      [{}, { kind: "A" }],
      [
        { tag: "1", note: "", limit: 0, deadline: 1, maybe: false, tuning: {}, claim: { size: "1Gi" } },
        { kind: "A", tag: "1", note: "", limit: 0, deadline: 1, maybe: false, tuning: {}, claim: { size: "1Gi" } },
      ],
      [
        { tag: "on", note: "no", limit: 1e6, maybe: true, tuning: { speed: 2 }, claim: { size: "1Gi", volume: "v" } },
        {
          kind: "A",
          tag: "on",
          note: "no",
          limit: 1e6,
          maybe: true,
          tuning: { speed: 2 },
          claim: { size: "1Gi", volume: "v" },
        },
      ],
    );
  },
  "conditions know truth from presence": () => {
    const conditions = {
      kind: "A",
      on: when(v.on, 1),
      off: when(v.off, 1),
      replicas: when(v.replicas, 1),
      none: when(v.none, 1),
      greeting: when(v.greeting, 1),
      nonEmpty: when(nonEmpty(v.note), 1),
      present: when(present(v.note), 1),
      absent: when(not(present(v.note)), 1),
      both: when(and(nonEmpty(v.note), v.off), 1),
      either: when(or(present(v.note), v.off), 1),
      neither: when(not(or(nonEmpty(v.note), v.off)), 1),
      equal: when(eq(v.kind, "CronJob"), 1),
    };
    return renders(
      conditions,
      [{}, { kind: "A", on: 1, replicas: 1, greeting: 1, absent: 1, neither: 1 }],
      [
        { on: false, off: true, replicas: 1, none: 1, greeting: "", note: "", kind: "CronJob" },
        { kind: "A", off: 1, replicas: 1, none: 1, present: 1, either: 1, equal: 1 },
      ],
      [
        { off: true, note: "x" },
        { kind: "A", on: 1, off: 1, replicas: 1, greeting: 1, nonEmpty: 1, present: 1, both: 1, either: 1 },
      ],
    );
  },
  "a with shows its value with all defaults": () => {
    const part = {
      kind: "A",
      security: when(nonEmpty(v.security), v.security),
      name: when(nonEmpty(v.name), text`${v.name}-${v.host}`),
    };
    return renders(
      part,
      [
        { security: { user: "a" }, name: "b" },
        { kind: "A", security: { user: "a", drop: "ALL" }, name: "b-localhost" },
      ],
      [{ security: { more: "c" } }, { kind: "A", security: { user: "nobody", drop: "ALL", more: "c" } }],
    );
  },
  "choices chain, also behind a with": () => {
    const chain = {
      kind: "A",
      a: choose(nonEmpty(v.note), v.note, when(nonEmpty(v.name), v.name)),
      b: choose(nonEmpty(v.note), v.note, choose(v.off, "off", when(nonEmpty(v.args), "args"))),
      c: choose(v.off, "off", choose(nonEmpty(v.name), v.name, "none")),
      d: choose(present(v.limit), given(v.limit), when(v.off, 7)),
      e: match(v.kind, { Job: { job: v.name }, CronJob: when(v.off, 1) }),
      f: matchOrLast(v.kind, { CronJob: ["cron"], Job: [] }),
    };
    return renders(
      chain,
      [{}, { kind: "A", c: "none", e: { job: "" }, f: [] }],
      [
        { note: "x", name: "y" },
        { kind: "A", a: "x", b: "x", c: "y", e: { job: "y" }, f: [] },
      ],
      [
        { name: "y", args: ["z"] },
        { kind: "A", a: "y", b: "args", c: "y", e: { job: "y" }, f: [] },
      ],
      [
        { off: true, limit: 0, kind: "CronJob" },
        { kind: "A", b: "off", c: "off", d: 0, e: 1, f: ["cron"] },
      ],
      [{ off: true }, { kind: "A", b: "off", c: "off", d: 7, e: { job: "" }, f: [] }],
    );
  },
  "maps and lists that turn out empty are {} and []": () => {
    const parts = {
      map: { tag: v.tag, note: v.note },
      list: [when(present(v.tag), v.tag), when(v.off, "off")],
      each: [forEachItem(v.args, (arg) => arg)],
      nested: { inner: { off: when(v.off, 1) } },
      items: [{ tag: v.tag }],
      choice: { a: choose(v.off, "x", when(nonEmpty(v.name), v.name)) },
      mixed: [when(nonEmpty(v.name), v.name), forEachItem(v.args, (arg) => arg)],
    };
    return renders(
      parts,
      [{}, { map: {}, list: [], each: [], nested: { inner: {} }, items: [{}], choice: {}, mixed: [] }],
      [
        { tag: "t", args: ["a", "b"] },
        {
          map: { tag: "t" },
          list: ["t"],
          each: ["a", "b"],
          nested: { inner: {} },
          items: [{ tag: "t" }],
          choice: {},
          mixed: ["a", "b"],
        },
      ],
      [
        { note: "", off: true, name: "n" },
        {
          map: { note: "" },
          list: ["off"],
          each: [],
          nested: { inner: { off: 1 } },
          items: [{}],
          choice: { a: "x" },
          mixed: ["n"],
        },
      ],
    );
  },
  "range and with reach the root and one another": () => {
    const parts = {
      ports: [
        forEach(v.ports, (name, port) => ({
          name,
          host: text`${v.host}:${name}`,
          number: port.number,
          protocol: port.protocol,
          args: [forEachItem(v.args, (arg) => text`${name}-${arg}-${release.name}`)],
        })),
      ],
      note: when(nonEmpty(v.note), {
        own: v.note,
        ports: [forEach(v.ports, (name) => text`${name}-${given(v.note)}`)],
      }),
      args: when(nonEmpty(v.args), [forEachItem(v.args, (arg) => arg)]),
      ordered: [forEach(ordered(v.ports), (name, port) => ({ number: port.number, name }))],
      env: [
        forEach(v.env, (name, entry) =>
          matchType(entry, { string: (value) => ({ name, value }), object: (o) => ({ name, value: o.value }) }),
        ),
      ],
    };
    const values = {
      ports: { web: { number: 80 }, dns: { number: 53, protocol: "UDP" } },
      note: "n",
      args: ["a", ""],
      env: { A: "x", B: { value: "y" }, C: {} },
    };
    return renders(
      parts,
      [
        values,
        {
          ports: [
            { name: "dns", host: "localhost:dns", number: 53, protocol: "UDP", args: ["dns-a-r", "dns--r"] },
            { name: "web", host: "localhost:web", number: 80, protocol: "TCP", args: ["web-a-r", "web--r"] },
          ],
          note: { own: "n", ports: ["dns-n", "web-n"] },
          args: ["a", ""],
          ordered: [
            { number: 53, name: "dns" },
            { number: 80, name: "web" },
          ],
          env: [{ name: "A", value: "x" }, { name: "B", value: "y" }, { name: "C" }],
        },
      ],
      [{}, { ports: [], ordered: [], env: [] }],
    );
  },
  "variables are computed once and seen in the parts inside": () => {
    const parts = {
      a: bind("name", orElse(v.note, "x"), (name) => ({
        name,
        each: [forEachItem(v.args, (arg) => text`${arg}-${name}`)],
      })),
      b: bind("name", v.host, (name) => when(nonEmpty(name), name)),
      list: [bind("tag", orElse(v.tag, "latest"), (tag) => tag), bind("tag", v.greeting, (tag) => tag)],
      map: bind("job", v.job, (job) => ({ retries: job.retries, path: job.deep.path })),
    };
    return renders(
      parts,
      [
        { args: ["p"] },
        { a: { name: "x", each: ["p-x"] }, b: "localhost", list: ["latest", "hello"], map: { retries: 4 } },
      ],
      [
        { note: "", tag: "1", job: { retries: 0, deep: { path: "/" } } },
        { a: { name: "", each: [] }, b: "localhost", list: ["1", "hello"], map: { retries: 0, path: "/" } },
      ],
    );
  },
  "named templates are text, objects and lists, from any scope": () => {
    const name = new Define<string>("t.name", "string", choose(nonEmpty(v.name), v.name, text`${release.name}-x`), "");
    const labels = new Define<Record<string, string>>("t.labels", "object", { name: include(name), tag: v.tag }, "");
    const merged = new Define<Record<string, string>>(
      "t.merged",
      "object",
      merge<string>(include(labels), v.labels),
      "",
    );
    const list = new Define<readonly string[]>(
      "t.list",
      "array",
      [when(present(v.tag), v.tag), forEachItem(v.args, (arg) => arg)],
      "",
    );
    const part = new Define<object>(
      "t.part",
      "object",
      { of: scopeField<string>("which", { type: "string" }), name: include(name) },
      "",
    );
    const parts = {
      name: include(name),
      labels: include(labels),
      merged: include(merged),
      list: include(list),
      item: [include(labels), include(list)],
      ports: [forEach(v.ports, (port) => include(part, extendScope({ which: port })))],
      inside: when(nonEmpty(v.args), [forEachItem(v.args, () => include(name))]),
      enabled: when(nonEmpty(enabled(include(labels))), "yes"),
    };
    return renders(
      parts,
      [
        { labels: { a: "b", name: "lost" }, args: ["c"], ports: { web: { number: 1 } } },
        {
          name: "r-x",
          labels: { name: "r-x" },
          merged: { name: "r-x", a: "b" },
          list: ["c"],
          item: [{ name: "r-x" }, ["c"]],
          ports: [{ of: "web", name: "r-x" }],
          inside: ["r-x"],
          enabled: "yes",
        },
      ],
      [
        { name: "{{ n }}\n", tag: "t" },
        {
          name: "{{ n }}\n",
          labels: { name: "{{ n }}\n", tag: "t" },
          merged: { name: "{{ n }}\n", tag: "t" },
          list: ["t"],
          item: [{ name: "{{ n }}\n", tag: "t" }, ["t"]],
          ports: [],
          enabled: "yes",
        },
      ],
    );
  },
  "spread fields stand among a map's own": () => {
    const source = new Define<{ b: number; tag?: string }>("t.source", "object", { b: 2, tag: v.tag }, "");
    const parts = {
      include: { a: 1, ...spread("source", include(source)), c: 3 },
      when: { a: 1, ...spread("when", when(v.off, { b: v.note, c: when(present(v.limit), 3) })) },
      only: { ...spread("only", when(v.off, { b: v.note })) },
      choice: { ...spread("choice", choose(v.off, { b: v.note }, { c: v.tag })) },
      list: [{ ...spread("include", include(source)), a: 1 }],
      bind: {
        ...spread(
          "bind",
          bind("which", v.kind, (kind) => matchOrLast(kind, { CronJob: { cron: v.host }, Job: { job: {} } })),
        ),
      },
    };
    return renders(
      parts,
      [
        {},
        {
          include: { a: 1, b: 2, c: 3 },
          when: { a: 1 },
          only: {},
          choice: {},
          list: [{ b: 2, a: 1 }],
          bind: { job: {} },
        },
      ],
      [
        { off: true, tag: "t" },
        {
          include: { a: 1, b: 2, tag: "t", c: 3 },
          when: { a: 1 },
          only: {},
          choice: {},
          list: [{ b: 2, tag: "t", a: 1 }],
          bind: { job: {} },
        },
      ],
      [
        { off: true, note: "n", limit: 0, kind: "CronJob" },
        {
          include: { a: 1, b: 2, c: 3 },
          when: { a: 1, b: "n", c: 3 },
          only: { b: "n" },
          choice: { b: "n" },
          list: [{ b: 2, a: 1 }],
          bind: { cron: "localhost" },
        },
      ],
      [
        { tag: "t" },
        {
          include: { a: 1, b: 2, tag: "t", c: 3 },
          when: { a: 1 },
          only: {},
          choice: { c: "t" },
          list: [{ b: 2, tag: "t", a: 1 }],
          bind: { job: {} },
        },
      ],
    );
  },
  "documents are set apart however they are nested": () => {
    const one = (name: string, value?: unknown): object => ({
      kind: "ConfigMap",
      metadata: { name },
      ...(value === undefined ? {} : { value }),
    });
    const several = new Define<Documents>("t.several", "documents", [one("x"), one("y")], "");
    const single = new Define<Documents>("t.single", "documents", one("z"), "");
    const guards = new Define<Documents>("t.guards", "documents", [guard(eq(v.kind, "CronJob"), "no")], "");
    const documents: Documents = [
      include(guards),
      guard(v.off, "not off"),
      one("a"),
      [one("b")],
      [[one("c")], one("d")],
      when(nonEmpty(v.args), [one("e")]),
      choose(nonEmpty(v.name), [one("f")], [one("g"), one("h")]),
      forEachItem(v.args, (arg) => ({ kind: "ConfigMap", metadata: { name: arg } })),
      bind("note", orElse(v.note, "n"), (note) => [one("i", note)]),
      include(several),
      include(single),
      forEach(v.ports, (name) => [when(nonEmpty(name), { kind: "ConfigMap", metadata: { name } })]),
    ];
    const names = (...all: string[]): object[] => all.map((name) => one(name));
    return [
      ...renders(
        documents,
        [{}, ...names("a", "b", "c", "d", "g", "h", "x", "y", "z"), one("i", "n")],
        [
          { args: ["p", "q"], name: "n", ports: { s: { number: 1 }, t: { number: 2 } } },
          ...names("a", "b", "c", "d", "e", "f", "p", "q", "x", "y", "z", "s", "t"),
          one("i", "n"),
        ],
      ),
      ...renders([include(guards), when(nonEmpty(v.name), one("a"))], [{}], [{ name: "x" }, one("a")]),
      ...renders([], [{}]),
    ];
  },
  "constants are exact, whatever they hold, as values and as keys": () => {
    const constants = {
      map: nastyMap,
      list: nastyStrings,
      numbers: [0, -1, 0.5, 1e6, 123456789012],
      on: true,
      nothing: {},
      none: [],
      text: "{{ fail `a` }}",
    };
    const inline = { all: [...nastyStrings.map((string) => text`${string}${v.name}`)] };
    return [...renders(constants, [{}, constants]), ...renders(inline, [{}, { all: nastyStrings }])];
  },
  "values are exact, whatever they hold": () => {
    const all = {
      map: v.labels,
      args: v.args,
      name: v.name,
      each: [forEachItem(v.args, (arg) => arg)],
      named: [forEach(v.labels, (name) => name)],
    };
    const keys = Object.keys(nastyMap).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    return renders(all, [
      { labels: nastyMap, args: nastyStrings, name: "{{ fail `a` }}" },
      { map: nastyMap, args: nastyStrings, name: "{{ fail `a` }}", each: nastyStrings, named: keys },
    ]);
  },
};
