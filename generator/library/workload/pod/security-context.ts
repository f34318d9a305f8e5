/** Security contexts as Kubernetes takes them. */
import type { Expression } from "../../../expression/expression.ts";
import type { TemplateFunction } from "../../../expression/node.ts";
import { call, includeOf } from "../../../functions/call.ts";

const PROFILES = ["seccompProfile", "appArmorProfile"] as const;

const withOwnProfilesFunction: TemplateFunction = {
  name: "withOwnProfiles",
  go: includeOf("withOwnProfiles", "fromJson"),
  js: (context: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(context).map(([key, value]) => [key, isProfile(key) ? ownProfile(value) : value]),
    ),
  template: {
    comment: "A security context in which only a profile of type Localhost names a file of the node.",
    body: () => `{{- $context := omit . ${PROFILES.map((key) => `"${key}"`).join(" ")} }}
{{- range $key, $profile := pick . ${PROFILES.map((key) => `"${key}"`).join(" ")} }}
{{- if ne (toString $profile.type) "Localhost" }}
{{- $profile = omit $profile "localhostProfile" }}
{{- end }}
{{- $_ := set $context $key $profile }}
{{- end }}
{{- toJson $context }}`,
  },
};

/** A security context without the file names that values files leave over for profiles of another type. */
export function withOwnProfiles<T>(context: Expression<T>): Expression<T> {
  return call(withOwnProfilesFunction, [context], { type: "object" });
}

function isProfile(key: string): boolean {
  return (PROFILES as readonly string[]).includes(key);
}

function ownProfile(profile: unknown): unknown {
  const { localhostProfile, ...rest } = profile as { readonly type?: string; readonly localhostProfile?: string }; // a profile, by its key
  return rest.type === "Localhost" ? profile : rest;
}
