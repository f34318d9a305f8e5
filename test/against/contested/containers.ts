/** Containers whose names, amounts, handlers and rights contend with one another. */
import fc from "fast-check";
import { all, always, listed, mostlyOn, named, nameOf, pick, some } from "./draw.ts";

const image = pick({ repository: "busybox", tag: "1.36" });
const amounts = named(
  pick<string | number>("1", 1, 2, 0, 0.5, "500m", "1Gi", "1G", "1024Mi", "2Mi", "3Mi", "4Mi", "+1", "1e3"),
  pick("cpu", "cpu", "memory", "memory", "ephemeral-storage", "hugepages-2Mi", "hugepages-1Gi", "example.com/gpu"),
);
/** Requests and limits. */
export const resources = some({ requests: amounts, limits: amounts });

const handler = always({ sleep: all({ seconds: pick(0, 10, 11, 30, 31, 60, 61) }) }, { type: pick("sleep", "exec") });
const lifecycle = some({ preStop: handler, postStart: handler });

const profile = all({ type: pick("RuntimeDefault", "Localhost", "Unconfined") });
const rights = {
  privileged: fc.boolean(),
  procMount: pick("Default", "Unmasked"),
  appArmorProfile: profile,
  seLinuxOptions: some({
    type: pick("", "container_t", "spc_t"),
    user: pick("", "root"),
    role: pick("", "root"),
  }),
  windowsOptions: all({ hostProcess: fc.boolean() }),
  seccompProfile: profile,
  runAsUser: pick(0, 1, 1000),
  runAsNonRoot: fc.boolean(),
  allowPrivilegeEscalation: fc.boolean(),
  capabilities: some({ add: listed(pick("NET_BIND_SERVICE", "SYS_ADMIN")), drop: listed(pick("ALL", "NET_RAW")) }),
};
// One or two fields: the first violation hides all others.
const securityContext = fc
  .subarray(Object.keys(rights) as (keyof typeof rights)[], { minLength: 1, maxLength: 2 }) // its own keys
  .chain((keys) => all(Object.fromEntries(keys.map((key) => [key, rights[key]]))));

const container = always({ image }, { enabled: mostlyOn, native: fc.boolean() });
const containerWith = (key: string, value: fc.Arbitrary<unknown>) =>
  always({ image, [key]: value }, { enabled: mostlyOn });
const envFrom = named(all({ ownConfigMap: pick("a", "none") }), pick("settings"));

/** Parts of a workload's values about its containers. */
export const containerParts: readonly fc.Arbitrary<Readonly<Record<string, unknown>>>[] = [
  some({ initContainers: named(container), sidecars: named(container) }),
  all({ resources }),
  some({
    resources,
    initContainers: named(containerWith("resources", resources)),
    sidecars: named(containerWith("resources", resources)),
  }),
  some({
    lifecycle,
    sidecars: named(containerWith("lifecycle", lifecycle)),
    terminationGracePeriodSeconds: pick(0, 10, 30, 60),
  }),
  some({ podSecurity: pick("restricted", "baseline", "privileged"), securityContext }),
  some({
    podSecurity: pick("restricted", "baseline", "privileged"),
    initContainers: named(containerWith("securityContext", securityContext)),
    sidecars: named(containerWith("securityContext", securityContext)),
  }),
  some({
    podSecurity: pick("restricted", "baseline", "privileged"),
    podSecurityContext: securityContext,
  }),
  some({
    envFrom,
    initContainers: named(containerWith("envFrom", envFrom)),
    sidecars: named(containerWith("envFrom", envFrom)),
    configMaps: named(all({ data: pick({ A: "b" }) }), pick("a", "b", "test", "gate")),
  }),
  all({
    env: named(
      all({
        fromService: always(
          { stage: pick("none", "store", "serve", "load", "extract") },
          { port: pick("http", "none"), format: pick("host", "hostPort", "url") },
        ),
      }),
      pick("A", "B"),
    ),
  }),
  some({
    ports: named(
      always({ containerPort: pick(80, 8080, 8081) }, { protocol: pick("TCP", "UDP"), enabled: mostlyOn }),
      pick("http", "a", "b"),
    ),
    sidecars: named(
      containerWith("ports", named(all({ containerPort: pick(80, 9090) }), pick("http", "metrics"))),
      nameOf,
    ),
  }),
];
