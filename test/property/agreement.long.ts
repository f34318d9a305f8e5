import { describe } from "mocha";
import { testAgreement } from "./test-agreement.ts";

describe("evaluate()", () => {
  testAgreement({ runs: 18, installs: 1, leastRendered: 1 / 3 });
});
