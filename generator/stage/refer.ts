/** References for whole objects: the names of a chart, without writing them out. */
import { LabelsReference, TextReference } from "../values/references.ts";
import type { AddressableStage } from "./addressable-stage.ts";
import type { Stage } from "./stage.ts";

/** The names of a stage's ports, where they are known. */
type PortOf<S> = S extends AddressableStage<string, object, infer Port> ? Port : string;

/** What whole objects can name of a chart. */
export interface StageNames<Port extends string = string> {
  /** The name of the release. */
  readonly release: TextReference;
  /** The namespace of the objects. */
  readonly namespace: TextReference;
  /** The name of the objects: of a Deployment, a StatefulSet, a Service; names of others start with it. */
  readonly name: TextReference;
  /** The name of the ServiceAccount of the pods. */
  readonly serviceAccount: TextReference;
  /** The labels by which the pods are found. */
  readonly selectorLabels: LabelsReference;
  /** The host of the Service. */
  readonly host: TextReference;
  /** The host of the headless Service. */
  readonly headless: TextReference;
  /** The host of one replica of a stateful stage, from 0. */
  readonly replica: (number: number) => TextReference;
  /** The host of the Service and the number of a port: `store:5432`. */
  readonly hostPort: (port: Port) => TextReference;
  /** The address of the Service: `http://store:8080`. */
  readonly url: (port: Port) => TextReference;
  /** The name of the claim of a volume; with a number, of that replica's. */
  readonly claim: (volume: string, replica?: number) => TextReference;
}

/**
 * References to the names of a stage, or without one of the chart that has the object, for `extraObjects`. They print as
 * `{ $from: { stage, what } }`, so that one chart can be installed twice in a namespace.
 *
 * @example selector: { matchLabels: refer().selectorLabels }
 */
export function refer<S extends Stage>(stage?: S): StageNames<PortOf<S>> {
  const text = (what: string, more: object = {}): TextReference => new TextReference(stage, { what, ...more });
  return {
    release: new TextReference(undefined, { what: "release" }),
    namespace: text("namespace"),
    name: text("name"),
    serviceAccount: text("serviceAccount"),
    selectorLabels: new LabelsReference(stage),
    host: text("host"),
    headless: text("headless"),
    replica: (replica) => text("headless", { replica }),
    hostPort: (port) => text("hostPort", { port }),
    url: (port) => text("url", { port }),
    claim: (volume, replica) => text("claim", { volume, ...(replica === undefined ? {} : { replica }) }),
  };
}
