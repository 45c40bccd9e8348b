/** Most items done together: a transaction must not keep the event loop, or other writers, waiting. */
const MOST_TOGETHER = 200;

/**
 * Does together what is asked for at the same time: a durable commit costs the same for one row and for many.
 * While one batch is underway the next one gathers.
 * @param work does a batch; its results in the order of the items. What it throws, all of the batch are told
 */
export function createBatch<Item, Result>(
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  interface Waiting {
    readonly item: Item;
    readonly resolve: (result: Result) => void;
    readonly reject: (error: unknown) => void;
  }
  const waiting: Waiting[] = [];
  let busy = false;

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, MOST_TOGETHER);
      try {
        const results = await work(batch.map(({ item }) => item));
        for (const [at, { resolve, reject }] of batch.entries()) {
          if (at in results) resolve(results[at] as Result);
          else reject(new Error('a batch gave fewer results than it was given items'));
        }
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    busy = false;
  }

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (busy) return;
      busy = true;
      // Those asked for in the same turn of the event loop come along.
      setImmediate(() => void drain());
    });
}
