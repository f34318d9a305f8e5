/** The facts of a workload, from its values alone: which volumes it mounts, and which addresses it reads. */
import type { MountedVolume, ReadAddress, StageFacts } from "../../chart/stage-contract.ts";
import { branchAt, enabledAt, mapAt, type PlainValues, textAt } from "../../chart/value-at.ts";
import { ENV_BRANCHES } from "./values/env-values.ts";
import { VOLUME_BRANCHES } from "./values/volume-values.ts";

/** The facts of every workload. */
export const workloadFacts = { mounts: listMounts, addresses: listAddresses } as const satisfies StageFacts;

function listMounts(values: PlainValues): readonly MountedVolume[] {
  return enabledAt(values, "volumes").flatMap(([, volume]) => {
    if (branchAt(volume, VOLUME_BRANCHES) !== "pipelineVolume") return [];
    const source = mapAt(volume, "pipelineVolume");
    const mounts = mountsOf(volume);
    return [
      {
        stage: textAt(source, "stage"),
        volume: textAt(source, "volume"),
        isReadOnly: mounts.length > 0 && mounts.every((mount) => mount["readOnly"] === true),
        isBlock: mounts.some((mount) => textAt(mount, "devicePath") !== ""),
      },
    ];
  });
}

function mountsOf(volume: PlainValues): readonly PlainValues[] {
  const hasOwn = textAt(volume, "mountPath") + textAt(volume, "devicePath") !== "";
  const more = Object.keys(mapAt(volume, "mounts")).map((id) => mapAt(volume, "mounts", id));
  return [...(hasOwn ? [volume] : []), ...more];
}

function listAddresses(values: PlainValues): readonly ReadAddress[] {
  const others = ["initContainers", "sidecars"].flatMap((key) =>
    enabledAt(values, key).map(([, container]) => container),
  );
  return [values, ...others]
    .flatMap((container) => enabledAt(container, "env"))
    .filter(([, variable]) => branchAt(variable, ENV_BRANCHES) === "fromService")
    .map(([, variable]) => mapAt(variable, "fromService"))
    .map((address) => ({ stage: textAt(address, "stage"), port: textAt(address, "port") }));
}
