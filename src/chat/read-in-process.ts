import type { Slug } from '../story/article.ts';
import { READ_LIMITS, type ReadLimits, type ReadMarker } from './read-marker.ts';

/** What people have read, for as long as the process lives, within bounds. */
export class ReadInProcess {
  /** People and their stories, each in order of last change, the longest unchanged first. */
  readonly #people = new Map<string, Map<Slug, ReadMarker>>();
  readonly #limits: ReadLimits;

  constructor(limits: ReadLimits = READ_LIMITS) {
    this.#limits = limits;
  }

  /** How many people are held, those not yet let go of included. */
  get size(): number {
    return this.#people.size;
  }

  /** What a person has read. @param who as `askerId` names them */
  of(who: string, now: number): ReadonlyMap<Slug, ReadMarker> {
    const stories = this.#people.get(who) ?? [];
    return new Map([...stories].filter(([, { at }]) => now - at < this.#limits.keptFor));
  }

  put(who: string, story: Slug, marker: ReadMarker): void {
    const stories = this.#people.get(who) ?? new Map<Slug, ReadMarker>();
    stories.delete(story);
    stories.set(story, marker);
    const [longest] = stories.keys();
    if (stories.size > this.#limits.stories && longest !== undefined) stories.delete(longest);
    this.#people.delete(who);
    this.#people.set(who, stories);
    this.#letGo(marker.at);
  }

  forget(who: string): void {
    this.#people.delete(who);
  }

  #letGo(now: number): void {
    for (const [who, stories] of this.#people) {
      const last = [...stories.values()].at(-1)?.at ?? 0;
      if (this.#people.size <= this.#limits.people && now - last < this.#limits.keptFor) break;
      this.#people.delete(who);
    }
  }
}
