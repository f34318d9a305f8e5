import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { JsonSchema } from "../../generator/json-schema.ts";
import { library } from "../../generator/library/library.ts";
import {
  dnsLabel,
  dnsSubdomain,
  explainKey,
  explainName,
  labelText,
  portName,
} from "../../generator/rules/name-forms.ts";
import { restricted } from "../../generator/rules/restricted.ts";
import { keyLengths } from "../../generator/values/formats.ts";
import { forms } from "../../generator/values/patterns/patterns.ts";
import { parseObjects } from "./parse-objects.ts";

const context = { releaseNamespace: "default" };

/** Every text of up to five of these characters, and long ones. */
const texts = listTexts("a1A-._/", 5).concat(
  [62, 63, 64, 126, 127, 252, 253, 254].flatMap((length) => [
    "a".repeat(length),
    `${"a.".repeat(length / 2)}a`,
    `a/${"b".repeat(length)}`,
  ]),
);

function listTexts(letters: string, length: number): readonly string[] {
  if (length === 0) return [""];
  return ["", ...listTexts(letters, length - 1).flatMap((rest) => [...letters].map((letter) => `${letter}${rest}`))];
}

/** The lists of an enum in a schema that have a word. */
function listEnums(value: unknown, word: string): readonly (readonly unknown[])[] {
  if (typeof value !== "object" || value === null) return [];
  const { enum: words } = value as JsonSchema; // what is no schema has other keys
  const own = Array.isArray(words) && words.includes(word) ? [words] : [];
  return [...own, ...Object.values(value).flatMap((part) => listEnums(part, word))];
}

/** Whether the rule `restricted` takes a pod's security context. */
function takes(securityContext: object): boolean {
  const pod = { apiVersion: "v1", kind: "Pod", metadata: { name: "a" }, spec: { securityContext, containers: [] } };
  return restricted(parseObjects(JSON.stringify(pod)), context).length === 0;
}

// rules/ imports no other layer: it is to find what the values let through. So the two say the same apart, and this ties them.
describe("the rules and the schema of values agree", () => {
  const cases: readonly (readonly [name: string, pattern: string, explain: (text: string) => string | undefined])[] = [
    ["labels", forms.label.pattern, (text) => explainName(text, dnsLabel)],
    ["subdomains", forms.subdomain.pattern, (text) => explainName(text, dnsSubdomain)],
    ["port names", forms.portName.pattern, (text) => explainName(text, portName)],
    ["keys of labels", forms.qualifiedName.pattern, explainKey],
    ["values of labels", forms.labelValue.pattern, (text) => (text === "" ? undefined : explainName(text, labelText))],
  ];
  // What has a pattern of any length has a maxLength where it is used.
  const lengths: Readonly<Record<string, number>> = { ...keyLengths, [forms.labelValue.pattern]: 63 };
  for (const [name, pattern, explain] of cases) {
    it(`on ${name}, for ${texts.length} texts`, () => {
      const expression = new RegExp(pattern, "u");
      const longest = lengths[pattern] ?? Number.POSITIVE_INFINITY;
      const isLegal = (text: string): boolean => expression.test(text) && text.length <= longest;
      // The length of a prefix is for the rules alone.
      const different = texts.filter(
        (text) => text.indexOf("/") < 254 && isLegal(text) !== (explain(text) === undefined),
      );
      assert.deepEqual(different, []);
    });
  }

  it("on the settings of the kernel that concern a pod alone", () => {
    const lists = library.flatMap(({ schema }) => listEnums(schema, "kernel.shm_rmid_forced"));
    const sysctls = [...new Set(lists.flat())] as readonly string[]; // the names of settings
    assert.ok(lists.length >= 3 && lists.every((list) => list.length === sysctls.length), String(lists.length));
    const refused = (name: string): boolean =>
      !takes({ runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" }, sysctls: [{ name }] });
    assert.deepEqual(sysctls.filter(refused), []);
    // The rule names all that it takes.
    const [finding] = restricted(
      parseObjects(
        '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"},"spec":{"securityContext":{"sysctls":[{"name":"kernel.msgmax"}]},"containers":[]}}',
      ),
      context,
    );
    assert.deepEqual(
      [...(finding?.message ?? "").matchAll(/"([a-z]+[.][a-z0-9._]+)"/g)]
        .map(([, name]) => name)
        .slice(0, -1)
        .sort(),
      [...sysctls].sort(),
    );
  });

  it("on the SELinux types of a restricted pod", () => {
    const lists = library.flatMap(({ schema }) => listEnums(schema, "container_init_t"));
    assert.ok(lists.length >= 3);
    for (const type of new Set(lists.flat())) assert.ok(takes({ seLinuxOptions: { type } }), String(type));
    assert.ok(!takes({ seLinuxOptions: { type: "spc_t" } }));
  });
});
