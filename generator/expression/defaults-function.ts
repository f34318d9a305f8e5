/** The function for references to objects with a default. */
import { isMap } from "../is-map.ts";
import { atom, command, pipe, stringConstant } from "./go/go-syntax.ts";
import { templateFunction } from "./template-function.ts";

/** Fills in missing keys of an object, at any depth: also those that a null or an older values file removed. */
export const defaultsFunction = templateFunction({
  name: "defaults",
  go: (args, prefix) =>
    pipe(command("include", stringConstant(`${prefix}.defaults`), command("list", ...args)), atom("fromJson")),
  js: fillIn,
  absentSafe: "all",
  // No tree: a tree cannot apply itself, and an object is filled in at any depth.
  template: {
    comment: "A map with its missing keys filled in from its defaults, at any depth.",
    body: (prefix) => `{{- $filled := dict }}
{{- range $key, $given := index . 0 }}
{{- $_ := set $filled $key $given }}
{{- end }}
{{- range $key, $default := index . 1 }}
{{- $given := index $filled $key }}
{{- if kindIs "invalid" $given }}
{{- $_ := set $filled $key $default }}
{{- else if and (kindIs "map" $given) (kindIs "map" $default) }}
{{- $_ := set $filled $key (include "${prefix}.defaults" (list $given $default) | fromJson) }}
{{- end }}
{{- end }}
{{- toJson $filled }}`,
  },
});

function fillIn(value: unknown, defaults: object): unknown {
  const given = new Map(Object.entries(value ?? {}));
  const filled = new Map(given);
  for (const [key, fallback] of Object.entries(defaults)) {
    const own: unknown = given.get(key);
    if (own === undefined || own === null) filled.set(key, fallback);
    else if (isMap(own) && isMap(fallback)) filled.set(key, fillIn(own, fallback));
  }
  return Object.fromEntries(filled);
}
