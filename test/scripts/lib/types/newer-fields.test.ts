import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { printNewerFields } from "../../../../scripts/lib/types/newer-fields.ts";

const fields = ["fsGroup", "supplementalGroupsPolicy"].map((key) => {
  return { key, type: ["string"], optional: true, doc: { text: `What ${key} is` } };
});

describe("printNewerFields()", () => {
  it("printNewerFields() adds to an interface what a definition has and it has not", () => {
    const text =
      "export interface PodSecurityContext {\n    /** A group */\n    fsGroup?: number;\n}\nexport interface Pod {\n}\n";
    assert.equal(
      printNewerFields(new Map([["core/v1", text]]), () => fields),
      `
import type {} from "kubernetes-types/core/v1.d.ts";

declare module "kubernetes-types/core/v1.d.ts" {
  interface PodSecurityContext {
    /** What supplementalGroupsPolicy is */
    supplementalGroupsPolicy?: string;
  }
}
`,
    );
  });

  it("printNewerFields() leaves out what the overlay adds to Kubernetes, and modules that lack nothing", () => {
    const type = { key: "type", type: ["string"], optional: true, doc: { text: "The action that counts" } };
    assert.equal(
      printNewerFields(new Map([["core/v1", "export interface Probe {\n}\n"]]), () => [type]),
      "",
    );
  });
});
