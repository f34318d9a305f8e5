/** What the pods of `helm test` run: `$0` is what they look at, and the deadline of the pod ends them. */

/** Waits until the Job at a URL has ended, and fails if it failed; in a Job, only its status has these conditions. */
export const JOB_TEST = `cd /var/run/secrets/kubernetes.io/serviceaccount
until ended=$(curl -fsS -m 10 --cacert ca.crt -H "Authorization: Bearer $(cat token)" "$0?pretty=true" |
  sed '1,/^  "status"/d' | grep -E '"type": "(Complete|Failed)"'); do sleep 2; done
case $ended in *Complete*) echo "The Job has succeeded" ;; *) echo "The Job has failed" && exit 1 ;; esac
`;

/** Waits until a host accepts connections to a port. */
export const SERVICE_TEST = `until curl --silent --noproxy '*' --max-time 2 --output /dev/null --write-out '%{time_connect}' \\
  "telnet://$0" </dev/null | grep -q '[1-9]'; do sleep 2; done
echo "$0 answers"
`;
