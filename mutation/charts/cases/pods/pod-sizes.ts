/** Resources of a pod and of its containers together, and claims with a limit of their size. */
import type { Values } from "../../../../generator/evaluate/coalesce-values.ts";
import type { DecisiveValues } from "../decisive-values.ts";

const image = { repository: "busybox", tag: "1.36" };

/** Resources of the pod, of the main container, of an init container, and of sidecars. */
interface Resources {
  readonly pod: object;
  readonly main?: object;
  readonly first?: object;
  readonly beside?: readonly object[];
}

const inPod = ({ pod, main = {}, first = {}, beside = [] }: Resources): Values => ({
  podResources: pod,
  resources: main,
  initContainers: { a: { image }, b: { image, resources: first } },
  sidecars: Object.fromEntries(beside.map((resources, i) => [`s${i}`, { image, resources }])),
});
const limits = (amounts: object): object => ({ limits: amounts });
const requests = (amounts: object): object => ({ requests: amounts });

/** So many bytes that a thousand times as many are no integer any more. */
const HUGE = "9E";

const podResources: DecisiveValues = {
  accepted: [
    inPod({
      pod: { limits: { cpu: 2, memory: "+2Gi" }, requests: { cpu: "+1", memory: "1Gi" } },
      main: { limits: { cpu: 2, memory: "2Gi" }, requests: { cpu: "500m", memory: "+512Mi" } },
      first: { limits: { cpu: 2, memory: "2Gi" }, requests: { cpu: 1, memory: "1Gi" } },
      beside: [{ limits: { cpu: "+2" }, requests: { cpu: "500m", memory: "512Mi" } }, {}],
    }),
    inPod({ pod: limits({ cpu: 1 }), main: limits({ cpu: 1 }), first: limits({ cpu: 1, memory: "1Gi" }) }),
    inPod({ pod: limits({ cpu: 1 }), main: requests({ cpu: "500m" }), beside: [requests({ cpu: "500m" })] }),
    inPod({ pod: limits({ memory: HUGE }), main: limits({ memory: HUGE }) }),
    { podResources: limits({ cpu: 1 }) },
  ],
  refused: [
    inPod({ pod: { limits: { cpu: 1 }, requests: { cpu: 2 } } }),
    inPod({ pod: limits({ cpu: 1 }), main: limits({ cpu: 2 }) }),
    inPod({ pod: limits({ cpu: 1 }), main: limits({ cpu: "+2" }) }),
    inPod({ pod: requests({ cpu: 1 }), main: requests({ cpu: "+2" }) }),
    inPod({ pod: limits({ cpu: 2, memory: "1Gi" }), main: limits({ cpu: 1, memory: "2Gi" }) }),
    inPod({ pod: limits({ cpu: 1 }), first: limits({ cpu: 2 }) }),
    inPod({ pod: limits({ cpu: 1 }), first: requests({ cpu: 2 }) }),
    inPod({ pod: { limits: { cpu: 2 }, requests: { cpu: 1 } }, first: limits({ cpu: 2 }) }),
    { podResources: limits({ cpu: 1 }), initContainers: { a: { image, resources: limits({ cpu: 2 }) } } },
    inPod({ pod: limits({ cpu: 1 }), beside: [limits({ cpu: 2 })] }),
    inPod({ pod: limits({ cpu: 1 }), beside: [{}, limits({ cpu: 2 })] }),
    inPod({ pod: requests({ cpu: 1 }), main: requests({ cpu: 2 }) }),
    inPod({ pod: requests({ cpu: 1 }), main: limits({ cpu: 2 }) }),
    inPod({ pod: requests({ cpu: 1 }), beside: [requests({ cpu: 2 })] }),
    inPod({ pod: requests({ cpu: 1 }), beside: [{}, limits({ cpu: 2 })] }),
    inPod({ pod: requests({ cpu: 1, memory: "1Gi" }), main: requests({ cpu: 1, memory: "2Gi" }) }),
    inPod({ pod: requests({ cpu: 1 }), main: requests({ cpu: "500m" }), beside: [requests({ cpu: "501m" })] }),
    inPod({ pod: limits({ memory: HUGE }), main: limits({ memory: HUGE }), beside: [limits({ memory: HUGE })] }),
  ],
};

const claim = (size: string, sizeLimit: string): Values => ({ claim: { size, sizeLimit } });
const scratch = (size: string, sizeLimit: string): Values => ({ ephemeral: { size, sizeLimit } });
const mounted = (...all: readonly Values[]): Values => ({
  volumes: Object.fromEntries(all.map((volume, i) => [`a${i}`, { mountPath: `/a${i}`, ...volume }])),
});

const cpu = (amount: unknown): Values => ({ resources: { limits: { cpu: amount } } });

/** Amounts that no schema admits, or nearly so. */
const amounts: DecisiveValues = {
  accepted: ["7Ei", "+0.5", ".5k", "5.", "1e-3", 1e6].map(cpu),
  refused: [
    ...["8Ei", "+8Ei", 1e19, "a", "", "1gi", true].map(cpu),
    { resources: { requests: { cpu: "a" } } },
    { resources: { limits: { cpu: 1, memory: "8Ei" } } },
    mounted(claim("a", "1Gi")),
    mounted(scratch("1Gi", "a")),
  ],
};

const sizes: DecisiveValues = {
  accepted: [
    mounted(claim("1", "1e3"), scratch("1", "1e3")),
    mounted(claim("1Gi", "1024Mi"), scratch("1Gi", "2Gi"), { claim: { size: "1Gi" } }, { ephemeral: { size: "1Gi" } }),
    mounted({ type: "emptyDir", emptyDir: {}, ...claim("2Gi", "1Gi"), ...scratch("2Gi", "1Gi") }),
    // Without a size: no schema admits it.
    mounted({ claim: { sizeLimit: "1Gi" } }),
  ],
  refused: [
    mounted(claim("2Gi", "1Gi")),
    mounted(scratch("2Gi", "1Gi")),
    mounted(claim("1Gi", "1Gi"), claim("1.5Gi", "1Gi")),
    mounted({ type: "claim", ...claim("2Gi", "1Gi") }),
  ],
};

/** Of every workload, whose image is added. */
export const podSizes: DecisiveValues = {
  accepted: [...podResources.accepted, ...amounts.accepted, ...sizes.accepted],
  refused: [...podResources.refused, ...amounts.refused, ...sizes.refused],
};
