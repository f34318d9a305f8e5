/** The parts of a container that waits for stages: the container, the files it reads, its permission to read Jobs. */
import type { ConfigMap, Container, Volume } from "kubernetes-types/core/v1.d.ts";
import type { ObjectMeta } from "kubernetes-types/meta/v1.d.ts";
import type { Role, RoleBinding } from "kubernetes-types/rbac/v1.d.ts";
import { bind } from "../../../expression/bind.ts";
import type { Expression } from "../../../expression/expression.ts";
import type { When } from "../../../expression/part.ts";
import { when } from "../../../expression/when.ts";
import { nonEmpty } from "../../../functions/logic.ts";
import { fieldOfEach, merge } from "../../../functions/maps.ts";
import { text, toJson } from "../../../functions/strings.ts";
import { inline } from "../../../manifest/inline.ts";
import type { Documents, Input } from "../../../manifest/input.ts";
import type { ObjectMetadata } from "../../common/names.ts";
import type { Awaited, GateContext } from "../../common/pipeline-context.ts";
import { RESTRICTED } from "../values/container-values.ts";
import { ancestorLines, gateLines, jobNames } from "./gate-lines.ts";
import { GATE_DIRECTORY } from "./gate-script.ts";

type ByStage = Expression<GateContext["upstream"]>;

/** The dependencies that a container waits for. */
export interface Awaiting {
  /** Direct dependencies, which must succeed or answer. */
  readonly upstream: ByStage;
  /** Indirect dependencies, which must not fail. */
  readonly ancestors?: ByStage;
  /** Whether these are Jobs; absent: some may be. */
  readonly areJobs?: boolean;
  /** What hosts without a namespace have after them; absent: nothing. */
  readonly zone?: Expression<string>;
}

function allOf({ upstream, ancestors }: Awaiting): ByStage {
  return ancestors === undefined ? upstream : merge<Awaited>(upstream, ancestors);
}

// A part that is needed for Jobs only.
function forJobs<T>(awaiting: Awaiting, part: T): readonly (T | When<T>)[] {
  if (awaiting.areJobs === undefined) return [when(nonEmpty(fieldOfEach(allOf(awaiting), "job")), part)];
  return awaiting.areJobs ? [part] : [];
}

/** The fields of a waiting container that are always the same; its volume is called `gate`. */
export function waitingContainer(
  image: Expression<string>,
  pullPolicy: Expression<"Always" | "IfNotPresent" | "Never" | undefined>,
): Input<Omit<Container, "name" | "command">> {
  return {
    image,
    imagePullPolicy: pullPolicy,
    securityContext: RESTRICTED as never, // Kubernetes' type has mutable lists
    terminationMessagePolicy: "FallbackToLogsOnError",
  };
}

/** Where the container mounts its files, which are read-only as those of all projected volumes. */
export const filesMount = { name: "gate", mountPath: GATE_DIRECTORY } as const;

/** The volume of its files: those of the named ConfigMaps, and what it needs to read Jobs from the API server. */
export function filesVolume(names: readonly Expression<string>[], awaiting: Awaiting): Input<Volume> {
  return {
    name: filesMount.name,
    projected: {
      sources: [
        ...names.map((name) => ({ configMap: { name } })),
        ...forJobs(awaiting, { serviceAccountToken: { path: "token" } }),
        // The certificate of the API server, ca.crt, is all that it has.
        ...forJobs(awaiting, { configMap: { name: "kube-root-ca.crt" } }),
      ],
    },
  };
}

/** The ConfigMap of its input; `timeout` is in seconds, `more` are other files. */
export function inputConfigMap(
  metadata: ObjectMetadata,
  awaiting: Awaiting,
  timeout: Expression<number>,
  more: Input<Readonly<Record<string, string>>> = {},
): Input<ConfigMap> {
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata,
    data: {
      namespace: (metadata as { namespace: Expression<string> }).namespace, // a ConfigMap has one
      timeout: toJson(timeout),
      upstream: linesOf(awaiting),
      ...more,
    },
  };
}

function linesOf({ upstream, ancestors, zone }: Awaiting): Expression<string> {
  const own = gateLines(upstream, zone ?? "");
  return ancestors === undefined ? own : text`${own}${ancestorLines(ancestors, upstream)}`;
}

/** The permission of a ServiceAccount to read the Jobs among the dependencies; none where there are no Jobs. */
export function rightsToSee(
  metadata: ObjectMetadata,
  awaiting: Awaiting,
  account: { readonly name: Expression<string>; readonly namespace: Expression<string> },
): Documents {
  const all = allOf(awaiting);
  const role: Input<Role> = {
    apiVersion: "rbac.authorization.k8s.io/v1",
    kind: "Role",
    metadata,
    rules: [
      {
        apiGroups: inline(["batch"]),
        resources: inline(["jobs"]),
        resourceNames: jobNames(all),
        verbs: inline(["get"]),
      },
    ],
  };
  const { name } = metadata as { readonly name: Expression<string> }; // metadata has a name
  return forJobs(awaiting, [role, bindRole(metadata, name, account)]);
}

/** Gives a ServiceAccount the permissions of the Role of the binding's own name. */
export function bindRole(
  metadata: Input<ObjectMeta>,
  name: Expression<string>,
  account: { readonly name: Expression<string>; readonly namespace: Expression<string> },
): Input<RoleBinding> {
  return bind("role", name, (role) =>
    bind("account", account.name, (accountName) =>
      bind("namespace", account.namespace, (namespace) => ({
        apiVersion: "rbac.authorization.k8s.io/v1",
        kind: "RoleBinding",
        metadata,
        roleRef: inline({ apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: role }),
        subjects: inline([{ kind: "ServiceAccount", name: accountName, namespace }]),
      })),
    ),
  );
}
