import type { RestAnswer } from './rest-route.ts';

interface Window {
  readonly from: number;
  count: number;
}

export interface RateLimitSettings {
  /** Requests a second over all routes but interactions'; Discord has 50. */
  readonly globalPerSecond?: number | undefined;
  /** Messages a channel takes in a window, as Discord's `5 in 5 s`. */
  readonly perChannel?: { readonly count: number; readonly windowMs: number } | undefined;
}

const POST_MESSAGE = /^POST \/channels\/(\d+)\/messages$/;
const EXEMPT = /^\S+ \/(?:interactions|webhooks)\//;

/** Discord's limits, none unless asked for: a bucket a channel, one over all, told by headers and 429. */
export class RateLimits {
  readonly #settings: RateLimitSettings;
  readonly #channels = new Map<string, Window>();
  #global: Window = { from: 0, count: 0 };
  /** How often somebody was told to wait. */
  refused = 0;

  constructor(settings: RateLimitSettings) {
    this.#settings = settings;
  }

  /** Counts a request; the 429 it gets when it is one too many. */
  refuse(method: string, path: string): { answer: RestAnswer; headers: Record<string, string> } | undefined {
    const request = `${method} ${path}`;
    const { globalPerSecond, perChannel } = this.#settings;
    const now = Date.now();
    if (globalPerSecond !== undefined && !EXEMPT.test(request)) {
      if (now - this.#global.from >= 1000) this.#global = { from: now, count: 0 };
      if (++this.#global.count > globalPerSecond)
        return this.#tooMany(1000 - (now - this.#global.from), 'global');
    }
    const channel = POST_MESSAGE.exec(request)?.[1];
    if (channel !== undefined && perChannel) {
      let window = this.#channels.get(channel);
      if (!window || now - window.from >= perChannel.windowMs) {
        window = { from: now, count: 0 };
        this.#channels.set(channel, window);
      }
      if (++window.count > perChannel.count)
        return this.#tooMany(perChannel.windowMs - (now - window.from), 'user');
    }
    return undefined;
  }

  /** The headers that tell a client how much of its bucket is left. */
  headers(method: string, path: string): Record<string, string> {
    const channel = POST_MESSAGE.exec(`${method} ${path}`)?.[1];
    const { perChannel } = this.#settings;
    const window = channel === undefined ? undefined : this.#channels.get(channel);
    if (!window || !perChannel) return {};
    const after = Math.max(0, perChannel.windowMs - (Date.now() - window.from)) / 1000;
    return {
      'x-ratelimit-limit': String(perChannel.count),
      'x-ratelimit-remaining': String(Math.max(0, perChannel.count - window.count)),
      'x-ratelimit-reset-after': after.toFixed(3),
      'x-ratelimit-bucket': 'messages',
    };
  }

  #tooMany(waitMs: number, scope: 'global' | 'user') {
    this.refused++;
    const retryAfter = Math.max(0.001, waitMs / 1000);
    return {
      answer: {
        status: 429,
        body: { message: 'You are being rate limited.', retry_after: retryAfter, global: scope === 'global' },
      },
      headers: {
        'retry-after': String(Math.ceil(retryAfter)),
        'x-ratelimit-scope': scope,
        'x-ratelimit-reset-after': retryAfter.toFixed(3),
        'x-ratelimit-remaining': '0',
        ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : { 'x-ratelimit-bucket': 'messages' }),
      },
    };
  }
}
