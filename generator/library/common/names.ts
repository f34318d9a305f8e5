/** Names and labels, as `helm create` writes them, but never too long and always unique. */

import { bind } from "../../expression/bind.ts";
import { chart, release } from "../../expression/built-in.ts";
import { Define, include } from "../../expression/define.ts";
import type { Expression, Operand } from "../../expression/expression.ts";
import { type Reference, scopeField } from "../../expression/reference.ts";
import { choose, when } from "../../expression/when.ts";
import { and, nonEmpty, orIfEmpty, ternary } from "../../functions/logic.ts";
import { merge } from "../../functions/maps.ts";
import { contains, fitName, replace, text } from "../../functions/strings.ts";
import type { Input } from "../../manifest/input.ts";
import { checkOwnLabels } from "./checks/check-labels.ts";
import { checkAnnotations } from "./checks/size-limits.ts";
import { type PlaceLabels, placeLabels, recommendedLabels, versionLabel, withOwnLabels } from "./labels.ts";
import type { NamingValues } from "./values.ts";

/** String maps: labels and annotations. */
export type Strings = Readonly<Record<string, string>>;

/** The names and labels of one chart. */
export interface Names {
  readonly name: Expression<string>;
  readonly fullname: Expression<string>;
  readonly namespace: Expression<string>;
  readonly selectorLabels: Expression<Strings>;
  readonly labels: Expression<Strings>;
  /** The labels among these that are the same in each version of the chart, and select nothing. */
  readonly placeLabels: PlaceLabels;
  /** The metadata of an object: its name, namespace, labels and the common annotations with its own. */
  readonly metadata: (name: Expression<string>, own?: OwnMetadata) => ObjectMetadata;
  /** Refuses labels of all objects that the chart sets itself, and that would be lost without a word. */
  readonly checkCommonLabels: readonly Expression<never>[];
  /** Refuses such labels of an object, at a path of the values. */
  readonly checkLabels: (path: Operand<string>, own: Expression<Strings | undefined>) => Expression<never>;
  /** Refuses annotations of an object, at a path of the values, that are too large with the common ones. */
  readonly checkAnnotations: (path: Operand<string>, own: Expression<Strings | undefined>) => Expression<never>;
}

/** What an object has in addition to the common labels and annotations. */
export interface OwnMetadata {
  readonly labels?: Expression<Strings | undefined>;
  readonly annotations?: Expression<Strings | undefined>;
  /** Whether uninstall keeps the object. */
  readonly kept?: Expression<boolean>;
  /** Whether the object belongs to the cluster rather than to a namespace. */
  readonly clusterScoped?: boolean;
}

/** An object's metadata with expressions in it. */
export type ObjectMetadata = Input<{
  name: string;
  namespace?: string;
  labels: { [key: string]: string };
  annotations?: { [key: string]: string };
}>;

/**
 * What the names of objects begin with, and their label `app.kubernetes.io/instance`: the name of the release, or what
 * a pipeline has in its place where its release has others.
 */
export const instance: Expression<string> = orIfEmpty(scopeField<string>("Instance", { type: "string" }), release.name);

/** What the objects are part of, for their label `app.kubernetes.io/part-of`: the pipeline, else the release. */
const partOf: Expression<string> = orIfEmpty(scopeField<string>("PartOf", { type: "string" }), release.name);

/** Makes the names and labels of a chart; the names of its templates start with `chartName`. */
export function createNames(chartName: string, v: Reference<NamingValues>): Names {
  const name = include(
    new Define<string>(
      `${chartName}.name`,
      "string",
      fitName(orIfEmpty(v.nameOverride, chart.name), 63),
      "The chart's name, or its override.",
    ),
  );
  const fullname = include(
    new Define<string>(
      `${chartName}.fullname`,
      "string",
      fullnameText(v),
      "The name of the chart's objects: the release's name and the chart's. In an umbrella it always has both, so that\nstages do not collide; alone, a release name that contains the chart's name is enough.",
    ),
  );
  const namespace = include(
    new Define<string>(
      `${chartName}.namespace`,
      "string",
      orIfEmpty(v.namespaceOverride, release.namespace),
      "The namespace of the chart's objects.",
    ),
  );
  const selectorLabels = include(
    new Define<Strings>(
      `${chartName}.selectorLabels`,
      "object",
      {
        "app.kubernetes.io/name": name,
        "app.kubernetes.io/instance": instance,
      },
      "The labels by which Services and controllers find their pods; they never change.",
    ),
  );
  const place = placeLabels(name, partOf);
  const labels = include(
    new Define<Strings>(
      `${chartName}.labels`,
      "object",
      merge<string>(
        selectorLabels,
        {
          "helm.sh/chart": versionLabel(text`${chart.name}-${chart.version}`),
          "app.kubernetes.io/managed-by": release.service,
        },
        v.commonLabels,
        v.global.commonLabels,
        recommendedLabels(place),
      ),
      "The labels of every object.",
    ),
  );
  return {
    name,
    fullname,
    namespace,
    selectorLabels,
    labels,
    placeLabels: place,
    metadata: (objectName, own = {}) => metadataOf(objectName, own, { v, namespace, labels }),
    checkCommonLabels: [
      checkOwnLabels("commonLabels", v.commonLabels),
      checkOwnLabels("global.commonLabels", v.global.commonLabels),
    ],
    checkLabels: checkOwnLabels,
    checkAnnotations: (path, own) => checkAnnotations(path, own, v.commonAnnotations),
  };
}

function fullnameText(v: Reference<NamingValues>) {
  return choose(
    nonEmpty(v.fullnameOverride),
    v.fullnameOverride,
    bind("name", orIfEmpty(v.nameOverride, chart.name), (name) =>
      choose(
        and(chart.isRoot, contains(release.name, name)),
        legalName(release.name),
        legalName(text`${instance}-${name}`),
      ),
    ),
  );
}

// The name of a release may contain dots, that of a Service may not.
function legalName(name: Expression<string>): Expression<string> {
  return fitName(replace(name, ".", "-"), 63);
}

interface Shared {
  readonly v: Reference<NamingValues>;
  readonly namespace: Expression<string>;
  readonly labels: Expression<Strings>;
}

function metadataOf(name: Expression<string>, own: OwnMetadata, { v, namespace, labels }: Shared): ObjectMetadata {
  const maps = [own.annotations, own.kept === undefined ? undefined : keepPolicy(own.kept), v.commonAnnotations];
  const given = maps.filter((map) => map !== undefined);
  const annotations = given.length === 1 ? v.commonAnnotations : merge<string>(...given);
  return {
    name,
    ...(own.clusterScoped === true ? {} : { namespace }),
    labels: own.labels === undefined ? labels : withOwnLabels(labels, own.labels),
    annotations: when(nonEmpty(annotations), annotations),
  };
}

function keepPolicy(kept: Expression<boolean>): Expression<Strings> {
  return ternary<Strings>(kept, { "helm.sh/resource-policy": "keep" }, {});
}
