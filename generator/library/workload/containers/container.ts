/** A container: the main one, an init container or a sidecar, each from its own part of the values. */
import type { Container, ContainerPort, EnvFromSource, EnvVar } from "kubernetes-types/core/v1.d.ts";
import { bind } from "../../../expression/bind.ts";
import { Define, include } from "../../../expression/define.ts";
import type { Expression, Operand } from "../../../expression/expression.ts";
import { forEach } from "../../../expression/for-each.ts";
import type { Choice } from "../../../expression/part.ts";
import { given, type Reference, scopeField } from "../../../expression/reference.ts";
import { choose, matchOrLast, matchType, when } from "../../../expression/when.ts";
import { enabled, ordered } from "../../../functions/entries.ts";
import { and, nonEmpty, not, present } from "../../../functions/logic.ts";
import { dict } from "../../../functions/maps.ts";
import { extendScope } from "../../../functions/named-templates/extend-scope.ts";
import { contains, text, toJson } from "../../../functions/strings.ts";
import type { JsonSchema } from "../../../json-schema.ts";
import type { Input } from "../../../manifest/input.ts";
import { chainContext, pipelineContext } from "../../common/pipeline-context.ts";
import { securityContextOf } from "../pod/security-context.ts";
import { zoneOf } from "../service/host-from.ts";
import { envFromType, lifecycleOf, probeOf, valueSource, variableType } from "../values/unions.ts";
import type { WorkloadValues } from "../values/values.ts";
import { volumeDevices, volumeMounts } from "../volumes/volume-mounts.ts";
import { volumeNames } from "../volumes/volume-names.ts";
import { containerNames, nameInPod } from "./container-names.ts";
import { valueSourceInPod } from "./container-references.ts";
import { fileSourceInPod } from "./file-source.ts";
import { imageReference } from "./image.ts";
import { orderVariables } from "./order-variables.ts";
import { serviceAddress } from "./service-address.ts";

/** The part of the values that describes one container. */
export type ContainerValues = Pick<
  WorkloadValues,
  | "image"
  | "command"
  | "args"
  | "workingDir"
  | "env"
  | "envFrom"
  | "ports"
  | "resources"
  | "lifecycle"
  | "startupProbe"
  | "livenessProbe"
  | "readinessProbe"
  | "securityContext"
  | "resizePolicy"
  | "terminationMessagePath"
  | "terminationMessagePolicy"
  | "restartPolicyRules"
  | "stdin"
  | "stdinOnce"
  | "tty"
>;

/** Where the parts of a container come from. */
export interface ContainerSource {
  readonly chartName: string;
  /** The model of the chart's values: the fields of the main container are at its root. */
  readonly model: object;
  readonly v: Reference<WorkloadValues>;
  readonly configMapName: (id: Expression<string>) => Expression<string>;
  /** Volumes that are not in `volumes`: claim templates. */
  readonly moreVolumes?: Expression<unknown>;
  /** Whether the pod runs to completion, and so may be that of a chain. */
  readonly runsToEnd: boolean;
}

/** What is known of a container besides its values. */
export interface ContainerOptions {
  /** The path of its values for messages, with a dot at the end (default: that of the root, ""). */
  readonly path?: Operand<string>;
  /** Whether it runs first in a chain: then it has no probes. */
  readonly runsFirst?: true;
  /** Whether it is restarted; absent: as the pod says. */
  readonly restartPolicy?: Operand<string | undefined>;
}

/** Makes a container: `container("main", v)` is the main one. */
export type MakeContainer = (
  name: Operand<string>,
  values: Expression<unknown>,
  options?: ContainerOptions,
) => Expression<Container>;

/** Makes the named template of containers and the function that includes it. */
export function createContainer(source: ContainerSource): MakeContainer {
  const define = new Define<Container>(
    `${source.chartName}.container`,
    "object",
    containerFields(source),
    `A container; the includer adds its name ("containerName"), its part of the values ("container") and the path of that
part ("containerPath") to the root.`,
  );
  return (name, values, { path = "", restartPolicy, ...options } = {}) => {
    const policy = restartPolicy === undefined ? {} : { containerRestartPolicy: restartPolicy };
    const scope = { containerName: name, container: values, containerPath: path, ...policy, ...options };
    return include(define, extendScope(scope));
  };
}

