/** Has the tests ask Helm 3.17.3: `npm run test:helm3` loads it in mocha's own process, whose variables others inherit. */
import process from "node:process";
import { HELM_VARIABLE } from "../helm-versions.ts";

process.env[HELM_VARIABLE] = "3.17.3";
