/** The script of a gate: POSIX shell and curl. */

/** What a gate ends with when its stage cannot start. */
export const GATE_EXIT_CODES = { upstreamFailed: 40, timedOut: 41, refused: 42 } as const;

const { upstreamFailed, timedOut, refused } = GATE_EXIT_CODES;

/** Where a gate finds its script, what it waits for, and its token. */
export const GATE_DIRECTORY = "/gate";
/** The name of the file of the script. */
export const GATE_FILE = "gate.sh";
/** A directory that is as old as the pod. */
export const GATE_START = "/gate-start";

/** The script; `run`, its default, or `serve` is its argument. */
export const GATE_SCRIPT = `#!/bin/sh
# Waits for the stages before this one. It changes nothing: it gets the Jobs that it may see, and connects to Services.
#
#   gate.sh          before a run of a batch stage: every Job must have succeeded
#   gate.sh serve    before a service: a stage that has succeeded once holds it back no longer, nor does a Job that is
#                    gone, or that failed before this pod began
#
# ${GATE_DIRECTORY}/upstream has a line for each stage:
#   STAGE job NAME        must succeed
#   STAGE before NAME     runs before those: must not fail
#   STAGE tcp HOST PORT   must answer
# ${GATE_DIRECTORY}/passed has the stages that have succeeded once, for a service.
#
# Ends with 0 when the stage may start, ${upstreamFailed} when a stage before it failed, ${timedOut} when time is up, and ${refused} when the API
# server does not let it ask.
set -u
mode=\${1:-run}
began=$(date +%s)
timeout=$(cat ${GATE_DIRECTORY}/timeout)
host=$KUBERNETES_SERVICE_HOST
case $host in *:*) host="[$host]" ;; esac

# The first process of a container gets no signal that it does not ask for.
trap 'exit 143' TERM

say() {
  echo "$(date -u +%Y-%m-%dT%H:%M:%SZ) $*"
}

elapsed() {
  echo $(($(date +%s) - began))
}

# Puts what became of a Job into $state: succeeded, failed, gone, refused, or "" while it is none of these.
look_at() {
  state=
  namespace=$(cat ${GATE_DIRECTORY}/namespace)
  answer=$(printf 'Authorization: Bearer %s' "$(cat ${GATE_DIRECTORY}/token)" |
    curl --silent --noproxy '*' --max-time 10 --cacert ${GATE_DIRECTORY}/ca.crt --header @- --write-out ' %{http_code}' \\
      "https://$host:$KUBERNETES_SERVICE_PORT/apis/batch/v1/namespaces/$namespace/jobs/$1?pretty=false")
  case \${answer##* } in
    404) state=gone ;;
    401 | 403) state=refused ;;
    200)
      # The last conditions are those of the status. A quote within a text has a backslash: these words are in none.
      case $answer in *'"conditions":['*) conditions=\${answer##*'"conditions":['} ;; *) conditions= ;; esac
      case $conditions in
        *'"type":"Complete","status":"True"'*) state=succeeded ;;
        *'"type":"Fail'*'"status":"True"'*) state=failed ;;
      esac
      ;;
  esac
}

# Whether a service has seen the stage succeed, in an earlier run.
has_passed() {
  [ "$mode" = serve ] || return 1
  case " $(cat ${GATE_DIRECTORY}/passed) " in *" $1 "*) return 0 ;; *) return 1 ;; esac
}

# Whether the Job failed before this pod began: a service that served before its last run failed must come back.
failed_long_ago() {
  [ "$mode" = serve ] || return 1
  failed=\${conditions#*'"type":"Fail'}
  failed=\${failed#*'"lastTransitionTime":"'}
  [ "\${failed%%'"'*}" \\< "$(date -u -r ${GATE_START} +%Y-%m-%dT%H:%M:%SZ)" ]
}

fail() {
  say "Stage $1 failed: see kubectl logs job/$2 --namespace $namespace --all-containers"
  exit ${upstreamFailed}
}

# A stage that gave up is named only where none is found for which it did: that one is behind it.
fail_unless_old() {
  failed_long_ago && return
  case $conditions in *'"Container gate for pod '*' failed with exit code ${upstreamFailed} '*) ;; *) fail "$1" "$2" ;; esac
  gave_up="$1 $2"
  return 1
}

# A Job is made a moment after the pods of services, so one that is not there yet is not gone.
is_gone() {
  [ "$mode" = serve ] && [ "$(elapsed)" -ge 60 ]
}

answers() {
  connected=$(curl --silent --noproxy '*' --max-time 2 --output /dev/null --write-out '%{time_connect}' \\
    "telnet://$1:$2" </dev/null)
  [ "$connected" != 0.000000 ]
}

check() {
  stage=$1 kind=$2 name=$3
  if [ "$kind" = tcp ]; then
    answers "$name" "$4" || missing="$missing $stage"
    return
  fi
  if has_passed "$stage"; then return; fi
  look_at "$name"
  case $state in
    succeeded) return ;;
    failed) fail_unless_old "$stage" "$name" && return ;;
    refused) denied="$denied $name" ;;
    gone) if is_gone; then return; fi ;;
  esac
  if [ "$kind" = job ]; then missing="$missing $stage"; fi
}

said=
denied_since=
while :; do
  missing=
  denied=
  gave_up=
  while read -r stage kind name port; do check "$stage" "$kind" "$name" "$port"; done <${GATE_DIRECTORY}/upstream
  # A stage and its Job.
  if [ -n "$gave_up" ]; then fail $gave_up; fi
  if [ -z "$missing" ]; then
    say "All stages before this one are done"
    exit 0
  fi
  if [ "$missing" != "$said" ]; then say "Waits for$missing"; fi
  said=$missing
  # An API server that has just started knows no rights yet.
  if [ -z "$denied" ]; then denied_since=; elif [ -z "$denied_since" ]; then denied_since=$(elapsed); fi
  if [ -n "$denied_since" ] && [ $(($(elapsed) - denied_since)) -ge 30 ]; then
    say "The API server does not let this pod see the Jobs$denied"
    exit ${refused}
  fi
  if [ "$(elapsed)" -ge "$timeout" ]; then
    say "Time is up after $timeout seconds of waiting for$missing"
    exit ${timedOut}
  fi
  sleep 5 &
  wait $!
done`;
