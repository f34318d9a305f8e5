import { csiVolume } from "../../../generator/library/csi-volume/chart.ts";
import { testUpgrades } from "../test-upgrades.ts";
import { existingCases, existingObjects } from "./existing-cases.ts";

testUpgrades(csiVolume, "what Kubernetes forbids, and nothing else", existingObjects, existingCases);
