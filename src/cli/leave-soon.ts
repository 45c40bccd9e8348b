/** Milliseconds that are left for what is still being closed. */
const SOON = 1000;

/**
 * Ends the process soon, if it does not end by itself: everything was told to stop, and a socket that a library
 * forgot must not keep a supervisor waiting. The exit code is the one the process has by then.
 */
export function leaveSoon(process: NodeJS.Process): void {
  setTimeout(() => process.exit(), SOON).unref();
}
