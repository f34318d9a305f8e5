/** Checks that no volume has dependencies or dependents: a volume has no pod that waits, and nothing to wait for. */
import type { Stage } from "../stage/stage.ts";
import { PipelineError } from "./pipeline-error.ts";

type NamedStages = readonly (readonly [string, Stage])[];

/**
 * Refuses dependencies of volumes and on volumes.
 *
 * @throws PipelineError that names the stage and the dependency
 */
export function checkVolumes(pipeline: string, volumes: NamedStages, stages: NamedStages): void {
  const charts = new Map([...volumes, ...stages].map(([name, { chart }]) => [name, chart]));
  const isVolume = (name: string): boolean => charts.get(name)?.stage?.role === "volume";
  const defined = new Set(volumes.map(([name]) => name));
  for (const [name, { dependsOn }] of [...volumes, ...stages]) {
    const [first] = dependsOn;
    if (first === undefined || !(defined.has(name) || isVolume(name))) continue;
    const remedy = isVolume(name) ? "" : " (a stage with dependencies belongs in stages)";
    throw new PipelineError(pipeline, `${name}.dependsOn`, `none, as volumes do not wait${remedy}`, `"${first}"`);
  }
  for (const [name, { dependsOn }] of stages) {
    const found = dependsOn.find((other) => defined.has(other) || isVolume(other));
    if (found === undefined) continue;
    const [wanted, got] = isVolume(found)
      ? ["a batch stage or a service (a stage that mounts a volume needs no dependency on it)", `the volume ${found}`]
      : ["a stage that is defined in stages", `${found}, which is defined in volumes`];
    throw new PipelineError(pipeline, `${name}.dependsOn`, wanted, got);
  }
}
