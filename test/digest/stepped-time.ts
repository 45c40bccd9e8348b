import { TestTime } from './a-service.ts';

/** Time that passes only when the test says so; who waits goes on then. */
export class SteppedTime extends TestTime {
  #waiting: { readonly until: number; readonly goOn: () => void }[] = [];

  override async wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    if (milliseconds <= 0) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push({ until: this.now() + milliseconds, goOn: resolve });
    await promise;
  }

  override pass(milliseconds: number): void {
    super.pass(milliseconds);
    const over = this.#waiting.filter(({ until }) => until <= this.now());
    this.#waiting = this.#waiting.filter((one) => !over.includes(one));
    for (const { goOn } of over) goOn();
  }
}
