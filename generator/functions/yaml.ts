import { templateFunction } from "../expression/template-function.ts";
import { includeOf } from "./call.ts";

/** A map or list as YAML; the printer alone calls it, and gives the text its indent. */
export const yamlFunction = templateFunction({
  name: "yaml",
  go: includeOf("yaml"),
  js: (value: unknown) => value,
  // No tree: it chooses between two ways of writing a text, and the evaluator writes none.
  template: {
    comment: `toYaml, or JSON where toYaml is not exact: unprintable characters, a final newline, a key "<<".`,
    body: () => String.raw`{{- $json := toJson . }}
{{- if or
    (regexMatch "[\\x{7f}-\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}-\\x{202f}]" $json)
    (regexMatch "[\\x{205f}\\x{3000}\\x{feff}\\x{fffe}\\x{ffff}]" $json) }}
{{- range $code := concat (untilStep 127 160 1) (list 65279 65534 65535) }}
{{- $json = replace (printf "%c" $code) (printf "\\u%04x" $code) $json }}
{{- end }}
{{- $json }}
{{- else if regexMatch "\\\\n\"|\"\\\\u003c\\\\u003c\"" $json }}
{{- $json }}
{{- else }}
{{- toYaml . }}
{{- end }}`,
  },
});
