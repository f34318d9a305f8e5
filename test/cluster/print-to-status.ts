/** Where the status of a pod of one container has what that printed. */
export const printedPath = "status.containerStatuses[0].state.terminated.message";

/**
 * Makes a shell script print into the status of its container (`printedPath`), which has it from the moment
 * on that the container has ended; a log may get its last lines later.
 */
export function printToStatus(script: string): string {
  return `exec >/dev/termination-log 2>&1\n${script}`;
}
