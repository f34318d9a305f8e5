/** The values that every chart has: names, labels and what an umbrella shares. */
import Type, { type Static } from "typebox";
import * as format from "../../values/formats.ts";
import { annotations, boolean, closed, labels, listOf, optional } from "../../values/model.ts";
import { gate } from "./gate-values.ts";

/** The settings that an umbrella chart passes to its stages; closed, so that a misspelt key is refused. */
const pipeline = closed(
  {
    runId: format.string({ description: "Part of every Job's hash: changing it runs all Jobs again", default: "" }),
    gate,
  },
  { description: "Settings that a pipeline chart shares with its stages" },
);

const enabled = optional(
  boolean({ description: "Condition of an umbrella chart; ignored by a chart that is installed on its own" }),
);

/** The settings that an umbrella passes to all charts, with or without pods. */
const globalValues = {
  defaultStorageClass: format.objectNameOrEmpty({
    description: "StorageClass of all claims that do not set one; empty: the cluster's default",
    default: "",
  }),
  commonLabels: labels({ description: "Labels of every object" }),
  pipeline,
} as const;

const GLOBAL = { description: "Shared by all charts of an umbrella; keys of other charts are allowed" } as const;

const naming = {
  nameOverride: format.nameOrEmpty({ description: "Replaces the chart's name in names and labels", default: "" }),
  fullnameOverride: format.nameOrEmpty({ description: "Replaces the full name of the objects", default: "" }),
  namespaceOverride: format.nameOrEmpty({ description: "Namespace of the objects; empty: the release's", default: "" }),
  commonLabels: labels({ description: "Labels of every object of this chart" }),
  commonAnnotations: annotations({ description: "Annotations of every object of this chart" }),
} as const;

/** The root keys of a chart without pods. */
export const namingValues = { enabled, global: Type.Object(globalValues, GLOBAL), ...naming } as const;

/** The root keys of every chart with pods. */
export const commonValues = {
  enabled,
  global: Type.Object(
    {
      imageRegistry: format.registry({ description: "Registry of all images that do not set one", default: "" }),
      imagePullSecrets: listOf(format.objectName({ description: "A Secret's name" }), {
        description: "Names of the Secrets that pull all images",
      }),
      ...globalValues,
    },
    GLOBAL,
  ),
  ...naming,
} as const;

const namingModel = Type.Object(namingValues);
/** The values that every chart has. */
export type NamingValues = Static<typeof namingModel>;

const commonModel = Type.Object(commonValues);
/** The values that every chart with pods has. */
export type CommonValues = Static<typeof commonModel>;
