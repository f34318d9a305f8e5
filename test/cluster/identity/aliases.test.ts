import { describe, it } from "mocha";
import type { BundledVersion } from "../../../cli/helm/find-helm.ts";
import { useTemporaryDirectory } from "../../cli/use-temporary-directory.ts";
import { placeCompany } from "../../pipeline/umbrella/company.ts";
import { usePipelines } from "../pipelines/use-pipelines.ts";
import { assertApart, assertOwnData, assertOwnGates, assertTested } from "./apart.ts";
import { ownedBy, shop } from "./define-shop.ts";

const SLOW_SECONDS = 45;
const versions: readonly BundledVersion[] = ["4.1.4", "3.17.3"];

describe("a pipeline twice in an umbrella chart", () => {
  const pipelines = usePipelines();
  const directory = useTemporaryDirectory();

  for (const helm of versions) {
    it(`is two pipelines under two aliases, which share nothing and have a test each, under Helm ${helm}`, async () => {
      await placeCompany(directory.path, [
        { pipeline: shop, alias: "clicks", values: ownedBy("clicks", 1) },
        { pipeline: shop, alias: "orders", values: ownedBy("orders", SLOW_SECONDS) },
      ]);
      await pipelines.install("co", directory.path, { helm });
      await assertApart(pipelines, "co-clicks", "co-orders");
      await assertOwnGates(pipelines, "co-clicks", "co-orders");
      for (const alias of ["clicks", "orders"]) await assertOwnData(pipelines, `co-${alias}`, alias);
      await assertTested(pipelines, "co", "co-clicks-tests", "co-orders-tests");
    });
  }
});
