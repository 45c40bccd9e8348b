/** How a part of the service is; a part that is not well says why, in words for the operator. */
export interface PartState {
  /** `failed` will not come back by itself; `degraded` works in part or is trying to. */
  readonly kind: 'off' | 'connecting' | 'up' | 'degraded' | 'failed';
  readonly reason?: string;
  /** When a part that works by the clock last did its work, in ISO 8601. */
  readonly lastAt?: string;
}

/** What `/readyz` says. */
export interface ReadinessReport {
  readonly ready: boolean;
  readonly parts: Readonly<Record<string, PartState>>;
}

/** Whether the service is worth less work without the part, or none at all. */
type Need = 'one of many' | 'needed' | 'told only';

/**
 * The named parts that the service's readiness is judged by: whoever runs a part registers it. The service is
 * ready when nothing is connecting, nothing that is needed has failed, and of the platforms at least one has
 * not: one platform's failure does not take the others out of service.
 */
export class Readiness {
  readonly #parts = new Map<string, { readonly need: Need; readonly state: () => PartState }>();
  #isOpen = false;

  /** A platform: one of several that do the service's work. */
  platform(name: string, state: () => PartState): void {
    this.#parts.set(name, { need: 'one of many', state });
  }

  /** A part that no work can do without, such as the store. */
  needed(name: string, state: () => PartState): void {
    this.#parts.set(name, { need: 'needed', state });
  }

  /** A part that is told of, whose trouble is no reason to send nobody here. */
  told(name: string, state: () => PartState): void {
    this.#parts.set(name, { need: 'told only', state });
  }

  /** Says whether work is taken: from when everything has been started until it is being stopped. */
  open(isOpen: boolean): void {
    this.#isOpen = isOpen;
  }

  report(): ReadinessReport {
    const parts = [...this.#parts].map(([name, { need, state }]) => ({ name, need, state: state() }));
    const platforms = parts.filter(({ need, state }) => need === 'one of many' && state.kind !== 'off');
    const works = platforms.length === 0 || platforms.some(({ state }) => state.kind !== 'failed');
    const lacks = parts.some(({ need, state }) => need === 'needed' && state.kind === 'failed');
    const waits = parts.some(({ need, state }) => need !== 'told only' && state.kind === 'connecting');
    return {
      ready: this.#isOpen && works && !lacks && !waits,
      parts: Object.fromEntries(parts.map(({ name, state }) => [name, state])),
    };
  }
}
