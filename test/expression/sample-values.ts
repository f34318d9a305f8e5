/** A values model with a value of every kind, for tests of what is printed. */
import type { Static } from "typebox";
import { valuesOf } from "../../generator/expression/reference.ts";
import * as format from "../../generator/values/formats.ts";
import { boolean, closed, enumOf, listOf, mapOf, optional, stringOr } from "../../generator/values/model.ts";

const description = "For tests";

const port = closed(
  { number: format.port({ description }), protocol: enumOf(["TCP", "UDP"], { description, default: "TCP" }) },
  { description },
);

/** The model. */
export const sampleModel = closed(
  {
    // Strings.
    name: format.string({ description, default: "" }),
    greeting: format.string({ description, default: "hello" }),
    host: format.nonEmptyString({ description, default: "localhost" }),
    kind: enumOf(["Job", "CronJob"], { description, default: "Job" }),
    level: enumOf(["", "low"], { description, default: "low" }),
    tag: optional(format.tag({ description })),
    note: optional(format.string({ description })),
    // Numbers.
    retries: format.count({ description, default: 4 }),
    none: format.count({ description, default: 0 }),
    replicas: format.count({ description, default: 2 }, 1),
    limit: optional(format.count({ description })),
    deadline: optional(format.count({ description }, 1)),
    // Booleans.
    on: boolean({ description, default: true }),
    off: boolean({ description, default: false }),
    maybe: optional(boolean({ description })),
    // Maps.
    labels: mapOf(format.keys.qualifiedName, format.string({ description }), { description }),
    security: mapOf(format.keys.name, format.string({ description }), {
      description,
      default: { user: "nobody", drop: "ALL" },
    }),
    ports: mapOf(format.keys.port, port, { description }),
    env: mapOf(
      format.keys.environmentVariable,
      stringOr(closed({ value: optional(format.string({ description })) }, { description }), { description }),
      { description },
    ),
    // Lists.
    args: listOf(format.string({ description }), { description }),
    modes: listOf(format.string({ description }), { description, default: ["fast"], minItems: 1 }),
    rules: listOf(port, { description }),
    // Objects.
    job: closed(
      {
        retries: format.count({ description, default: 4 }),
        size: format.size({ description }),
        limit: optional(format.count({ description })),
        deep: closed(
          { on: boolean({ description, default: true }), path: optional(format.string({ description })) },
          { description },
        ),
      },
      { description },
    ),
    claim: optional(
      closed(
        {
          size: format.size({ description }),
          className: format.string({ description, default: "" }),
          volume: optional(format.label({ description })),
        },
        { description },
      ),
    ),
    tuning: optional(closed({ speed: format.count({ description, default: 1 }) }, { description })),
  },
  { description },
);

/** The type of the values. */
export type SampleValues = Static<typeof sampleModel>;

/** References to the values. */
export const v = valuesOf<SampleValues>(sampleModel);
