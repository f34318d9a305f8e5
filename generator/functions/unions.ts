/** Unions: which branch counts, and objects with that branch alone. */
import type { Expression } from "../expression/expression.ts";
import type { TemplateFunction } from "../expression/node.ts";
import { call, includeWith } from "./call.ts";
import type { ByName } from "./maps.ts";

const branchFunction: TemplateFunction = {
  name: "branch",
  go: includeWith("branch"),
  js: (entry: object, ...branches: string[]) => findBranch(entry, branches),
  reads: [["type"]],
  template: {
    comment: "The branch of a union: the one that type names, else the only one that is given.",
    body: () => `{{- $entry := first . }}
{{- $given := "" }}
{{- range reverse (rest .) }}
{{- if not (kindIs "invalid" (index $entry .)) }}
{{- $given = . }}
{{- end }}
{{- end }}
{{- $entry.type | default $given }}`,
  },
};

/** Which branch of a union counts: the one that its `type` names, else the only one that is given. */
export function branchOf<B extends string>(entry: Expression<unknown>, branches: readonly B[]): Expression<B> {
  return call(branchFunction, [entry, ...branches], { type: "string" });
}

const onlyBranchFunction: TemplateFunction = {
  name: "onlyBranch",
  go: includeWith("onlyBranch", "fromJson"),
  js: (entry: object, ...branches: string[]) => pickBranch(entry, branches),
  template: {
    comment: "An object with only the branch of a union that counts, without its type.",
    body: (prefix) => `{{- $branch := include "${prefix}.branch" . }}
{{- $others := without (rest .) $branch }}
{{- $only := dict }}
{{- range $key, $value := first . }}
{{- if and (ne $key "type") (not (has $key $others)) }}
{{- $_ := set $only $key $value }}
{{- end }}
{{- end }}
{{- toJson $only }}`,
    needs: () => [branchFunction],
  },
};

/** A Kubernetes object that holds a union beside other fields (a probe), with only the branch that counts. */
export function onlyBranch<T>(entry: Expression<T>, branches: readonly string[]): Expression<T> {
  return call(onlyBranchFunction, [entry, ...branches], { type: "object" });
}

const onlyBranchOfEachFunction: TemplateFunction = {
  name: "onlyBranchOfEach",
  go: includeWith("onlyBranchOfEach", "fromJson"),
  js: (map: ByName<object>, ...branches: string[]) =>
    Object.fromEntries(Object.entries(map).map(([key, entry]) => [key, pickBranch(entry, branches)])),
  template: {
    comment: "A map of unions, each with only the branch that counts.",
    body: (prefix) => `{{- $map := dict }}
{{- $branches := rest . }}
{{- range $key, $entry := first . }}
{{- $_ := set $map $key (include "${prefix}.onlyBranch" (prepend $branches $entry) | fromJson) }}
{{- end }}
{{- toJson $map }}`,
    needs: () => [onlyBranchFunction],
  },
};

/** A Kubernetes object of unions (a container's lifecycle), each with only the branch that counts. */
export function onlyBranchOfEach<T>(map: Expression<T>, branches: readonly string[]): Expression<T> {
  return call(onlyBranchOfEachFunction, [map, ...branches], { type: "object" });
}

function findBranch(entry: object, branches: readonly string[]): string {
  const given = new Map(Object.entries(entry).filter(([, value]) => value !== undefined && value !== null));
  const type: unknown = given.get("type");
  return typeof type === "string" && type !== "" ? type : (branches.find((branch) => given.has(branch)) ?? "");
}

function pickBranch(entry: object, branches: readonly string[]): object {
  const branch = findBranch(entry, branches);
  return Object.fromEntries(
    Object.entries(entry).filter(([key]) => key !== "type" && (key === branch || !branches.includes(key))),
  );
}
