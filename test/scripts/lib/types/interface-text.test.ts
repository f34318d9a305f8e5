import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type Declaration, printDeclaration, printImports } from "../../../../scripts/lib/types/interface-text.ts";

const field = { key: "size", type: ["string"], optional: false, doc: { text: "Size of the claim" } };
const declaration: Declaration = {
  name: "ClaimOptions",
  parameters: "",
  doc: { text: "A claim" },
  isMap: false,
  body: { fields: [field], open: [] },
};

describe("printDeclaration()", () => {
  it("printDeclaration() prints an interface with a comment for each field, and its default", () => {
    const retain = { key: "retain", type: ["boolean", "undefined"], optional: true };
    const doc = { text: "Whether it stays", default: true };
    assert.equal(
      printDeclaration({ ...declaration, body: { fields: [field, { ...retain, doc }], open: [] } }),
      `/** A claim */
export interface ClaimOptions {
  /** Size of the claim */
  readonly size: string;
  /**
   * Whether it stays
   * @default true
   */
  readonly retain?: boolean | undefined;
}
`,
    );
  });

  it("printDeclaration() prints no comment that ends too early, and quotes keys that are no names", () => {
    const odd = { key: "every-5", type: ["string"], optional: false, doc: { text: "Such as */5 * * * *" } };
    assert.equal(
      printDeclaration({ ...declaration, body: { fields: [odd], open: [] } }),
      '/** A claim */\nexport interface ClaimOptions {\n  /** Such as *\\/5 * * * * */\n  readonly "every-5": string;\n}\n',
    );
  });

  it("printDeclaration() breaks a long union as the formatter does, a member a line", () => {
    const words = Array.from({ length: 12 }, (_, i) => `"a long word of its own ${i}"`);
    assert.equal(
      printDeclaration({ ...declaration, name: "Word", body: words }),
      `/** A claim */\nexport type Word =\n${words.map((word) => `  | ${word}`).join("\n")};\n`,
    );
    assert.equal(printDeclaration({ ...declaration, body: ["string", "number"] }).includes("= string | number;"), true);
  });

  it("printDeclaration() prints a type literal where it must pass for a map from any text", () => {
    assert.equal(
      printDeclaration({ ...declaration, name: "Amounts", isMap: true }),
      "/** A claim */\nexport type Amounts = {\n  /** Size of the claim */\n  readonly size: string;\n};\n",
    );
  });
});

describe("printImports()", () => {
  it("printImports() names files from where they are read, those further up first", () => {
    const names = new Map([
      ["library/common/options.ts", new Set(["VolumeOptions", "ImageOptions"])],
      ["values/references.ts", new Set(["VolumeReference"])],
      ["values/kubernetes/types.ts", new Set<string>()],
    ]);
    assert.equal(
      printImports("library/batch-job/options.ts", names),
      `import type { VolumeReference } from "../../values/references.ts";
import type { ImageOptions, VolumeOptions } from "../common/options.ts";
`,
    );
    assert.equal(
      printImports("library/common/other.ts", new Map([["library/common/options.ts", new Set(["A"])]])),
      'import type { A } from "./options.ts";\n',
    );
  });
});
