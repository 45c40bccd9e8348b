import { Recent } from '../../src/chat/recent.ts';
import type { Packed } from './packed.ts';

/**
 * What is sent to everybody alike, packed: each is made once, however many ask for it meanwhile.
 * Nothing of a talk is ever in here.
 */
export class PackedShelf<Key extends object> {
  readonly #make: (key: Key) => Promise<Packed>;
  readonly #kept: Recent<Key, Promise<Packed>>;

  /**
   * @param most how many are kept
   * @param make makes what is sent of a key; another content has another key
   */
  constructor(most: number, make: (key: Key) => Promise<Packed>) {
    this.#make = make;
    this.#kept = new Recent(most);
  }

  /** What is sent of it, made when it is first wanted or has not been for long. */
  take(key: Key): Promise<Packed> {
    return this.#kept.take(key, () => this.#made(key));
  }

  /** What could not be made is tried again. */
  #made(key: Key): Promise<Packed> {
    const packed = this.#make(key);
    packed.catch(() => this.#kept.drop(key));
    return packed;
  }
}
