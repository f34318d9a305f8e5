import { describe } from "mocha";
import { serviceStage } from "../../../../generator/library/service-stage/chart.ts";
import { testRefusals } from "../../test-refusals.ts";

const image = { image: { repository: "nginx", tag: "1" } };
const spread = (topologyKey: string, whenUnsatisfiable: string): object => ({
  maxSkew: 1,
  topologyKey,
  whenUnsatisfiable,
  labelSelector: {},
});

describe("checkScheduling()", () => {
  testRefusals(
    "checkScheduling() refuses two spread constraints of one topologyKey and whenUnsatisfiable",
    serviceStage,
    [
      { topologySpreadConstraints: [], refusal: "" },
      {
        topologySpreadConstraints: [
          spread("zone", "DoNotSchedule"),
          spread("zone", "ScheduleAnyway"),
          spread("node", "DoNotSchedule"),
        ],
        refusal: "",
      },
      {
        topologySpreadConstraints: [
          spread("zone", "DoNotSchedule"),
          spread("node", "ScheduleAnyway"),
          spread("zone", "DoNotSchedule"),
        ],
        refusal:
          "topologySpreadConstraints: expected a unique pair of topologyKey and whenUnsatisfiable, got zone, DoNotSchedule twice",
      },
    ].map(({ refusal, ...values }) => ({ values: { ...image, ...values }, refusal })),
  );

  testRefusals(
    "checkScheduling() refuses a kernel parameter that is set twice",
    serviceStage,
    ["net.ipv4.ping_group_range", "net.ipv4.tcp_syncookies"].map((second) => ({
      values: {
        ...image,
        podSecurityContext: { sysctls: ["net.ipv4.tcp_syncookies", second].map((name) => ({ name, value: "1" })) },
      },
      refusal:
        second === "net.ipv4.tcp_syncookies"
          ? "podSecurityContext.sysctls: expected a unique name, got net.ipv4.tcp_syncookies twice"
          : "",
    })),
  );

  testRefusals("checkScheduling() leaves a kernel parameter without a name to the API server", serviceStage, [
    { values: { ...image, podSecurityContext: { sysctls: [{}] } }, refusal: "", isUnchecked: true },
  ]);
});
