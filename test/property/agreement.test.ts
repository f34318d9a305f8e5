import { describe } from "mocha";
import { testAgreement } from "./test-agreement.ts";

// A few cases of each: agreement.long.ts draws more.
describe("evaluate()", () => {
  testAgreement({ runs: 5, installs: 0 });
});
