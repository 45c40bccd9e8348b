import { Agent, request } from 'undici';
import type { Courier, Parcel, PostOutcome, Settlement } from '../../../src/chat/courier.ts';
import { plainText } from '../../../src/chat/plain-text.ts';
import type { Reply } from '../../../src/chat/reply.ts';

/** Carries digests to a `PlatformServer`, or to anything that speaks like it. */
export function httpCourier(url: string, platform: Courier['platform']): Courier {
  const dispatcher = new Agent({ connections: 100 });

  async function post(
    channel: string,
    parcel: Parcel,
    key: string,
    signal: AbortSignal,
  ): Promise<PostOutcome> {
    const body = JSON.stringify({ channel, key, ...parcel.body });
    const options = { method: 'POST', body, signal, dispatcher } as const;
    const response = await request(`${url}/${platform}`, options);
    const answer = (await response.body.json()) as { readonly id?: string };
    if (response.statusCode === 429) {
      const afterMs = Number(response.headers['retry-after']) * 1000;
      return { kind: 'retry', trouble: 'rate-limited', afterMs };
    }
    if (response.statusCode !== 200) return { kind: 'uncertain', trouble: 'platform-down' };
    return { kind: 'sent', message: answer.id ?? '' };
  }

  async function find(key: string, signal: AbortSignal): Promise<Settlement> {
    const response = await request(`${url}/${platform}?key=${key}`, { signal, dispatcher });
    const { found } = (await response.body.json()) as { readonly found?: boolean };
    if (response.statusCode === 403) return { kind: 'unknown', final: true };
    return found ? { kind: 'there', message: `m-${key}` } : { kind: 'absent' };
  }

  return {
    platform,
    render: (reply: Reply) =>
      reply.blocks.map((block) => {
        const text = plainText({ ...reply, blocks: [block], actions: [] });
        return { body: { text }, text };
      }),
    post: (destination, parcel, key, signal) =>
      post(destination.id, parcel, key, signal).catch((error: unknown) => ({
        kind: 'uncertain',
        trouble: 'platform-down',
        detail: String(error),
      })),
    find: (_destination, key, _since, signal) =>
      find(key, signal).catch(() => ({ kind: 'unknown', final: false })),
  };
}
