/** Volumes that name the same storage, sizes that do not fit, classes that are not there. */
import fc from "fast-check";
import { all, always, listed, mostlyOn, named, pick, some } from "./draw.ts";

const csi = all({ driver: pick("one.example.com", "two.example.com"), volumeHandle: pick("a", "b") });
const size = pick<unknown>("1Gi", "2Gi", "1G", "1024Mi", "1e9", "1073741824", "0.5Gi", "100m");
const ownStorageClass = pick("", "fast", "none");
const claim = some({ size, ownStorageClass, create: mostlyOn, existingClaim: pick("", "x") });
const volume = some({
  claim,
  enabled: mostlyOn,
  static: always({ csi }, { enabled: mostlyOn, capacity: size }),
});
const expression = all({ key: pick("zone", "host", "rack"), values: listed(pick("a", "b")) });
const storageClass = always(
  { provisioner: pick("one.example.com") },
  {
    enabled: mostlyOn,
    allowedTopologies: listed(all({ matchLabelExpressions: listed(expression) })),
    nameSuffixHash: fc.boolean(),
  },
);

/** Parts of csi-volume's values. */
export const csiParts: readonly fc.Arbitrary<Readonly<Record<string, unknown>>>[] = [
  all({ volumes: named(volume, pick("a", "b", "c")) }),
  all({
    volumes: named(
      all({ claim: all({ size: pick("2Gi") }), static: always({ csi }, { capacity: size }) }),
      pick("a", "b"),
    ),
  }),
  always(
    { volumes: named(all({ claim: all({ size: pick("1Gi"), ownStorageClass }) }), pick("a", "b")) },
    { storageClasses: named(storageClass, pick("fast", "slow")) },
  ),
  all({ storageClasses: named(storageClass, pick("fast", "slow")) }),
];
