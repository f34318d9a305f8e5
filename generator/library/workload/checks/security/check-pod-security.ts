/** The limits of security contexts, checked in the templates too: a schema can be skipped. */

import { bind } from "../../../../expression/bind.ts";
import { defineCheck, param, stringParam } from "../../../../expression/define-function.ts";
import type { Expression } from "../../../../expression/expression.ts";
import { forEach, forEachItem } from "../../../../expression/for-each.ts";
import { guard } from "../../../../expression/guard.ts";
import type { Reference } from "../../../../expression/reference.ts";
import { when } from "../../../../expression/when.ts";
import { hasItem } from "../../../../functions/lists.ts";
import {
  and,
  eq,
  greaterThan,
  isAbsentOrOneOf,
  isFalse,
  isTrue,
  ne,
  not,
  or,
  orIfEmpty,
  present,
} from "../../../../functions/logic.ts";
import { text } from "../../../../functions/strings.ts";
import type { Documents } from "../../../../manifest/input.ts";
import { kubernetesDefinitions } from "../../../../values/kubernetes/definitions.ts";
import type { PodSecurityContext, SecurityContext } from "../../../../values/kubernetes/types.ts";
import { initContainerValues } from "../../values/container-values.ts";
import { volumeType } from "../../values/unions.ts";
import type { WorkloadValues } from "../../values/values.ts";
import { volumeValues } from "../../values/volume-values.ts";
import type { EnabledEntries } from "../enabled-entries.ts";
import { HOST_NAMESPACES, LIMITS, type Limit, UNRESTRICTED_VOLUMES } from "./pod-security.ts";

type Context = PodSecurityContext & SecurityContext;

// The limits of pods and of containers: without the schema, one may have fields of the other.
const contextSchema = {
  type: "object",
  properties: {
    ...kubernetesDefinitions["PodSecurityContext"]?.properties,
    ...kubernetesDefinitions["SecurityContext"]?.properties,
  },
};

const checkSecurityContext = defineCheck({
  name: "checkSecurityContext",
  comment: "Refuses what a security context may not contain at a level of Pod Security.",
  params: { path: stringParam, podSecurity: stringParam, context: param<Context>(contextSchema) },
  body: ({ path, podSecurity, context }) =>
    bind("level", orIfEmpty(podSecurity, "restricted"), (level) => {
      const guardsOf = (wanted: Limit["level"]) =>
        LIMITS.filter((limit) => limit.level === wanted).map((limit) =>
          limitGuard(limit, context, text`${path}${limit.path.join(".")} violates podSecurity "${level}"`),
        );
      return when(ne(level, "privileged"), [guardsOf("baseline"), when(ne(level, "baseline"), guardsOf("restricted"))]);
    }),
});

function limitGuard({ path, rule }: Limit, context: Reference<Context>, message: Expression<string>): unknown {
  const field = path.reduce((value, key) => fieldOf(value, key), context as Reference<unknown>);
  switch (rule.kind) {
    case "oneOf":
      return guard(not(isAbsentOrOneOf(field, rule.allowed.map(String))), message);
    case "atLeast": {
      const isBelow = not(greaterThan(field as Reference<number>, rule.minimum - 1)); // a number, by the schema
      return guard(and(present(field), isBelow), message);
    }
    case "only":
      return forEachItem(
        field as Reference<readonly unknown[]>, // a list, by the schema
        (item) => {
          const value = rule.field === undefined ? item : fieldOf(item, rule.field);
          return guard(not(isAbsentOrOneOf(value, rule.allowed)), message);
        },
        { as: "item" },
      );
    case "contains":
      return guard(and(present(field), not(hasItem(field as Reference<readonly string[]>, rule.item))), message); // likewise
    default:
      return rule satisfies never;
  }
}

// The keys are those of the table: the reference itself refuses one that the schema does not have.
function fieldOf(value: Expression<unknown>, key: string): Reference<unknown> {
  return (value as unknown as Readonly<Record<string, Reference<unknown>>>)[key] as Reference<unknown>;
}

const checkSecurityContexts = defineCheck({
  name: "checkSecurityContexts",
  comment: "Refuses what the security contexts of containers may not contain.",
  params: {
    path: stringParam,
    podSecurity: stringParam,
    containers: param<WorkloadValues["initContainers"]>(initContainerValues()),
  },
  body: ({ path, podSecurity, containers }) =>
    forEach(containers, (name, { securityContext }) =>
      checkSecurityContext(text`${path}.${name}.securityContext.`, podSecurity, securityContext),
    ),
});

const checkVolumeTypes = defineCheck({
  name: "checkVolumeTypes",
  comment: "Refuses volumes that are directories of the node, unless the values allow it, and those of other hosts.",
  params: { podSecurity: stringParam, volumes: param<WorkloadValues["volumes"]>(volumeValues()) },
  body: ({ podSecurity, volumes }) =>
    forEach(volumes, (id, volume) =>
      bind("source", volumeType(volume), (source) => [
        // Only true allows it: unchecked values may have any text there.
        guard(
          and(eq(source, "hostPath"), not(isTrue(volume.allowHostPath))),
          text`volumes.${id}.hostPath gives the pod a part of the node: set allowHostPath: true if that is intended`,
        ),
        bind("level", orIfEmpty(podSecurity, "restricted"), (level) =>
          guard(
            and(
              or(...UNRESTRICTED_VOLUMES.map((name) => eq(source, name))),
              ne(level, "baseline"),
              ne(level, "privileged"),
            ),
            text`volumes.${id}.${source} violates podSecurity "${level}"`,
          ),
        ),
      ]),
    ),
});

function checkNamespaces(v: Reference<WorkloadValues>): readonly Documents[] {
  return HOST_NAMESPACES.map((name) =>
    guard(
      and(present(v[name]), not(isFalse(v[name])), ne(v.podSecurity, "privileged")),
      text`${name} violates podSecurity "${v.podSecurity}"`,
    ),
  );
}

/** Refuses more privileges than `podSecurity` allows, and directories of the node unless allowed. */
export function checkPodSecurity(v: Reference<WorkloadValues>, entries: EnabledEntries): readonly Documents[] {
  return [
    checkSecurityContext("podSecurityContext.", v.podSecurity, v.podSecurityContext),
    checkSecurityContext("securityContext.", v.podSecurity, v.securityContext),
    checkSecurityContexts("initContainers", v.podSecurity, entries.initContainers),
    checkSecurityContexts("sidecars", v.podSecurity, entries.sidecars),
    checkVolumeTypes(v.podSecurity, entries.volumes),
    ...checkNamespaces(v),
  ];
}
