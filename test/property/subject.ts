/** What is verified: a chart, with all that is needed to draw values for it, to compute and to render it. */

import { type Chart, printChart } from "../../generator/chart.ts";
import { coalesceValues, type Values } from "../../generator/evaluate/coalesce-values.ts";
import {
  defaultValues,
  type EvaluateOptions,
  evaluateChart,
  evaluateNotes,
} from "../../generator/evaluate/evaluate-chart.ts";
import type { JsonSchema } from "../../generator/json-schema.ts";
import type { Files } from "../../generator/mod.ts";
import { NEWEST_KUBERNETES } from "../../generator/values/kubernetes/newer-fields.ts";
import { compileSchema } from "../../generator/values/validate-values.ts";
import { notesObject, withNotesObject } from "../charts/notes-object.ts";
import { richValues } from "../charts/rich-values.ts";
import type { Names } from "./values-arbitrary.ts";

/** The release of a render, and the Kubernetes that it is for. */
export interface Release {
  readonly name: string;
  readonly namespace: string;
  readonly kubeVersion: string;
}

/** A release as people have it, on a cluster that knows all fields. */
export const PLAIN_RELEASE: Release = { name: "rel", namespace: "data", kubeVersion: NEWEST_KUBERNETES };

/** How a chart under test is installed. */
export interface EvaluateSubjectOptions {
  readonly release: Release;
  /** The name under which another chart depends on it. */
  readonly alias?: string;
}

/** A chart under test. */
export interface Subject {
  readonly name: string;
  /** What it was made of, where it was drawn too. */
  readonly definition?: unknown;
  /** The chart's files by path. */
  readonly files: () => Files;
  /** What values are drawn from. */
  readonly model: JsonSchema;
  /** Names that references in values should find, by the key of the field: `stage`, `volume`. */
  readonly names: Names;
  /** Values that bring objects which hardly come about by chance, in groups of one part of the chart each. */
  readonly starters: readonly (readonly Values[])[];
  /** The keys below which a part of the chart has its values; messages of guards name what is below them. */
  readonly parts: readonly string[];
  /** What is set before a user's values, next to the defaults of the library charts. */
  readonly base: Values;
  /** What a user hands to Helm to have these values. */
  readonly given: (values: Values) => Values;
  /** What Helm and the schema see when a user has these values: they stand over the defaults. */
  readonly merge: (values: Values) => Values;
  /** What is wrong with merged values, as we see it; nothing where the schema admits them. */
  readonly check: (merged: unknown) => readonly unknown[];
  /**
   * The objects of these values.
   *
   * @throws RenderError where a guard refuses the values
   */
  readonly evaluate: (values: Values, options: EvaluateSubjectOptions) => readonly object[];
  /** The lines of the notes for these values. */
  readonly notes: (values: Values, options: EvaluateSubjectOptions) => readonly string[];
  /** Objects of a user's own, which may be of any kind. */
  readonly ownObjects: (values: Values) => readonly unknown[];
}

/** Names that values give in one place and ask for in another. */
export function createNames(
  ports: readonly string[] = [],
  pipeline: { readonly stages: readonly string[]; readonly volumes: readonly string[] } = { stages: [], volumes: [] },
): Names {
  const configMaps = ["settings", "a"];
  const allPorts = [...ports, "http", "metrics"];
  const podLabels = ["app.kubernetes.io/name", "app.kubernetes.io/instance"];
  const { stages, volumes } = pipeline;
  return new Map([
    ["ports", allPorts],
    ["port", allPorts],
    ["targetPort", allPorts],
    ["configMaps", configMaps],
    ["ownConfigMap", configMaps],
    ["container", ["main"]],
    ["containerName", ["main"]],
    ["volumeName", ["tmp"]],
    ["subPath", ["LEVEL", "app.conf"]],
    ["stage", stages],
    ["toStages", stages],
    ["fromStages", stages],
    ["volume", volumes],
    ["matchLabelKeys", podLabels],
    ["mismatchLabelKeys", podLabels],
  ]);
}

/** Makes something when it is first asked for, and keeps it. */
export function once<T>(create: () => T): () => T {
  const made: T[] = [];
  return () => {
    if (made.length === 0) made.push(create());
    return made[0] as T; // made above
  };
}

/** Values with which a library chart prints all that it can, key by key. */
export function listStarters(name: string): readonly Values[] {
  return Object.entries(richValues[name] ?? {}).map(([key, value]) => ({ [key]: value }));
}

const keyOf = (key: string): Values => ({ env: { KEY: { valueFrom: { configMapKeyRef: { name: "own-a", key } } } } });

/** References to keys of a ConfigMap by its name, which is given; the second key is not there. */
const ownKeys: readonly Values[] = [
  { fullnameOverride: "own", configMaps: { a: { data: { LEVEL: "debug", "app.conf": "" } } } },
  keyOf("LEVEL"),
  keyOf("none"),
  { volumes: { keys: { mountPath: "/keys", configMap: { name: "own-a", items: [{ key: "LEVEL", path: "a" }] } } } },
];

/** Nearly as many annotations as pods can have, so that others are too many. */
const large: readonly Values[] = [
  { podAnnotations: { large: "x".repeat(261_106) } },
  { podAnnotations: { one: "x".repeat(10) } },
];

/** A library chart as it is. */
export function chartSubject(chart: Chart): Subject {
  const defaults = defaultValues(chart);
  return {
    name: chart.name,
    files: once(() => printChart(chart)),
    model: chart.values as JsonSchema, // a TypeBox schema is a JSON schema
    names: createNames(),
    starters: [listStarters(chart.name), ...(Object.hasOwn(defaults, "podAnnotations") ? [ownKeys, large] : [])],
    parts: [],
    base: {},
    given: (values) => values,
    merge: (values) => coalesceValues(defaults, values),
    check: (merged) => compileSchema(chart.schema)(merged),
    evaluate: (values, options) => evaluateChart(chart, optionsFor(values, options)),
    notes: (values, options) => evaluateNotes(chart, optionsFor(values, options)),
    ownObjects: ({ extraObjects = {} }) => Object.values(extraObjects as object), // the schema wants a map
  };
}

/** What evaluate is told of these values and of how they are installed. */
export function optionsFor(values: Values, { release, ...options }: EvaluateSubjectOptions): EvaluateOptions {
  return { values, release, capabilities: { kubeVersion: release.kubeVersion }, ...options };
}

/** A chart under test whose notes are one of its objects. */
export function withNotes(subject: Subject): Subject {
  return {
    ...subject,
    files: once(() => withNotesObject(subject.name, subject.files())),
    evaluate: (values, options) => [...subject.evaluate(values, options), notesObject(subject.notes(values, options))],
  };
}
