/** The values of init containers and sidecars. */
import type { TBoolean } from "typebox";
import * as format from "../../../values/formats.ts";
import {
  absent,
  boolean,
  closed,
  enumOf,
  kubernetes,
  kubernetesList,
  listOf,
  mapOf,
  optional,
} from "../../../values/model.ts";
import { sideImage } from "../../common/image-values.ts";
import { env, envFrom } from "./env-values.ts";

/** The branches of a probe. */
export const PROBE_BRANCHES = ["httpGet", "tcpSocket", "exec", "grpc"] as const;
/** The branches of a lifecycle handler. */
export const HANDLER_BRANCHES = ["httpGet", "tcpSocket", "exec", "sleep"] as const;

/** The default security context of each container: Pod Security's level `restricted`. */
export const RESTRICTED = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ["ALL"] },
} as const;

/** A probe; `type` names the action where values files leave several. */
export function probe(purpose: string, examples: readonly unknown[] = []) {
  return optional(
    kubernetes("Probe", {
      description: purpose,
      ...(examples.length === 0 ? {} : { examples }),
    }),
  );
}

/** The rules of Kubernetes for the probes of a container, in addition to those for any probe. */
export const probeRules: object = {
  properties: {
    // Kubernetes requires 1 for startup and liveness probes.
    startupProbe: { properties: { successThreshold: { const: 1 } } },
    livenessProbe: { properties: { successThreshold: { const: 1 } } },
    readinessProbe: {
      properties: { terminationGracePeriodSeconds: absent("a readiness probe stops no container") },
    },
  },
};

/** The security context of a container. */
export function securityContext() {
  return kubernetes("SecurityContext", {
    description: "Security context of the container; fields that are left out keep their defaults",
    default: RESTRICTED,
  });
}

/** The value of charts whose stages can run in the pod of another: whether a container or a volume keeps its name. */
export function keepName<S extends boolean>(what: string, sharesPod: S | undefined): KeepName<S> {
  const description =
    `Whether the ${what} keeps its name in a pod that stages share, where others look for it, such as a webhook or a ` +
    "driver; otherwise it begins with the name of the stage";
  return (sharesPod === true ? { keepName: boolean({ description, default: false }) } : {}) as KeepName<S>;
}

type KeepName<S extends boolean> = S extends true ? { readonly keepName: TBoolean } : Record<never, never>;

const containerPort = closed(
  {
    enabled: boolean({ description: "Whether the port is declared", default: true }),
    containerPort: format.port({ description: "Number of the port on which the container listens", examples: [8080] }),
    protocol: enumOf(["TCP", "UDP", "SCTP"], { description: "Protocol", default: "TCP" }),
    hostPort: optional(format.port({ description: "Port of the node that leads to it; needs podSecurity privileged" })),
    hostIP: optional(format.address({ description: "Address of the node that has hostPort; absent: all of them" })),
  },
  { description: "A port", allOf: [{ if: { required: ["hostIP"] }, then: { required: ["hostPort"] } }] },
);

/** Ports by name. */
export function containerPortValues() {
  return mapOf(format.keys.port, containerPort, {
    description: "Ports of the container, by name",
    examples: [{ http: { containerPort: 8080 } }],
  });
}

/** The values of a container that must end: Kubernetes refuses probes, handlers and changes of its resources there. */
export function endingContainerValues() {
  return {
    command: listOf(format.string({ description: "An argument" }), {
      description: "Replaces the image's entrypoint",
      examples: [["sh", "-c"]],
    }),
    args: listOf(format.string({ description: "An argument" }), {
      description: "Arguments of the entrypoint",
      examples: [["--verbose"]],
    }),
    workingDir: optional(
      format.absolutePath({ description: "Working directory; absent: the image's", examples: ["/work"] }),
    ),
    env: env(),
    envFrom: envFrom(),
    ports: containerPortValues(),
    resources: kubernetes("ResourceRequirements", {
      description: "Requests and limits",
      default: {},
      examples: [{ requests: { cpu: "250m", memory: "64Mi" }, limits: { memory: "128Mi" } }],
    }),
    securityContext: securityContext(),
    terminationMessagePath: optional(
      format.absolutePath({
        description: "File with the reason of the end, which Kubernetes shows; absent: /dev/termination-log",
      }),
    ),
    terminationMessagePolicy: optional(
      enumOf(["File", "FallbackToLogsOnError"], {
        description: "Whether the end of the log is the reason where the file is empty and the container fails",
      }),
    ),
    restartPolicyRules: kubernetesList("ContainerRestartRule", {
      description:
        "Exit codes with which the container is restarted in any case, or all containers of the pod; the first rule that " +
        "matches counts",
      maxItems: 20,
    }),
    stdin: optional(boolean({ description: "Whether the container has a standard input that stays open" })),
    stdinOnce: optional(boolean({ description: "Whether it is closed once a client has left it; needs stdin" })),
    tty: optional(boolean({ description: "Whether the container has a terminal; needs stdin" })),
  } as const;
}

