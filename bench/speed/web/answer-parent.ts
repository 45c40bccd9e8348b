/** Tells the parent the port, and from then on, whenever it asks, the processor's milliseconds this process has used. */
export function answerParent(port: number): void {
  process.send?.(port);
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1000);
  });
}
