import assert from "node:assert/strict";
import { before, type Context, describe, it } from "mocha";
import type { Chart } from "../../generator/chart.ts";
import type { JsonSchema } from "../../generator/json-schema.ts";
import { library } from "../../generator/library/library.ts";
import { BatchJob, CsiVolume, StatefulStage } from "../../generator/mod.ts";
import { compileSchema, printProblem } from "../../generator/values/validate-values.ts";
import { type Plan, planMistakes, subjectOf } from "./wrong-values/subject.ts";

/** Signs of a regular expression, and words of JSON Schema that say nothing to the author of values. */
const JARGON = [
  ...[/[\\^$][([]|[\])}*+][$*+?]|\(\^|\[\w-|\{\d+,/, /false schema|schema is false/],
  ...[
    /oneOf|anyOf|allOf/,
    /(max|min)(Length|Items|Properties|imum)/,
    /"(then|else|if)" schema/,
    /additionalProperties/,
  ],
];
const LONGEST = 300;

// What is found is the user's own text, which may be anything.
function withoutFound(message: string): string {
  return message.replace(/, got ("([^"\\]|\\.)*("|\.\.\.)|[[{].*)( of \d+ characters)?$/, "");
}

/** Messages that a reader of values would not understand, or that go on for too long. */
function listBad(lines: readonly string[]): readonly string[] {
  const isBad = (line: string): boolean =>
    line.length > LONGEST || JARGON.some((sign) => sign.test(withoutFound(line)));
  return lines.filter(isBad);
}

describe("messages about wrong values", () => {
  for (const chart of library) {
    describe(chart.name, () => {
      let plan: Plan;
      let lines: readonly string[];
      before(() => {
        plan = planMistakes(subjectOf(chart));
        lines = refusalsOf(chart, plan);
      });

      it("are words of at most 300 characters, for a wrong value of every keyword at every place", function (this: Context) {
        assert.deepEqual(listBad(lines), []);
        const longest = Math.max(...lines.map((line) => line.length));
        const counts = `${plan.mistakes.length} wrong values, the longest line has ${longest} characters`;
        if (this.test !== undefined) this.test.title += ` (${counts})`;
      });

      it("are there for every pattern, every rule and every union of the schema", () => {
        const broken = new Set(plan.mistakes.flatMap(({ schema }) => partsOf(schema)));
        const [first = ""] = listConstraints(chart.schema).filter((part) => !broken.has(part));
        assert.equal(first, "");
      });

      it("say one thing of each value", () => {
        const check = compileSchema(chart.schema);
        for (const { plain } of plan.files) {
          const paths = check(plain).map(({ path }) => path);
          assert.equal(new Set(paths).size, paths.length);
        }
      });
    });
  }

  it("are found out where they show a pattern, a keyword, or too much", () => {
    const bad = [
      "a: must match pattern ^(a|b)$",
      "a: must match [a-z]+",
      "a: boolean schema is false",
      "a: must match exactly one schema in oneOf",
      "a: maxLength: got 1, want 0",
      `a: must be ${"x".repeat(LONGEST)}`,
    ];
    assert.deepEqual(listBad(bad), bad);
    assert.deepEqual(listBad(['a: must be "b", got "^[a-z]+$"', "a: must be a string, got [1]"]), []);
  });

  const image = { repository: "busybox", tag: "1.36" };
  const cases: readonly (readonly [make: () => unknown, message: string])[] = [
    [
      () => new BatchJob({ image, kind: "CronJob", cron: { schedule: "every day" } }),
      'cron.schedule: must be a cron schedule of five fields such as "0 3 * * *", with 0 for Sunday and no time zone, or a macro such as @daily, got "every day"',
    ],
    [
      () => new BatchJob({ image, kind: "CronJob", cron: { schedule: "0 3 * * 7" } }),
      'cron.schedule: must be a cron schedule of five fields such as "0 3 * * *", with 0 for Sunday and no time zone, or a macro such as @daily, got "0 3 * * 7"',
    ],
    [
      () => new BatchJob({ image, kind: "CronJob", cron: { schedule: "TZ=UTC 0 3 * * *" } }),
      'cron.schedule: must be a cron schedule of five fields such as "0 3 * * *", with 0 for Sunday and no time zone, or a macro such as @daily, got "TZ=UTC 0 3 * * *"',
    ],
    [
      () => new BatchJob({ image, kind: "CronJob", cron: { schedule: "@daily", timeZone: "Europe/Berln" } }),
      'cron.timeZone: must be a time zone of the IANA database, such as Europe/Berlin (did you mean "Europe/Berlin"?), got "Europe/Berln"',
    ],
    [() => new BatchJob({ image, kind: "CronJob" }), 'cron: must be set where kind is "CronJob"'],
    [
      () => new BatchJob({ image, volumes: { data: { mountPath: "/data", emptyDir: {}, configMap: { name: "a" } } } }),
      'volumes.data.type: must be "emptyDir" or "configMap" because both are set, got nothing',
    ],
    [
      () => new BatchJob({ image, volumes: { data: { devicePath: "/dev/xvda", emptyDir: {} } } }),
      'volumes.data.devicePath: must be absent: only a claim can be a block device, got "/dev/xvda"',
    ],
    [
      () => new BatchJob({ image, securityContext: { privileged: true, allowPrivilegeEscalation: true } }),
      'securityContext.allowPrivilegeEscalation: must be false where podSecurity is neither "baseline" nor "privileged", got true',
    ],
    [
      () => new BatchJob({ image, resources: { limits: { memory: "1 GB" } } }),
      'resources.limits.memory: must be a number >= 0 or an amount such as "500m", "2" or "1Gi", not negative and below 8Ei, got "1 GB"',
    ],
    [
      () => new BatchJob({ image, networkPolicy: { egress: [{ to: [{ ipBlock: { cidr: "10.0.0.0" } }] }] } }),
      'networkPolicy.egress.0.to.0.ipBlock.cidr: must be a CIDR such as "192.168.1.0/24" or "2001:db8::/64", got "10.0.0.0"',
    ],
    [
      () => new StatefulStage({ image, persistence: { data: { size: "1Gi" } } }),
      'persistence.data: must have at least one of mountPath, mounts where volumeMode is not "Block", got none of them',
    ],
    [
      () => new CsiVolume({ volumes: { data: { claim: { size: "ten" } } } }),
      'volumes.data.claim.size: must be a size above 0 and below 8Ei, such as "10Gi" or "500M", got "ten"',
    ],
  ];
  for (const [make, message] of cases) {
    it(`are short and say what is wanted: ${message}`, () => {
      assert.throws(make, (error: unknown) => {
        assert.ok(error instanceof Error && error.message.includes(message), String(error));
        return true;
      });
    });
  }
});

function refusalsOf(chart: Chart, { files }: Plan): readonly string[] {
  const check = compileSchema(chart.schema);
  return files.flatMap(({ plain }) => check(plain).map(printProblem));
}

// A constraint by its text: the same one is at many places.
function partsOf({ pattern, not, oneOf, anyOf }: JsonSchema): readonly string[] {
  return [
    ...(pattern === undefined ? [] : [`pattern ${pattern}`]),
    ...(not?.pattern === undefined ? [] : [`not ${not.pattern}`]),
    ...(oneOf === undefined ? [] : [`oneOf ${JSON.stringify(oneOf)}`]),
    ...(anyOf === undefined ? [] : [`anyOf ${JSON.stringify(anyOf)}`]),
  ];
}

// An `if` refuses nothing, and what is in a `not`, oneOf or anyOf is refused by that.
function listConstraints(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(listConstraints);
  if (typeof value !== "object" || value === null) return [];
  const { if: _, not, oneOf, anyOf, ...rest } = value as JsonSchema; // what is no schema has other keys
  return [...partsOf({ ...rest, not, oneOf, anyOf } as JsonSchema), ...Object.values(rest).flatMap(listConstraints)];
}
