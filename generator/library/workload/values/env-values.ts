/** The values of a container's environment. */
import * as format from "../../../values/formats.ts";
import {
  boolean,
  closed,
  enumOf,
  kubernetes,
  mapOf,
  optional,
  stringOr,
  union,
  unionRules,
} from "../../../values/model.ts";

/** The forms in which a container reads a Service's address. */
export const ADDRESS_FORMATS = ["host", "hostPort", "url"] as const;

/** The branches of the source of a variable. */
export const VALUE_BRANCHES = [
  ...["configMapKeyRef", "secretKeyRef", "fieldRef", "resourceFieldRef", "fileKeyRef"],
] as const;

/** The reference to the Service of another stage. */
export const fromService = closed(
  {
    stage: format.label({ description: "Stage that has the Service", examples: ["store"] }),
    port: format.string({ description: "Name of its port; required for hostPort and url", default: "" }),
    format: enumOf(ADDRESS_FORMATS, {
      description: "Format of the value: host, host:port or http://host:port",
      default: "host",
    }),
  },
  { description: "Address of another stage's Service; only in a pipeline" },
);

const branches = {
  value: format.string({ description: "The value" }),
  valueFrom: kubernetes("EnvVarSource", {
    description: "A field, resource, ConfigMap or Secret that holds the value",
    examples: [{ secretKeyRef: { name: "credentials", key: "password" } }],
  }),
  fromService,
} as const;

/** The branches of an environment variable. */
export const ENV_BRANCHES = ["value", "valueFrom", "fromService"] as const;

const entry = closed(
  {
    enabled: boolean({ description: "Whether the variable is set", default: true }),
    order: format.order(),
    type: optional(enumOf(ENV_BRANCHES, { description: "The field that is used; required if several are set" })),
    value: optional(branches.value),
    valueFrom: optional(branches.valueFrom),
    fromService: optional(branches.fromService),
  },
  { description: "A variable", allOf: unionRules(ENV_BRANCHES) },
);

/** Environment variables by name. */
export function env() {
  return mapOf(format.keys.environmentVariable, stringOr(entry, { description: "A value, or where it comes from" }), {
    description:
      "Environment variables by name: a string, or an object with its source. Variables with valueFrom " +
      "or fromService come first, so that $(NAME) in a plain value finds them",
    examples: [
      { LOG_LEVEL: "info", PASSWORD: { valueFrom: { secretKeyRef: { name: "credentials", key: "password" } } } },
    ],
  });
}

/** The branches of a source of several variables. */
export const ENV_FROM_BRANCHES = ["configMapRef", "secretRef", "ownConfigMap"] as const;

const reference = (what: string) =>
  closed(
    {
      name: format.objectName({ description: `The ${what}'s name`, examples: ["settings"] }),
      optional: boolean({ description: "Whether the container starts without it", default: false }),
    },
    { description: `All keys of a ${what}` },
  );

/** Sources of several variables, by id. */
export function envFrom() {
  return mapOf(
    format.keys.name,
    union(
      {
        configMapRef: reference("ConfigMap"),
        secretRef: reference("Secret"),
        ownConfigMap: format.label({ description: "An entry of configMaps" }),
      },
      {
        enabled: boolean({ description: "Whether the source is read", default: true }),
        order: format.order(),
        prefix: format.variablePrefix({ description: "Prefix of each variable's name", default: "" }),
      },
      { description: "A source" },
    ),
    {
      description: "ConfigMaps and Secrets whose keys become variables, by id",
      examples: [{ settings: { configMapRef: { name: "settings" } } }],
    },
  );
}