function containerFields({ model, v, configMapName, moreVolumes, runsToEnd }: ContainerSource): Input<Container> {
  const c = scopeField<ContainerValues>("container", model as JsonSchema, [
    [],
    ["initContainers", "*"],
    ["sidecars", "*"],
  ]);
  const name = scopeField<string>("containerName", { type: "string" });
  const path = scopeField<string>("containerPath", { type: "string" });
  const chain = runsToEnd ? chainContext.stage : undefined;
  const restartPolicy = scopeField<string>("containerRestartPolicy", { type: "string" }, [
    ["containerRestartPolicy"],
    ["initContainers", "*", "restartPolicy"],
    ["sidecars", "*", "restartPolicy"],
  ]);
  // Kubernetes allows no probes and handlers in containers that must end before the main one starts.
  const stays = not(scopeField<boolean>("runsFirst", { type: "boolean", default: false }));
  const names = chain === undefined ? {} : volumeNames(v.volumes, chain);
  const maps = moreVolumes === undefined ? [v.volumes] : [v.volumes, moreVolumes];
  const mounts = volumeMounts(name, names, ...maps);
  const devices = volumeDevices(name, names, ...maps);
  const variables = orderVariables(c.env);
  const sourceOf = <T>(source: Expression<T>): Expression<T> =>
    chain === undefined
      ? valueSource(source)
      : fileSourceInPod(
          valueSourceInPod(valueSource(source), containerNames(v.initContainers, v.sidecars, chain)),
          volumeNames(v.volumes, chain),
        );
  const sources = ordered(c.envFrom);
  const ports = enabled(c.ports);
  return {
    name: chain === undefined ? name : nameInPod(name, c, chain),
    image: imageReference(path, c.image, v.global.imageRegistry),
    imagePullPolicy: c.image.pullPolicy,
    command: when(nonEmpty(c.command), c.command),
    args: when(nonEmpty(c.args), c.args),
    workingDir: c.workingDir,
    envFrom: when(nonEmpty(sources), [
      forEach(sources, (_, entry) =>
        bind(
          "source",
          envFromType(entry),
          (kind): Choice<Input<EnvFromSource>> =>
            matchOrLast(kind, {
              secretRef: {
                secretRef: { name: given(entry.secretRef).name, optional: given(entry.secretRef).optional },
                prefix: prefixOf(entry),
              },
              ownConfigMap: {
                configMapRef: { name: configMapName(given(entry.ownConfigMap)) },
                prefix: prefixOf(entry),
              },
              configMapRef: {
                configMapRef: { name: given(entry.configMapRef).name, optional: given(entry.configMapRef).optional },
                prefix: prefixOf(entry),
              },
            }),
        ),
      ),
    ]),
    env: when(nonEmpty(variables), [
      forEach(variables, (variable, entry) =>
        matchType(entry, {
          string: (value) => plainVariable(variable, value),
          object: (o) =>
            bind(
              "source",
              variableType(o),
              (kind): Choice<Input<EnvVar>> =>
                matchOrLast(kind, {
                  valueFrom: { name: variable, valueFrom: sourceOf(given(o.valueFrom)) },
                  fromService: {
                    name: variable,
                    value: serviceAddress(
                      text`${path}env.${variable}`,
                      pipelineContext.services,
                      given(o.fromService),
                      zoneOf(v),
                    ),
                  },
                  value: plainVariable(variable, given(o.value)),
                }),
            ),
        }),
      ),
    ]),
    ports: when(nonEmpty(ports), [
      forEach(
        ports,
        (port, entry): Input<ContainerPort> => ({
          name: port,
          containerPort: entry.containerPort,
          protocol: entry.protocol,
          hostPort: entry.hostPort,
          hostIP: entry.hostIP,
        }),
      ),
    ]),
    resources: when(nonEmpty(c.resources), c.resources),
    lifecycle: when(and(stays, present(c.lifecycle)), lifecycleOf(given(c.lifecycle))),
    startupProbe: when(and(stays, present(c.startupProbe)), probeOf(given(c.startupProbe))),
    livenessProbe: when(and(stays, present(c.livenessProbe)), probeOf(given(c.livenessProbe))),
    readinessProbe: when(and(stays, present(c.readinessProbe)), probeOf(given(c.readinessProbe))),
    securityContext: securityContextOf(c.securityContext, v.podSecurity),
    restartPolicy: when(nonEmpty(restartPolicy), restartPolicy),
    restartPolicyRules: when(nonEmpty(c.restartPolicyRules), c.restartPolicyRules),
    resizePolicy: when(and(stays, nonEmpty(c.resizePolicy)), c.resizePolicy),
    terminationMessagePath: c.terminationMessagePath,
    terminationMessagePolicy: c.terminationMessagePolicy,
    stdin: c.stdin,
    stdinOnce: c.stdinOnce,
    tty: c.tty,
    volumeMounts: when(nonEmpty(mounts), mounts as never), // the list of Kubernetes' type, but read-only
    volumeDevices: when(nonEmpty(devices), devices as never), // likewise
  };
}

// A text of several lines reads better as a block, which only maps have that are written as a whole.
function plainVariable(name: Expression<string>, value: Expression<string>): Choice<Input<EnvVar>> {
  return choose(contains(toJson(value), "\\n"), dict<EnvVar>({ name, value }), { name, value });
}

function prefixOf(entry: Reference<{ prefix: string }>): ReturnType<typeof when<Expression<string>>> {
  return when(nonEmpty(entry.prefix), entry.prefix);
}
