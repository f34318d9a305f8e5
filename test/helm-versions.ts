/** The versions of Helm that tests ask, which have different engines for schemas. */
import process from "node:process";
import type { BundledVersion } from "../cli/helm/find-helm.ts";

/** Names those that the tests of a run ask, separated by commas. */
export const HELM_VARIABLE = "CHARTWRIGHT_TEST_HELM";

/** Both, for tests that are about the difference. */
export const bothHelms: readonly BundledVersion[] = ["3.17.3", "4.1.4"];

const asked = (process.env[HELM_VARIABLE] ?? "4.1.4").split(",");

/** Those of this run: 4.1.4 for `npm test`, 3.17.3 for `npm run test:helm3`, and both for `npm run test:long`. */
export const helmVersions: readonly BundledVersion[] = bothHelms.filter((version) => asked.includes(version));
