import { describe } from "mocha";
import { testAgreement } from "./test-agreement.ts";

// A few cases of each chart: agreement.long.ts draws more, and pipelines, which take longer.
describe("evaluate()", () => {
  testAgreement({ runs: 5, installs: 0, without: ["pipeline", "random-pipelines"] });
});
