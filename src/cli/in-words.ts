import { placeTrouble } from '../store/place-trouble.ts';
import type { StorePlace } from '../store/store-place.ts';
import { Failure } from './failure.ts';

/**
 * Does something with the service's data.
 * @throws {Failure} with what is wrong with the data and what mends it, whenever it is that it goes wrong
 */
export async function inWords<T>(place: StorePlace, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const trouble = error instanceof Failure ? undefined : placeTrouble(error, place);
    if (!trouble) throw error;
    throw new Failure(1, `backstory: ${trouble.message}`);
  }
}
