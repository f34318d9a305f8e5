import { describe } from "mocha";
import { serviceStage } from "../../../../../generator/library/service-stage/chart.ts";
import { testRefusals } from "../../../test-refusals.ts";

const image = { image: { repository: "nginx", tag: "1" } };

/** Resources of a container, and what is wrong with them. */
const resources: readonly (readonly [resources: object, violation: string])[] = [
  [{}, ""],
  [{ requests: { cpu: "250m", memory: "64Mi" }, limits: { memory: "128Mi" } }, ""],
  [{ requests: { cpu: 1, memory: "1.5Gi" }, limits: { cpu: "1000m", memory: "1536Mi" } }, ""],
  [{ requests: { memory: "+1e6" }, limits: { memory: 1000000 } }, ""],
  [
    { requests: { memory: "1000001" }, limits: { memory: "1M" } },
    'requests.memory: expected at most limits.memory, "1M", got "1000001"',
  ],
  [{ requests: { cpu: 0.5 }, limits: { cpu: "499m" } }, 'requests.cpu: expected at most limits.cpu, "499m", got 0.5'],
  [
    { requests: { "ephemeral-storage": 2000000 }, limits: { "ephemeral-storage": 1000000 } },
    "requests.ephemeral-storage: expected at most limits.ephemeral-storage, 1000000, got 2000000",
  ],
  [{ limits: { "example.com/gpu": 1 } }, ""],
  [{ requests: { "example.com/gpu": 1000 }, limits: { "example.com/gpu": "1k" } }, ""],
  [
    { requests: { "example.com/gpu": 1 } },
    "requests.example.com/gpu: expected limits.example.com/gpu in addition, got none",
  ],
  [
    { requests: { "example.com/gpu": 1 }, limits: { "example.com/gpu": 2 } },
    "requests.example.com/gpu: expected the same as limits.example.com/gpu, 2, got 1",
  ],
  [{ limits: { cpu: 1, "hugepages-2Mi": "4Mi" } }, ""],
  [{ limits: { "hugepages-2Mi": "4Mi" }, requests: { memory: 1 } }, ""],
  [{ limits: { "hugepages-2Mi": "4Mi" } }, "limits.hugepages-2Mi: expected cpu or memory in addition, got neither"],
  [{ limits: { cpu: 1, "hugepages-2Mi": "3Mi" } }, 'limits.hugepages-2Mi: expected a multiple of 2Mi, got "3Mi"'],
  [{ limits: { cpu: 1, "hugepages-1Gi": 0 } }, "limits.hugepages-1Gi: expected a multiple of 1Gi, got 0"],
  [
    { limits: { cpu: 1, "hugepages-54268528534Pi": "0777" } },
    'limits.hugepages-54268528534Pi: expected a multiple of 54268528534Pi, got "0777"',
  ],
  [
    { limits: { cpu: 1 }, requests: { "hugepages-2Mi": "2Mi" } },
    "requests.hugepages-2Mi: expected limits.hugepages-2Mi in addition, got none",
  ],
];

const atPath = (path: string, violation: string): string => (violation === "" ? "" : `${path}resources.${violation}`);

describe("checkResources()", () => {
  testRefusals(
    "checkResources() names the first amount that Kubernetes refuses, and what it wants",
    serviceStage,
    resources.map(([value, violation]) => ({
      values: { ...image, resources: value },
      refusal: atPath("", violation),
    })),
  );

  testRefusals(
    "checkResources() looks at every container",
    serviceStage,
    ["initContainers", "sidecars"].flatMap((key) =>
      resources.slice(4, 6).map(([value, violation]) => ({
        values: { ...image, [key]: { a: { ...image, resources: value }, off: { enabled: false, ...image } } },
        refusal: atPath(`${key}.a.`, violation),
      })),
    ),
  );

  const unread = (path: string, amount: string): string =>
    `resources.${path}: expected an amount such as 500m or 2Gi that fits into 64 bits, got "${amount}"`;
  testRefusals("checkResources() names amounts that are none before it compares them", serviceStage, [
    {
      values: { ...image, resources: { requests: { cpu: "one" }, limits: { cpu: 1 } } },
      refusal: unread("requests.cpu", "one"),
      isUnchecked: true,
    },
    {
      values: { ...image, resources: { requests: { cpu: "1.2.3" }, limits: { cpu: "-1" } } },
      refusal: unread("limits.cpu", "-1"),
      isUnchecked: true,
    },
    {
      values: { ...image, resources: { requests: { "example.com/gpu": 1 }, limits: { "example.com/gpu": "1Xi" } } },
      refusal: unread("limits.example.com/gpu", "1Xi"),
      isUnchecked: true,
    },
  ]);
});
