/** A small values model with a leaf of every kind, and containers of every kind around them. */
import Type, { type Static } from "typebox";
import { valuesOf } from "../../../generator/expression/reference.ts";
import * as format from "../../../generator/values/formats.ts";
import { boolean, closed, enumOf, listOf, mapOf, optional, stringOr, union } from "../../../generator/values/model.ts";

const description = "For tests";
const text = format.string({ description });

/** A port. */
export const port = closed(
  {
    number: format.port({ description }),
    protocol: enumOf(["TCP", "UDP"], { description, default: "TCP" }),
    host: optional(text),
  },
  { description },
);

/** A step: it has an order, and may be disabled. */
export const step = closed(
  {
    order: format.order(),
    enabled: boolean({ description, default: true }),
    on: boolean({ description, default: true }),
    off: boolean({ description, default: false }),
    image: format.nonEmptyString({ description, default: "busybox" }),
    note: optional(text),
    limit: optional(format.count({ description })),
    args: listOf(text, { description }),
    labels: mapOf(format.keys.qualifiedName, text, { description }),
  },
  { description },
);

/** A union. */
export const volume = union(
  { empty: closed({ medium: format.string({ description, default: "" }) }, { description }), claim: text },
  { path: format.string({ description, default: "/data" }), enabled: boolean({ description, default: true }) },
  { description },
);

const claim = closed(
  {
    size: format.size({ description }),
    className: format.string({ description, default: "" }),
    label: optional(format.label({ description })),
    source: optional(closed({ name: text, kind: optional(text) }, { description })),
  },
  { description },
);

const entry = stringOr(
  closed({ value: optional(text), enabled: boolean({ description, default: true }) }, { description }),
  { description },
);

/** The model. */
export const model = closed(
  {
    // Strings with a default and without, that admit "" and that do not.
    name: format.string({ description, default: "" }),
    greeting: format.string({ description, default: "hello" }),
    host: format.nonEmptyString({ description, default: "localhost" }),
    kind: enumOf(["Job", "CronJob"], { description, default: "Job" }),
    level: enumOf(["", "low"], { description, default: "low" }),
    tag: optional(format.tag({ description })),
    note: optional(text),
    // Integers with a default and without, that admit 0 and that do not.
    none: format.count({ description, default: 0 }),
    retries: format.count({ description, default: 4 }),
    replicas: format.count({ description, default: 2 }, 1),
    limit: optional(format.count({ description })),
    deadline: optional(format.count({ description }, 1)),
    // Booleans.
    on: boolean({ description, default: true }),
    off: boolean({ description, default: false }),
    maybe: optional(boolean({ description })),
    // Maps.
    labels: mapOf(format.keys.qualifiedName, text, { description }),
    security: mapOf(format.keys.name, text, { description, default: { user: "nobody", drop: "ALL" } }),
    open: mapOf("^.*$", text, { description }),
    ports: mapOf(format.keys.port, port, { description }),
    steps: mapOf(format.keys.name, step, { description }),
    env: mapOf(format.keys.environmentVariable, entry, { description }),
    volumes: mapOf(format.keys.name, volume, { description }),
    json: Type.Unsafe<object>({ type: "object", description, default: {} }),
    // Lists.
    args: listOf(text, { description }),
    modes: listOf(text, { description, default: ["fast"], minItems: 1 }),
    rules: listOf(port, { description }),
    // Objects: whose fields have defaults, with a default of its own, that may be absent.
    job: closed(
      {
        retries: format.count({ description, default: 4 }),
        limit: optional(format.count({ description })),
        deep: closed(
          {
            on: boolean({ description, default: true }),
            path: optional(text),
            labels: mapOf("^.*$", text, { description }),
          },
          { description },
        ),
      },
      { description },
    ),
    limits: closed(
      {
        cpu: format.nonEmptyString({ description, default: "1" }),
        memory: optional(format.size({ description })),
        swap: boolean({ description, default: true }),
      },
      { description, default: { cpu: "2", swap: false } },
    ),
    claim: optional(claim),
    tuning: optional(closed({ speed: format.count({ description, default: 1 }) }, { description })),
  },
  { description },
);

/** The types of the values and of their parts. */
export type Values = Static<typeof model>;
export type Port = Static<typeof port>;
export type Step = Static<typeof step>;
export type Volume = Static<typeof volume>;
export type Claim = Static<typeof claim>;
export type Entry = Static<typeof entry>;

/** The branches of a volume. */
export const VOLUME_BRANCHES = ["empty", "claim"] as const;

/** References to the values. */
export const v = valuesOf<Values>(model);
