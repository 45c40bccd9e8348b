import type { StoryPage } from '../../src/chat/story-pages.ts';
import type { Packed } from './packed.ts';

/** About a tenth of a megabyte each. */
const KEPT = 100;

/**
 * Story pages as they are sent to whoever has asked nothing yet: the same for everybody, so each is made once.
 * Nothing of a talk is ever in here.
 */
export class StoryShelf {
  readonly #make: (page: StoryPage) => Promise<Packed>;
  /** The one read longest ago first. A story's next version is another `StoryPage`. */
  readonly #kept = new Map<StoryPage, Promise<Packed>>();

  /** @param make makes the page without a talk */
  constructor(make: (page: StoryPage) => Promise<Packed>) {
    this.#make = make;
  }

  /** The page, made when it is first wanted or has been gone for long. */
  take(page: StoryPage): Promise<Packed> {
    const packed = this.#kept.get(page) ?? this.#made(page);
    this.#kept.delete(page);
    this.#kept.set(page, packed);
    if (this.#kept.size > KEPT) this.#drop();
    return packed;
  }

  /** What could not be made is tried again. */
  #made(page: StoryPage): Promise<Packed> {
    const packed = this.#make(page);
    packed.catch(() => this.#kept.delete(page));
    return packed;
  }

  #drop(): void {
    const [longestAgo] = this.#kept.keys();
    if (longestAgo) this.#kept.delete(longestAgo);
  }
}
