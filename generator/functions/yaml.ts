import { templateFunction } from "../expression/template-function.ts";
import { includeOf } from "./call.ts";

// What toYaml does not write so that every reader gets it back, as it stands in JSON.
const INEXACT = {
  // Carriage returns, Unicode's line separators, several line breaks or blanks at the end, which Helm would trim.
  breaks: String.raw`[^\\](?:\\\\)*\\(?:r|u202[89]|[nt]\\n")| \\n"|(?:^|[^\\])"\\n"`,
  // What is left plain, but is no text for every reader of YAML 1.1 and 1.2: operators, numbers, dates. The first pattern
  // is how all of them start, and few other texts: Go is fast at it, and slow at the others.
  starts: String.raw`"[-+]?(?:[.=\\]|[0-9_][._0-9]*[-BEXbeox])`,
  words: String.raw`"(?:=|(?:\\u003c){2}|[-+]?(?:0[BXbox][0-9A-Fa-f_]*|\.[0-9_]*|[0-9_.]+[Ee][-+]?[0-9]+))"`,
  dates: String.raw`"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}["Tt \\]`,
  // Blanks, byte order marks and what is no character.
  unseen: String.raw`[\x{7f}-\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}-\x{202f}\x{205f}\x{3000}\x{feff}\x{fffe}\x{ffff}]`,
};

/** A map or list as YAML; the printer alone calls it, and gives the text its indent. */
export const yamlFunction = templateFunction({
  name: "yaml",
  go: includeOf("yaml"),
  js: (value: unknown) => value,
  // No tree: it chooses between two ways of writing a text, and the evaluator writes none.
  template: {
    comment: `toYaml, but a text that it does not write exactly, or that some reader takes for no text, is in double quotes: one
with characters that do not print, or with several line breaks at its end, "<<" as a key, ".5_". A comment ends the
manifest of a hook, of which Helm trims the end, and with it that of a text.`,
    body: (prefix) => `{{- $json := toJson . }}
{{- if not (or
      (and (contains "\\\\" $json) (regexMatch \`${INEXACT.breaks}\` $json))
      (and
        (regexMatch \`${INEXACT.starts}\` $json)
        (regexMatch \`${INEXACT.words}|${INEXACT.dates}\` $json))
      (regexMatch \`${INEXACT.unseen}\` $json)) }}
  {{- toYaml . }}
{{- else if kindIs "string" . }}
  {{- quote . }}
{{- else }}
  {{- $lines := list }}
  {{- range $key, $value := . }}
    {{- $text := include "${prefix}.yaml" $value }}
    {{- $isNested := and (not (empty $value)) (or (kindIs "map" $value) (kindIs "slice" $value)) }}
    {{- if kindIs "slice" $ }}
      {{- $text = $isNested | ternary (nindent 2 $text | trim) $text }}
      {{- $lines = printf "- %s" $text | append $lines }}
    {{- else }}
      {{- $name := regexMatch "\\\\s" $key | ternary (quote $key) (include "${prefix}.yaml" $key) }}
      {{- $indent := kindIs "map" $value | ternary 2 0 }}
      {{- $text = $isNested | ternary (nindent $indent $text) (printf " %s" $text) }}
      {{- $lines = printf "%s:%s" $name $text | append $lines }}
    {{- end }}
  {{- end }}
  {{- join "\\n" $lines }}
{{- end }}
{{- if and (kindIs "map" .) (hasKey . "metadata") (contains "\\"helm.sh/hook\\":" $json) (contains "\\\\n\\"" $json) }}
# Helm trims the end of a hook
{{- end }}`,
  },
});
