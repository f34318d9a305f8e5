import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { csiVolume } from "../../../generator/library/csi-volume/chart.ts";
import { helmVersions } from "../../helm-versions.ts";
import { testRefusals } from "../test-refusals.ts";
import { useVolumes, type Values } from "./render-volumes.ts";

const csi = { driver: "my-csi-driver", volumeHandle: "disk-1" };
const claim = { size: "10Gi" };
const claimSource = { kind: "PersistentVolumeClaim", name: "other" };

/** Values that no type or a schema alone would stop, and what the message must name. */
const refused: readonly (readonly [string, object, RegExp])[] = [
  [
    "a static volume without a driver",
    volume({ claim, static: { csi: { volumeHandle: "x" } } }),
    /data.static.csi.*driver/,
  ],
  [
    "a static volume without a handle",
    volume({ claim, static: { csi: { driver: "x" } } }),
    /data.static.csi.*volumeHandle/,
  ],
  ["a claim without a size", volume({ claim: {} }), /data.claim\b.*size/],
  ["a volume without a size", volume({ claim: { existingClaim: "a" }, static: { csi } }), /data.claim\b.*size/],
  ["a size that is none", volume({ claim: { size: "big" } }), /data.claim.size/],
  ["an access mode in short", volume({ claim: { ...claim, accessModes: ["RWO"] } }), /data.claim.accessModes.0/],
  [
    "ReadWriteOncePod beside another access mode",
    volume({ claim: { ...claim, accessModes: ["ReadWriteOncePod", "ReadOnlyMany"] } }),
    /data.claim.accessModes\b/,
  ],
  [
    "a selector beside static",
    volume({ claim: { ...claim, selector: { matchLabels: { a: "b" } } }, static: { csi } }),
    /data.claim.selector/,
  ],
  [
    "a data source beside static",
    volume({ claim: { ...claim, dataSource: claimSource }, static: { csi } }),
    /data.claim.dataSource\b/,
  ],
  [
    "a data source ref beside static",
    volume({ claim: { ...claim, dataSourceRef: claimSource }, static: { csi } }),
    /data.claim.dataSourceRef/,
  ],
  [
    "a volumeName beside static",
    volume({ claim: { ...claim, volumeName: "pv" }, static: { csi } }),
    /data.claim.volumeName/,
  ],
  [
    "two data sources",
    volume({ claim: { ...claim, dataSource: claimSource, dataSourceRef: claimSource } }),
    /data.claim.dataSource\b/,
  ],
  [
    "a Secret without a name",
    volume({ claim, static: { csi: { ...csi, nodeStageSecretRef: {} } } }),
    /data.static.csi.nodeStageSecretRef/,
  ],
  [
    "a parameter that is no text",
    { storageClasses: { fast: { provisioner: "x", parameters: { shares: 2 } } } },
    /fast.parameters.shares/,
  ],
  ["a class without a driver", { storageClasses: { fast: {} } }, /storageClasses.fast\b.*provisioner/],
  ["a misspelt key", volume({ claim, statik: { csi } }), /volumes.data.*statik/],
  [
    "the same storage twice",
    { volumes: { a: { claim, static: { csi } }, b: { claim, static: { csi } } } } satisfies Values,
    /: volumes\.a\.static\.csi and volumes\.b\.static\.csi: expected a unique driver and volumeHandle in each, got the same in both/,
  ],
  [
    "a volume smaller than its claim",
    volume({ claim, static: { capacity: "10G", csi } }),
    /: volumes\.data\.static\.capacity: expected at least claim\.size, 10Gi, got 10G/,
  ],
  [
    "a class that the chart does not have",
    {
      storageClasses: { fast: { enabled: false, provisioner: "x" } },
      volumes: { data: { claim: { ...claim, ownStorageClass: "fast" } } },
    },
    /: volumes\.data\.claim\.ownStorageClass: expected an enabled entry of storageClasses, got "fast"/,
  ],
];

function volume(data: object): object {
  return { volumes: { data } };
}

for (const version of helmVersions) {
  describe(`csi-volume under Helm ${version} refuses`, () => {
    const chart = useVolumes(version);

    for (const [what, values, path] of refused) {
      it(what, async () => {
        const message = await chart.refusal(values);
        // The schema engines write paths with dots or with slashes.
        assert.match(message.replaceAll("/", "."), path);
      });
    }
  });

  describe(`csi-volume under Helm ${version} takes`, () => {
    const chart = useVolumes(version);

    it("one handle of two drivers, and one that only a volume which is off names too", async () => {
      const objects = await chart.render({
        volumes: {
          a: { claim, static: { csi } },
          b: { claim, static: { csi: { ...csi, driver: "another-driver" } } },
          c: { claim, static: { enabled: false, csi } },
          d: { enabled: false, claim, static: { csi } },
        },
      } satisfies Values);
      assert.equal(objects.length, 5);
    });

    it("a capacity that equals the claim's size in another unit", async () => {
      const objects = await chart.render(volume({ claim: { size: "1.5Gi" }, static: { capacity: "1536Mi", csi } }));
      assert.equal(objects.length, 2);
    });
  });
}

describe("the check of csi-volume for storage that two volumes share", () => {
  const other = { ...csi, driver: "another-driver" };
  const volumes = {
    c: { claim, static: { csi } },
    b: { claim, static: { csi: other } },
    a: { claim, static: { csi } },
  };
  testRefusals("names the first two volumes of one handle", csiVolume, [
    {
      values: { volumes },
      refusal:
        "volumes.a.static.csi and volumes.c.static.csi: expected a unique driver and volumeHandle in each, got the same in both",
    },
    { values: { volumes: { ...volumes, c: { claim, static: { enabled: false, csi } } } }, refusal: "" },
  ]);
});
