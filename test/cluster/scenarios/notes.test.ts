import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { affinityToNode } from "../find-storage.ts";
import { driverName } from "../storage-objects.ts";
import { testCluster } from "../test-cluster.ts";
import { type Releases, useReleases } from "../use-releases.ts";
import { readCommands, runCommandOfNotes } from "./notes-commands.ts";

/** A chart whose notes are tried. */
interface NotesCase {
  readonly chart: string;
  /** One of the chart's files in `ci`. */
  readonly file: string;
  readonly values?: (releases: Releases) => object;
  /** The commands' first words, in their order. */
  readonly commands: readonly string[];
}

const retained = { data: { mountPath: "/kept", claim: { size: "1Gi" } } };

// httpd, as a container's first process, does not hear that it should end.
const endsSoon = { terminationGracePeriodSeconds: 1 };

const deletesClaim = "kubectl delete persistentvolumeclaim";

/** Storage that exists, for no other test. */
const ownVolume = ({ namespace }: Releases): object => {
  const csi = { driver: driverName, volumeHandle: `handle-of-${namespace}` };
  return { volumes: { data: { static: { csi, nodeAffinity: affinityToNode() } } } };
};

const cases: readonly NotesCase[] = [
  {
    chart: "batch-job",
    file: "default",
    values: () => ({ volumes: retained }),
    commands: ["kubectl get job", "kubectl logs job/notes-batch-job", "helm upgrade notes", deletesClaim],
  },
  {
    chart: "batch-job",
    file: "cron-job",
    commands: ["kubectl get cronjob", "kubectl create job"],
  },
  {
    chart: "stateful-stage",
    file: "persistence",
    values: () => ({
      persistentVolumeClaimRetentionPolicy: { whenDeleted: "Retain" },
      ...endsSoon,
      volumes: { own: retained.data },
    }),
    commands: ["kubectl get pods", "kubectl delete persistentvolumeclaims", deletesClaim],
  },
  {
    chart: "service-stage",
    file: "default",
    values: () => ({ ...endsSoon, volumes: retained }),
    commands: ["kubectl rollout status", "kubectl port-forward service/notes-service-stage", deletesClaim],
  },
  {
    chart: "csi-volume",
    file: "default",
    values: ownVolume,
    commands: ["kubectl get persistentvolumeclaim", deletesClaim, "kubectl delete persistentvolume"],
  },
  {
    chart: "pipeline",
    file: "dev",
    values: () => ({ store: endsSoon, serve: endsSoon }),
    commands: [
      "kubectl get jobs,cronjobs,statefulsets,deployments,pods",
      ...["main", "gate"].map((name) => `kubectl logs --namespace NAMESPACE --container ${name} `),
      "helm test notes",
      "helm upgrade notes",
    ],
  },
];

describe("the commands of install notes", () => {
  const releases = useReleases("restricted");

  for (const { chart, file, values, commands } of cases) {
    it(`the notes of charts/${chart} with ci/${file}-values.yaml hold commands that work as printed`, async () => {
      const path = `charts/${chart}`;
      await releases.install("notes", path, {
        flags: [`--values=${path}/ci/${file}-values.yaml`],
        ...(values === undefined ? {} : { values: values(releases) }),
      });
      const printed = readCommands(await releases.helm(["get", "notes", "notes"]));
      assert.deepEqual(
        printed.map((command, i) => command.replace(releases.namespace, "NAMESPACE").slice(0, commands[i]?.length)),
        commands,
      );
      const run = async (command: string): Promise<void> => {
        const filled = command.replace("<chart>", path).replace("<run id>", "2").replace("<stage>", "load");
        await runCommandOfNotes(filled, testCluster().environment);
      };
      const [before, after] = [false, true].map((isAfter) =>
        printed.filter((command) => command.startsWith("kubectl delete ") === isAfter),
      );
      for (const command of before ?? []) await run(command);
      await releases.uninstall("notes");
      for (const command of after ?? []) await run(command);
      if (chart === "pipeline") return;
      assert.equal(await releases.kubectl(["get", "persistentvolumeclaims", "--output=name"]), "");
    });
  }
});
