/**
 * Makes a shell script print into the status of its container (`state.terminated.message`), which has it from the moment
 * on that the container has ended; a log may get its last lines later.
 */
export function printToStatus(script: string): string {
  return `exec >/dev/termination-log 2>&1\n${script}`;
}
