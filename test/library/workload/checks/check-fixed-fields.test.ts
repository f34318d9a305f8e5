import { library } from "../../../../generator/library/library.ts";
import { testUpgrades } from "../../test-upgrades.ts";
import { existingWorkloads } from "../existing-workloads.ts";

for (const chart of library) {
  const workloads = existingWorkloads[chart.name];
  if (workloads === undefined) continue;
  testUpgrades(chart, "to change fields that no upgrade can change", workloads.objects, workloads.cases);
}
