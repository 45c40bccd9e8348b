import type { Timers } from '../../src/ops/timers.ts';

/** Timers that run out when the test says so. */
export class WaitingTimers implements Timers {
  /** How long somebody waits, those who do. Milliseconds. */
  readonly waits: number[] = [];
  #letGo: (() => void)[] = [];
  #onWait: (() => void)[] = [];

  wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waits.push(milliseconds);
      this.#letGo.push(resolve);
      signal?.addEventListener('abort', () => reject(signal.reason));
      if (signal?.aborted) reject(signal.reason);
      for (const tell of this.#onWait.splice(0)) tell();
    });
  }

  /** Resolves when so many have waited. */
  async until(count: number): Promise<void> {
    while (this.waits.length < count) await new Promise<void>((resolve) => this.#onWait.push(resolve));
  }

  /** Their time is up. */
  runOut(): void {
    for (const letGo of this.#letGo.splice(0)) letGo();
  }
}
