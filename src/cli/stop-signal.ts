/** How often an orphan looks whether it is one. */
const LOOK_EVERY_MS = 1000;

/**
 * Resolves when the process is asked to stop; asked a second time, it leaves at once. npm passes no signal on
 * to what it runs: what it started stops when npm is gone.
 */
export function stopSignal(process: NodeJS.Process): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    const stop = () => {
      if (asked) process.exit(1);
      asked = true;
      resolve();
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
    // The terminal it was started in is gone.
    process.on('SIGHUP', stop);
    if (process.env['npm_lifecycle_event'] === undefined) return;
    const parent = process.ppid;
    const look = setInterval(() => {
      if (process.ppid === parent || asked) return;
      clearInterval(look);
      stop();
    }, LOOK_EVERY_MS);
    look.unref();
  });
}
