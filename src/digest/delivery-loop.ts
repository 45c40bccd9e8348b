import type { Log } from '../ops/log.ts';
import type { Timers } from '../ops/timers.ts';
import type { DeliveryLane } from './delivery-lane.ts';

/** How often the ledger is looked at when nothing says that there is something in it. Milliseconds. */
const LOOK_EVERY = 1000;
/** After a fault of the store. */
const REST = 5000;

export interface DeliveryLoop {
  /** Something may have become ready. */
  wake(): void;
  /** Resolves when the loop has ended, as it does when it is told to stop. */
  readonly ended: Promise<void>;
}

/** Passes through a platform's deliveries again and again. */
export function startDeliveryLoop(
  lane: DeliveryLane,
  { timers, log, stopping }: { readonly timers: Timers; readonly log: Log; readonly stopping: AbortSignal },
): DeliveryLoop {
  let bell = new AbortController();

  async function rest(milliseconds: number): Promise<void> {
    bell = new AbortController();
    await timers.wait(milliseconds, AbortSignal.any([bell.signal, stopping])).catch(() => {});
  }

  async function run(): Promise<void> {
    while (!stopping.aborted) {
      let pause = LOOK_EVERY;
      try {
        await lane.pass();
      } catch (error) {
        log.error({ fault: String(error) }, 'deliveries could not be taken up; trying again');
        pause = REST;
      }
      await rest(pause);
    }
  }

  return { wake: () => bell.abort(), ended: run() };
}
