import { describe } from "mocha";
import { statefulStage } from "../../../../../generator/library/stateful-stage/chart.ts";
import { testRefusals } from "../../../test-refusals.ts";

const withSysctl = (name: string, namespaces: object): object => ({
  image: { repository: "app", tag: "1" },
  podSecurity: "privileged",
  ...namespaces,
  podSecurityContext: {
    sysctls: [{ name: "vm.swappiness", value: "1" }, ...(name === "" ? [{}] : [{ name, value: "1" }])],
  },
});

/** Kernel parameters of each namespace. */
const ofNode = {
  hostNetwork: ["net.ipv4.tcp_syncookies", "net/ipv4/conf/eno2.100/rp_filter"],
  hostIPC: [
    "kernel.shmmax",
    "kernel.shm_rmid_forced",
    "kernel/msgmax",
    "kernel.sem",
    "fs.mqueue.msg_max",
    "fs/mqueue/a",
  ],
} as const;
/** Parameters of other namespaces, or of none. */
const others = {
  hostNetwork: ["kernel.sem", "fs.mqueue.msg_max", "netfilter"],
  hostIPC: ["net.ipv4.tcp_syncookies", "kernel.sem_next_id", "kernel.panic", "fs.mqueue/a", "fs.file-max"],
} as const;

describe("checkHostSysctls()", () => {
  for (const field of ["hostNetwork", "hostIPC"] as const) {
    testRefusals(
      `checkHostSysctls() refuses kernel parameters that the pod takes from its node by ${field}`,
      statefulStage,
      [
        ...others[field].map((name) => ({ values: withSysctl(name, { [field]: true }), refusal: "" })),
        ...ofNode[field].map((name) => ({ values: withSysctl(name, { [field]: false }), refusal: "" })),
        ...ofNode[field].map((name, i) => ({
          values: withSysctl(name, { [field]: true }),
          refusal: `podSecurityContext.sysctls: expected none of the node's namespace where ${field} is true, got ${name}`,
          isComputedOnly: i > 0,
        })),
        { values: withSysctl("", { [field]: true }), refusal: "", isUnchecked: true },
      ],
    );
  }
});
