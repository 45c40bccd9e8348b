/** When, relative to the server's own work, the fault shows: `after` means it acted and the answer is lost. */
export type FaultMoment = 'before' | 'after';

export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly when: FaultMoment }
  /** `retryAfter` in seconds. */
  | { readonly kind: 'rate-limit'; readonly scope: 'user' | 'global' | 'shared'; readonly retryAfter: number }
  | { readonly kind: 'reset'; readonly when: FaultMoment }
  /** Never answers; the client's own patience ends it. */
  | { readonly kind: 'hang'; readonly when: FaultMoment }
  | { readonly kind: 'slow'; readonly ms: number }
  /** Refused with one of Discord's JSON error codes. */
  | { readonly kind: 'refuse'; readonly status: number; readonly code: number; readonly message: string };

interface Planned {
  readonly route: RegExp;
  readonly fault: Fault;
  left: number;
}

/** What will go wrong, and with which requests (`POST /channels/…/messages`, ids as they are). */
export class Faults {
  readonly #planned: Planned[] = [];
  #chance:
    | {
        readonly rate: number;
        readonly random: () => number;
        readonly pick: () => Fault;
        readonly route: RegExp;
      }
    | undefined;

  /** The next `times` requests whose `METHOD /path` matches get the fault. */
  next(route: RegExp, fault: Fault, times = 1): void {
    this.#planned.push({ route, fault, left: times });
  }

  /** Every request of these routes gets a fault with this probability from now on. */
  randomly(rate: number, random: () => number, pick: () => Fault, route = /^/): void {
    this.#chance = { rate, random, pick, route };
  }

  clear(): void {
    this.#planned.length = 0;
    this.#chance = undefined;
  }

  /** The fault a request gets, if any; planned ones come before chance. */
  take(request: string): Fault | undefined {
    const planned = this.#planned.find(({ route, left }) => left > 0 && route.test(request));
    if (planned) {
      planned.left--;
      return planned.fault;
    }
    const chance = this.#chance;
    return chance?.route.test(request) && chance.random() < chance.rate ? chance.pick() : undefined;
  }
}
