/** Has the tests ask both Helms: `npm run test:long` loads it in mocha's own process, whose variables others inherit. */
import process from "node:process";
import { bothHelms, HELM_VARIABLE } from "../helm-versions.ts";

process.env[HELM_VARIABLE] = bothHelms.join();
