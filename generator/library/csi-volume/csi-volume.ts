/** The model of csi-volume. */
import type { Chart } from "../../chart/define-chart.ts";
import { Stage } from "../../stage/stage.ts";
import { VolumeReference } from "../../values/references.ts";
import { csiVolume } from "./chart.ts";
import type { CsiVolumeOptions, CsiVolumeOverrides } from "./options.ts";

/**
 * Volumes that are kept after the tasks that use them.
 *
 * @example
 * const workspace = new CsiVolume({ volumes: { data: { claim: { size: "10Gi" } } } });
 * new BatchJob({ image, volumes: { data: { mountPath: "/data", pipelineVolume: workspace.volume("data") } } });
 *
 * @throws ValuesError when the chart's schema refuses the values
 */
export class CsiVolume<Id extends string = string> extends Stage<never, CsiVolumeOverrides<Id>> {
  constructor(options: CsiVolumeOptions<Id>) {
    super(options);
    this.validate();
  }

  override get chart(): Chart {
    return csiVolume;
  }

  override get dependsOn(): readonly never[] {
    return [];
  }

  /** A reference to one of the volumes, for a stage that mounts it. */
  volume(id: Id): VolumeReference {
    return new VolumeReference(this, id);
  }
}
