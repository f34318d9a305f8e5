/**
 * Lets tests start programs from a small process: their own has 400 MB, whose page tables are copied for each program,
 * which takes 20 ms instead of 1.5, and they start Helm 2,000 times. Loaded by .mocharc.json, before the tests.
 */
import { registerHooks } from "node:module";

const runProcess = new URL("../../cli/helm/run-process.ts", import.meta.url).href;
const runElsewhere = new URL("./run-elsewhere.ts", import.meta.url).href;

registerHooks({
  resolve(specifier, context, nextResolve) {
    const found = nextResolve(specifier, context);
    return found.url === runProcess ? { ...found, url: runElsewhere } : found;
  },
});
