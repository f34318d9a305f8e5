/** A rendered Kubernetes object: what one YAML document of `helm template` holds, already parsed. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMetadata;
  readonly [key: string]: unknown;
}

/** The part of an object's metadata that the rules read. */
export interface ObjectMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

/** Whether a parsed document is an object that the rules can check: it has an API version, a kind and metadata. */
export function isKubernetesObject(document: unknown): document is KubernetesObject {
  if (typeof document !== "object" || document === null) return false;
  const { apiVersion, kind, metadata } = document as Record<string, unknown>; // any object can be read by its keys
  return (
    typeof apiVersion === "string" && typeof kind === "string" && typeof metadata === "object" && metadata !== null
  );
}

/** The name of an object in messages: `batch/v1/Job default/etl-extract`, without the namespace if it has none. */
export function describeObject(object: KubernetesObject): string {
  // A rendered object may lack the name that the type requires; a rule reports it, under this name.
  const { name = "(no name)", namespace } = object.metadata;
  const fullName = namespace === undefined ? name : `${namespace}/${name}`;
  return `${object.apiVersion}/${object.kind} ${fullName}`;
}
