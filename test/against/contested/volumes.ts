/** Volumes of pods that contend for places, claims and containers. */
import fc from "fast-check";
import { all, always, listed, mostlyOn, named, nameOf, pick, some } from "./draw.ts";

const mountPath = pick("/a", "/b", "/tmp");
const devicePath = pick("/a", "/dev/a");
const accessModes = listed(pick("ReadWriteOnce", "ReadWriteOncePod", "ReadWriteMany", "ReadOnlyMany"));
const claim = always({ size: pick("1Gi", "2Gi") }, { accessModes });

const sources = {
  emptyDir: fc.constant({}),
  existingClaim: pick("x", "y"),
  claim,
  pipelineVolume: all({ stage: pick("workspace", "none"), volume: pick("data", "none") }),
  ownConfigMap: pick("a", "none"),
  hostPath: fc.constant({ path: "/" }),
};
type Branch = keyof typeof sources;

const mount = some({ mountPath, devicePath, container: pick("main", "a", "b", "none") });
const places = {
  mountPath,
  devicePath,
  enabled: mostlyOn,
  mounts: named(mount),
  allContainers: fc.boolean(),
  allowHostPath: pick<unknown>(true, false, "true"),
};
const placed = (branch: Branch): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  always({ [branch]: sources[branch] }, places);
const volume = fc.constantFrom(...(Object.keys(sources) as Branch[])).chain(placed); // its own keys
// A branch that is left over, and one that counts.
const overlaid = fc
  .tuple(placed("existingClaim"), placed("pipelineVolume"), pick<Branch>("existingClaim", "pipelineVolume", "emptyDir"))
  .map(([a, b, type]) => ({ ...a, ...b, type, emptyDir: {} }));
const claimed = fc
  .tuple(pick<Branch>("existingClaim", "pipelineVolume"), mountPath)
  .chain(([branch, path]) =>
    always({ [branch]: sources[branch] }, { enabled: mostlyOn }).map((one) => ({ ...one, mountPath: path })),
  );
const mounted = all({ emptyDir: fc.constant({}), mountPath });
const block = all({ existingClaim: pick("x", "y", "z"), devicePath }).chain((one) =>
  some({ mountPath, mounts: named(mount, pick("a", "b")) }).map((more) => ({ ...one, ...more })),
);
const container = all({ image: fc.constant({ repository: "busybox", tag: "1.36" }) });

/** Parts of a workload's values about its volumes. */
export const volumeParts: readonly fc.Arbitrary<Readonly<Record<string, unknown>>>[] = [
  all({ volumes: named(volume) }),
  always({ volumes: named(volume) }, { initContainers: named(container), sidecars: named(container) }),
  all({ volumes: named(fc.oneof(claimed, overlaid)) }),
  all({ volumes: named(mounted) }),
  all({ volumes: named(block) }),
  all({ volumes: named(placed("hostPath"), nameOf), podSecurity: pick("restricted", "privileged") }),
];

/** Parts of stateful-stage's values about the claims of each pod. */
export const persistenceParts: readonly fc.Arbitrary<Readonly<Record<string, unknown>>>[] = [
  always(
    { persistence: named(always({ size: pick("1Gi") }, { ...places, accessModes })) },
    { volumes: named(fc.oneof(mounted, block)) },
  ),
];

/** Parts of service-stage's values about claims that an update waits for. */
export const heldClaimParts: readonly fc.Arbitrary<Readonly<Record<string, unknown>>>[] = [
  always(
    { volumes: named(always({ claim, mountPath: pick("/data") }, { type: pick("claim", "emptyDir") }), pick("a")) },
    {
      replicas: pick(1, 2),
      strategy: some({
        type: pick("Recreate", "RollingUpdate"),
        rollingUpdate: some({ maxSurge: pick<unknown>(0, 1, "0%", "25%"), maxUnavailable: pick<unknown>(1, "50%") }),
      }),
      autoscaling: some({ enabled: fc.boolean(), maxReplicas: pick(1, 3) }),
    },
  ),
];
