/** Faults that change nothing: what they print means the same. */
import type { ChartMutant } from "./list-mutants.ts";

/** A kind of fault that no check can see. */
export interface Equivalent {
  /** Titles of faults. */
  readonly titles: readonly string[];
  readonly path: RegExp;
  /** What the line says. */
  readonly line: RegExp;
  /** What the fault makes of the line; absent: anything. */
  readonly becomes?: RegExp;
  /** What the line says that opens the block around it; absent: anything. */
  readonly within?: RegExp;
  /** The line that starts the named template; absent: any. */
  readonly define?: RegExp;
  readonly reason: string;
}

const STAGES = /^templates\/[a-z]+[.]yaml$/;
const CHECKS = /^templates\/_checks[.]tpl$/;
const HELPERS = /^templates\/_helpers[.]tpl$/;
const FUNCTIONS = /^templates\/_functions[.]tpl$/;

const NO_COMMON_ANNOTATIONS = "a pipeline has no annotations for all of its objects";

/** All that are known. */
export const equivalents: readonly Equivalent[] = [
  {
    titles: ["operand of or dropped"],
    path: STAGES,
    line: /\(get \(set \$ "(Pipeline|Gates|PodClaims)"/,
    reason: "what is computed once is kept in the root to save time: it is the same when it is computed again",
  },
  {
    titles: ["and for or", "text changed"],
    path: /^templates\/workspace[.]yaml$/,
    line: /:= or \$[.]Pipeline$|\(get \(set \$ "Pipeline"/,
    reason: "a volume asks nothing of its pipeline",
  },
  {
    titles: ["if dropped", "if negated"],
    path: FUNCTIONS,
    line: /if not \(contains "[.]" [.]\)/,
    define: /"pipeline[.]gateLines"/,
    reason: "the test of a pipeline is in the namespace of the release, of which hosts need not be told",
  },
  {
    titles: ["default dropped"],
    path: FUNCTIONS,
    line: /dig \$(stageName|stage) "" \(\$(named|claims) \| default dict\)/,
    define: /"pipeline[.](objectPlacesOfStages|sharedPodClaim)"/,
    becomes: /"" \(\$(named|claims)\)/,
    reason: "what is known of stages and of their claims is a map",
  },
  {
    titles: ["default dropped"],
    path: CHECKS,
    line: /\(\$named\)[.]replicaClaims \| default dict/,
    define: /"stateful-stage[.]checkReferent"/,
    reason: "a stateful stage alone has a map of claims for each replica, which may be empty",
  },
  {
    titles: ["with never true"],
    path: /^templates\/(extract|transform|load)[.]yaml$/,
    line: /with include "pipeline\/batch-job[.]cronJob"/,
    reason: "a stage with dependents is no CronJob: the guard before it refuses one",
  },
  {
    titles: ["if dropped"],
    path: FUNCTIONS,
    line: /if \$objects/,
    define: /[.]hasExtraObjects"/,
    reason: "what references can name is computed where there are some: the question saves time",
  },
  {
    titles: ["if dropped"],
    path: HELPERS,
    line: /if include "[^"]+[.]hasExtraObjects"|if contains "ReadWriteOncePod"/,
    reason: "what is computed for references and for claims of one pod is looked at for these alone: it saves time",
  },
  {
    titles: ["quote dropped"],
    path: HELPERS,
    line: /^- \{\{ include "[^"]+[.]podSecurity" [.] \| quote \}\}/,
    reason: "the name of a level means the same without quotes",
  },
  {
    titles: [
      "if dropped",
      "if negated",
      "not dropped",
      "range over nothing",
      "range ends after its first round",
      "range without its first round",
    ],
    path: CHECKS,
    line: /range \$annotationName, \$annotation := \$common|if not \(hasKey \(\$own /,
    define: /"pipeline[.]checkAnnotations"/,
    reason: NO_COMMON_ANNOTATIONS,
  },
  {
    titles: ["assignment dropped"],
    path: CHECKS,
    line: /\$size = add/,
    within: /if not \(hasKey \(\$own /,
    define: /"pipeline[.]checkAnnotations"/,
    reason: NO_COMMON_ANNOTATIONS,
  },
  {
    titles: ["default dropped"],
    path: /^templates\/(_helpers[.]tpl|deployment[.]yaml|stateful-set[.]yaml)$/,
    line: /\$instance := [.]Instance \| default [.]Release[.]Name/,
    becomes: /:= [.]Instance \}\}$/,
    reason: "which claims are exclusive is known of a pipeline alone, which gives the instance",
  },
  {
    titles: ["default dropped"],
    path: FUNCTIONS,
    line: /\{\{- \$zone \| default "" \}\}/,
    define: /[.](gateLines|serviceAddress)"/,
    reason: "every template that gives a zone gives a text",
  },
  {
    titles: ["default dropped"],
    path: HELPERS,
    line: /dig "rules" "" \(\(\.Values\.job\)\.podFailurePolicy \| default dict\)/,
    becomes: /dig "rules" "" [^|]*podFailurePolicy\)? \| default list/,
    reason: "where it stands, the line before has found a policy",
  },
  {
    titles: ["if dropped", "text changed"],
    path: CHECKS,
    line: /if not \(semverCompare ">=[\d.]+-0" \$version\)/,
    define: /[.]newerFields"/,
    reason: "each field is compared with the version again: the first question only saves time",
  },
  {
    titles: ["if dropped"],
    path: CHECKS,
    line: /if or [.]Values[.]topologySpreadConstraints [.]Values[.]affinity/,
    define: /[.]podLabelGuards"/,
    reason:
      "without constraints and terms nothing is compared with the labels, which are read before: the question saves time",
  },
  {
    titles: ["default dropped"],
    path: /^templates\/(_checks[.]tpl|stateful-set[.]yaml)$/,
    line: /kindIs "invalid" [.]Values[.]replicas \| ternary 1 [.]Values[.]replicas/,
    reason: "no number is no more than one, as the default is",
  },
  {
    titles: ["default dropped"],
    path: FUNCTIONS,
    line: /\$found = \$found \| default \$(stage|name) \| default ""/,
    becomes: /default \$(stage|name) \}\}$/,
    define: /[.](nameInPod|serviceName)"/,
    reason: "what a container, its stage or a Service is called is a text",
  },
  {
    titles: ["if dropped"],
    path: FUNCTIONS,
    line: /if kindIs "map" \$entry/,
    define: /[.]orderedTogether"/,
    reason: "a container that is no map is not rendered in any case",
  },
  {
    titles: ["default dropped"],
    path: CHECKS,
    line: /\$keys := keys \(\$configMap[.]data \| default dict\)/,
    reason: "what is absent has no keys, as an empty map",
  },
  {
    titles: ["default dropped"],
    path: CHECKS,
    line: /join " " \(.*[.]searches \| default list\)/,
    reason: "what is absent is joined to nothing, as an empty list is",
  },
  {
    titles: ["operand of and dropped"],
    path: CHECKS,
    line: /if and \(has \$fieldName \(list "labels" "annotations"\)\) \(kindIs "map" \$field\)/,
    becomes: /"annotations"\)\) +\}\}$/,
    reason: "Helm reads no labels or annotations that are no map",
  },
  {
    titles: ["default dropped"],
    path: FUNCTIONS,
    line: /dig "(apiVersion|kind)" "" \(\$object \| default dict\)/,
    define: /[.]groupKind"/,
    reason: "what is asked for its group and kind is a map",
  },
  {
    titles: ["default dropped"],
    path: FUNCTIONS,
    line: /\{\{- \$namespace \| default "" \}\}/,
    define: /[.]objectNamespace"|[.]placeOf"|[.]\w*[nN]amespace\w*"/,
    reason: "the namespace of a chart is a text",
  },
  {
    titles: ["if dropped", "if negated", "else if negated", "else if dropped"],
    path: HELPERS,
    line: /if contains "\\\\n" \(toJson \(?\$env[.]value\)?([.]value)?\)/,
    reason: "a text means the same as a block of lines and in quotes",
  },
  {
    titles: ["default dropped"],
    path: HELPERS,
    line: /\(\([.]Values[.]cron\)[.]schedule \| default ""\)/,
    define: /[.]runs"/,
    reason: "a CronJob without a schedule is refused",
  },
  {
    titles: ["default dropped"],
    path: CHECKS,
    line: /dig "(metadata|kind|data|stringData|binaryData)" "" \(\$object \| default dict\)/,
    reason: "an object without a field is a map, as the default is",
  },
  {
    titles: ["default dropped"],
    path: CHECKS,
    line: /printf "stage \\"%s\\"" \(\(\$reference\)[.]stage \| default ""\)/,
    reason: "it is used where there is a stage",
  },
  {
    titles: ["default dropped"],
    path: CHECKS,
    line: /\$ports := \(\(\$named\)[.]address\)[.]ports \| default dict/,
    reason: "an address has ports, though there may be none",
  },
  {
    titles: ["default dropped"],
    path: CHECKS,
    line: /dig \$volume "" \(\(\$named\)[.]claims \| default dict\)/,
    define: /"(?!pipeline[.])[\w-]+[.]checkReferent"/,
    reason: "every stage has claims, though there may be none; a pipeline has none of its own",
  },
  {
    titles: ["default dropped"],
    path: CHECKS,
    line: /if gt \(int64 \(.*(completions \| default 1\)|[.]parallelism \| ternary 1 .*)\) 1 \}\}$|\$parallelism := kindIs|[.]Chain\)[.]volumes \| default list/,
    define: /[.](checkJob|guards)"/,
    reason: "no number is no more than one, as one is; a chain has volumes, though there may be none",
  },
  {
    titles: ["if dropped"],
    path: CHECKS,
    line: /if has \$limitName \(keys \$amounts\)/,
    define: /[.]checkSumOfRequests"/,
    reason: "the bytes of no text are 0",
  },
  {
    titles: ["default dropped"],
    path: FUNCTIONS,
    line: /\(\$named\)[.](claims|replicaClaims) \| default dict|[.](ports|host) \| default|index \$named/,
    define: /[.]referenceText"/,
    reason: "what a reference names has been looked for before",
  },
  {
    titles: ["default dropped"],
    path: FUNCTIONS,
    line: /dig |no stage|[.]selectorLabels \| default dict/,
    becomes: /\(\$known\) \}\}$|\(\$reference[.]stage\) \| (cat|fail)|\(\$named[.]selectorLabels\)/,
    define: /[.]resolve"/,
    reason: "what is known and what is looked at are maps; a stage is named in the message that no stage is found",
  },
  {
    titles: ["text changed"],
    path: FUNCTIONS,
    line: /\$hasResolve := has \(kindOf \$part\) \(list "float64" "int64" "int"\)/,
    becomes: /"int64-other"|"int-other"/,
    define: /[.]resolve"/,
    reason: "the numbers of values files are floats; integers come from --set alone",
  },
  {
    titles: [
      "range over nothing",
      "range ends after its first round",
      "range without its first round",
      "entry not set",
      "path of a message emptied",
    ],
    path: CHECKS,
    line: /\$claimTemplate/,
    define: /"(batch-job|service-stage)[.]checkMounts"/,
    reason: "only a stateful stage has templates for claims",
  },
  {
    titles: ["range without its first round"],
    path: CHECKS,
    line: /range \$codeIndex/,
    define: /[.]checkExitCodes"/,
    reason: "the first code has none before it that it could be compared with",
  },
  {
    titles: ["range ends after its first round"],
    path: CHECKS,
    line: /range \$wantedFieldName/,
    define: /"service-stage[.]checkFixedFields"/,
    reason: "of a Deployment one field alone is compared",
  },
  {
    titles: ["operand of and dropped"],
    path: CHECKS,
    line: /[.]podReplacementPolicy \}\}$/,
    becomes: /if and \([.]Gate\)[.]upstream +\}\}$/,
    reason: "what is absent is not TerminatingOrFailed",
  },
  {
    titles: ["default dropped"],
    path: HELPERS,
    line: /^\{\{- \$ports2 := \(\.Values\.service\)\.ports \| default dict \}\}$/,
    reason: "a map that is absent has no ports that are enabled",
  },
  {
    titles: ["default dropped"],
    path: CHECKS,
    line: /^\{\{- \$containers := keys \(/,
    reason: "a map that is absent has no keys",
  },
  {
    titles: ["text changed"],
    path: CHECKS,
    line: /^ +"sun" 0 "mon" 1/,
    becomes: /"sun-other"/,
    define: /[.]checkSchedule"/,
    reason: "what is no name of a day counts as 0, as Sunday does",
  },
  {
    titles: ["another variable", "another field", "field that is never there"],
    path: CHECKS,
    line: /set \$expressionSeen /,
    becomes: /set \$expressionSeen \$expressionKey /,
    define: /[.]checkTopologies"/,
    reason: "no message has what an expression is called: that it has been seen is enough",
  },
  {
    titles: ["another variable"],
    path: CHECKS,
    line: /\$expressionKey/,
    becomes: /\$id \$expressionOther \|/,
    define: /[.]checkTopologies"/,
    reason: "an expression is called by its key: that of the other one is the same",
  },
  {
    titles: ["default dropped"],
    path: FUNCTIONS,
    line: /"capacity" .* \| default "0"\) \}\}$/,
    reason: "the capacity of a claim is only compared, and the bytes of no text are 0, too",
  },
  {
    titles: ["default dropped"],
    path: /^templates\//,
    line: /hasKey \(.* \| default dict\)/,
    becomes: /hasKey \((\(\$\w+\)|\$\w+)[.\w]*\) /,
    reason: "Helm finds no key in no map, either",
  },
  {
    titles: ["default dropped"],
    path: FUNCTIONS,
    line: /\$found = /,
    becomes: /default \(\$union\)[.]type \}\}$/,
    define: /[.]branch"/,
    reason: "what has no branch is then called <no value>, which no branch is called either",
  },
  {
    titles: ["default dropped"],
    path: FUNCTIONS,
    line: /\bdig /,
    becomes: /\(\$(selectors|names)\)|\(\$service[.]ports\)/,
    reason: "the selectors of a pipeline, the names of a pod's volumes and the ports of a Service are never absent",
  },
  {
    titles: ["default dropped"],
    path: FUNCTIONS,
    line: /\(toJson \(\$stage[.]port \| default 0\)\)|\{\{- \$service[.]host \| default "" \}\}/,
    reason: "what is awaited has a host and a port, and so has what an address is asked of",
  },
  {
    titles: ["default dropped"],
    path: FUNCTIONS,
    line: /\bdig \$numberName "protocol" /,
    becomes: /\(\$ports\)/,
    reason: "the numbers are those of the ports: where there are no ports, there is nothing to look up",
  },
  {
    titles: ["operand of or dropped"],
    path: FUNCTIONS,
    line: /if or \(not \$names\) \(gt /,
    becomes: /if or +\(gt /,
    reason: "an Ingress is refused before, where the Service has no port",
  },
  {
    titles: ["default dropped"],
    path: HELPERS,
    line: /\(\$[.]Pipeline\)[.]gateScript \| default ""/,
    reason: "a pipeline whose stages wait in gates has their script",
  },
  {
    titles: ["default dropped"],
    path: HELPERS,
    line: /[.]Values[.]podSecurity \| default "restricted" \}\}$/,
    define: /[.]podSecurity"/,
    reason: "a pipeline only asks whether it is openshift",
  },
  {
    titles: ["default dropped"],
    path: FUNCTIONS,
    line: /\$accessModes2 := \$accessModes \| default dict/,
    define: /[.]singlePodClaims?"/,
    reason: "a pipeline gives its access modes, and a chart alone refuses the volume without them too",
  },
  {
    titles: ["default dropped"],
    path: FUNCTIONS,
    line: /printf "@%s" \(\. \| default ""\)/,
    reason: "it stands where there is a digest",
  },
  {
    titles: ["operand of and dropped"],
    path: /^templates\/persistent-volume[.]yaml$/,
    line: /^\{\{- if and \$volume[.]static \(ne \(\$volume[.]static\)[.]enabled false\) \(ne /,
    becomes: /^\{\{- if and {2}\(ne/,
    reason: "what has no static volume has no capacity that could be too small",
  },
  {
    titles: ["quote dropped"],
    path: /^templates\/tests\/pipeline[.]yaml$/,
    line: /: \{\{ [$]name \| quote \}\}$/,
    reason: "a release's name and -tests are letters, digits, dots and hyphens, and YAML has no number or word like it",
  },
];

/** Why a mutant changes nothing; nothing where it may change something. `own` is the template without the fault. */
export function findEquivalent({ path, title, line, text }: ChartMutant, own: string): Equivalent | undefined {
  const lines = own.split("\n");
  const code = lines[line - 1] ?? "";
  const changed = text.split("\n")[line - 1] ?? "";
  const above = lines.slice(0, line);
  const define = above.findLast((one) => one.startsWith("{{- define ")) ?? "";
  const opening = above.findLast((one) => one.trim() !== "" && one.search(/\S/) < code.search(/\S/)) ?? "";
  return equivalents.find(
    (one) =>
      one.titles.includes(title) &&
      one.path.test(path) &&
      one.line.test(code) &&
      (one.becomes?.test(changed) ?? true) &&
      (one.within?.test(opening) ?? true) &&
      (one.define?.test(define) ?? true),
  );
}
