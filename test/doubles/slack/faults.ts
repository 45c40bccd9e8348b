/** What can go wrong with one call, and whether Slack did what was asked before it did. */
export type Fault =
  | { readonly kind: 'rate-limited'; readonly retryAfter: number }
  | { readonly kind: 'status'; readonly status: number; readonly acted: boolean }
  | { readonly kind: 'platform'; readonly error: string; readonly acted: boolean }
  /** No answer, ever: the caller's time-out decides. */
  | { readonly kind: 'hang'; readonly acted: boolean }
  /** The connection is torn. */
  | { readonly kind: 'reset'; readonly acted: boolean };

/** The faults planned for a double, by method; `response_url` is a method here too. */
export class Faults {
  readonly #planned = new Map<string, Fault[]>();
  #random: ((method: string) => Fault | undefined) | undefined;

  /** The next calls of a method each meet one of these, in order. */
  plan(method: string, ...faults: readonly Fault[]): void {
    this.#planned.set(method, [...(this.#planned.get(method) ?? []), ...faults]);
  }

  /** Every call no planned fault waits for asks this. */
  atRandom(choose: ((method: string) => Fault | undefined) | undefined): void {
    this.#random = choose;
  }

  take(method: string): Fault | undefined {
    return this.#planned.get(method)?.shift() ?? this.#random?.(method);
  }

  clear(): void {
    this.#planned.clear();
    this.#random = undefined;
  }
}