/** Whether a container is restarted, in a pod that has another policy; `Always` is what makes a sidecar native. */
export function containerRestartPolicy() {
  return optional(
    enumOf(["Never", "OnFailure"], {
      description: "Whether the container is restarted when it ends; absent: as the pod says",
    }),
  );
}

/** Kubernetes wants to know what happens with the other exit codes. */
export function restartRules(policy: string): object {
  return {
    if: { properties: { restartPolicyRules: { minItems: 1 } }, required: ["restartPolicyRules"] },
    then: { required: [policy] },
  };
}

/** What every container may set that runs as long as its pod, the main one too. */
export function containerValues() {
  return {
    ...endingContainerValues(),
    lifecycle: optional(
      kubernetes("Lifecycle", {
        description: "Handlers that run after the container starts and before it stops",
      }),
    ),
    startupProbe: probe("Checks whether the container has started"),
    livenessProbe: probe("Checks whether the container is alive; it is restarted if not"),
    readinessProbe: probe("Checks whether the container can receive traffic", [
      { httpGet: { path: "/healthz", port: "http" } },
    ]),
    resizePolicy: kubernetesList("ContainerResizePolicy", {
      description: "Whether a change of the resources of a running pod restarts the container, by resource",
    }),
  } as const;
}

/** Init containers by name; `sharesPod`: whether they can keep their names in the pod of a chain. */
export function initContainerValues<S extends boolean = false>(sharesPod?: S) {
  return mapOf(
    format.keys.name,
    closed(
      {
        enabled: boolean({ description: "Whether the container runs", default: true }),
        order: format.order(),
        ...keepName("container", sharesPod),
        image: sideImage,
        ...endingContainerValues(),
        restartPolicy: containerRestartPolicy(),
      },
      { description: "A container that completes before the main one starts", allOf: [restartRules("restartPolicy")] },
    ),
    { description: "Containers that run in order before the main one starts, by name" },
  );
}

// A native sidecar restarts in any case.
function sidecarRestarts(native: boolean): object {
  const isNative = { properties: { native: { const: native } } };
  const ofNative = { properties: { restartPolicy: absent("a native sidecar always restarts") } };
  const ofOther = restartRules("restartPolicy");
  return { if: isNative, then: native ? ofNative : ofOther, else: native ? ofOther : ofNative };
}

/** Sidecars by name; `sharesPod`: whether they can keep their names in the pod of a chain. */
export function sidecarValues<S extends boolean = false>(native: boolean, sharesPod?: S) {
  return mapOf(
    format.keys.name,
    closed(
      {
        enabled: boolean({ description: "Whether the container runs", default: true }),
        order: optional(
          format.orderWithoutDefault({
            description:
              "Position among the sidecars; ties are sorted by name, absent: 0. Of a native one: among the init " +
              "containers and native sidecars, absent: after them",
          }),
        ),
        ...keepName("container", sharesPod),
        native: boolean({
          description:
            "Whether it starts before the main container and stops after it, as a restartable init container",
          default: native,
        }),
        image: sideImage,
        ...containerValues(),
        restartPolicy: containerRestartPolicy(),
      },
      { description: "A container that runs alongside the main one", allOf: [probeRules, sidecarRestarts(native)] },
    ),
    { description: "Containers that run alongside the main one, by name" },
  );
}
