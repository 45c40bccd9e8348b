import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Courier, Parcel, PostOutcome } from '../src/chat/courier.ts';
import type { Destination } from '../src/chat/destination.ts';
import { plainText } from '../src/chat/plain-text.ts';
import type { Reply } from '../src/chat/reply.ts';
import { arbitraryReply } from './support/arbitrary-reply.ts';
import { slug } from './support/stories.ts';

/** One platform's double with its courier, a channel and somebody's DM to post to. */
export interface CourierRig {
  readonly courier: Courier;
  readonly channel: Destination;
  readonly person: Destination;
  /** A channel there is no more, and one the bot may not write to. */
  readonly gone: Destination;
  readonly forbidden: Destination;
  /** What stands in a channel or DM, a text a message, oldest first. */
  shown(destination: Destination): readonly string[];
  /** What the next posts meet, so many of them. */
  meet(fault: CourierFault, times?: number): void;
  /** What the platform would have refused of what the courier sent. */
  refused(): readonly string[];
  /** Stops the adapter the courier belongs to. */
  stopAdapter(): Promise<void>;
  stop(): Promise<void>;
}

export type CourierFault =
  /** The platform fails or the connection is cut, and the message is there or not. */
  | 'error-before'
  | 'error-after'
  | 'cut-before'
  | 'cut-after'
  /** Told to wait for two minutes. */
  | 'long-wait';

/** @param start a platform of its own for each test */
export function describeCourier(name: Destination['platform'], start: () => Promise<CourierRig>): void {
  describe(`the courier of ${name}, as every courier`, () => {
    let rig: CourierRig;
    const since = Date.now();
    const giveUp = new AbortController().signal;

    beforeEach(async () => {
      rig = await start();
    });
    afterEach(async () => {
      expect(rig.refused()).toEqual([]);
      await rig.stop();
    });

    const parcelsOf = (reply: Reply, to = rig.channel): readonly Parcel[] => rig.courier.render(reply, to);
    const only = (reply: Reply, to = rig.channel): Parcel => {
      const [parcel, ...others] = parcelsOf(reply, to);
      if (!parcel || others.length > 0) throw new Error('this reply is not one message');
      return parcel;
    };
    const post = (key: string, to = rig.channel, parcel = only(DIGEST, to)): Promise<PostOutcome> =>
      rig.courier.post(to, parcel, key, giveUp);
    const find = (key: string, at = rig.channel) => rig.courier.find(at, key, since, giveUp);

    it('renders any reply as messages that, together, say what it says', () => {
      fc.assert(
        fc.property(arbitraryReply, (reply) => {
          const texts = parcelsOf(reply).map(({ text }) => text);
          expect(words(texts.join('')), texts.join('|')).toBe(words(plainText(reply)));
        }),
        { numRuns: 60 },
      );
    });

    it('posts in a channel and in a DM, and tells the message’s name there', async () => {
      for (const to of [rig.channel, rig.person]) {
        expect(await post('digest-1', to)).toEqual({ kind: 'sent', message: expect.stringMatching(/./) });
        expect(rig.shown(to)).toEqual([expect.stringContaining('Two pillars are cracked.')]);
      }
    });

    it('carries every message of a long digest, and whatever it kept of them survives being written down', async () => {
      const parcels = parcelsOf(LONG);
      expect(parcels.length).toBeGreaterThan(1);
      const kept = JSON.parse(JSON.stringify(parcels)) as readonly Parcel[];
      for (const [index, parcel] of kept.entries()) {
        expect(await post(`digest-2-${index}`, rig.channel, parcel)).toMatchObject({ kind: 'sent' });
      }
      expect(words(rig.shown(rig.channel).join(' '))).toBe(words(plainText(LONG)));
      for (const index of parcels.keys()) {
        expect(await find(`digest-2-${index}`)).toMatchObject({ kind: 'there' });
      }
    });

    it('knows what it posted by its key, and nothing by another', async () => {
      const sent = await post('digest-3');
      expect(await find('digest-3')).toEqual({
        kind: 'there',
        message: sent.kind === 'sent' ? sent.message : '',
      });
      expect(await find('digest-4')).toEqual({ kind: 'absent' });
      expect(await find('digest-3', rig.person)).toEqual({ kind: 'absent' });
    });

    it.each(['error-after', 'cut-after'] as const)(
      'is uncertain after %s, and sent once when it looks and goes on',
      async (fault) => {
        rig.meet(fault);
        expect(await post('digest-5')).toMatchObject({ kind: 'uncertain', trouble: 'platform-down' });
        expect(rig.shown(rig.channel)).toHaveLength(1);
        expect(await find('digest-5')).toMatchObject({ kind: 'there' });
      },
    );

    it.each(['error-before', 'cut-before'] as const)(
      'does not take %s for a message that is there',
      async (fault) => {
        rig.meet(fault);
        expect((await post('digest-6')).kind).not.toBe('sent');
        expect(await find('digest-6')).toEqual({ kind: 'absent' });
        expect(await post('digest-6')).toMatchObject({ kind: 'sent' });
        expect(rig.shown(rig.channel)).toHaveLength(1);
      },
    );

    it('leaves a long wait to whoever sent it', async () => {
      rig.meet('long-wait');
      const outcome = await post('digest-7');
      expect(outcome).toMatchObject({ kind: 'retry', trouble: 'rate-limited' });
      expect(outcome.kind === 'retry' && outcome.afterMs).toBeGreaterThanOrEqual(120_000);
      expect(rig.shown(rig.channel)).toEqual([]);
    });

    it('says why a digest can never come', async () => {
      expect(await post('digest-8', rig.gone)).toMatchObject({ kind: 'refused', trouble: 'channel-gone' });
      expect(await post('digest-9', rig.forbidden)).toMatchObject({ kind: 'refused' });
    });

    it('posts nothing when it is given up before it begins', async () => {
      const outcome = await rig.courier.post(rig.channel, only(DIGEST), 'digest-10', AbortSignal.abort());
      expect(outcome.kind).not.toBe('sent');
      expect(rig.shown(rig.channel)).toEqual([]);
    });

    it('sends nothing once its adapter is stopped', async () => {
      await rig.stopAdapter();
      expect(await post('digest-11')).toEqual({ kind: 'retry', trouble: 'adapter-off' });
      expect(await find('digest-11')).toEqual({ kind: 'unknown', final: false });
    });
  });
}

/** Line breaks and spaces are the layout's. */
function words(text: string): string {
  return text.toWellFormed().replace(/\s+/gu, '');
}

const DIGEST: Reply = {
  tone: 'digest',
  blocks: [
    { kind: 'heading', text: 'City council votes to close the old harbour bridge' },
    { kind: 'prose', content: [{ kind: 'text', text: 'Two pillars are cracked.' }] },
  ],
  actions: [
    {
      label: 'Who is Tomas Reyes?',
      intent: { kind: 'ask', story: slug('harbour-bridge'), question: 'Who?' },
    },
  ],
};

const LONG: Reply = {
  ...DIGEST,
  blocks: Array.from({ length: 60 }, (_, index) => ({
    kind: 'prose',
    content: [{ kind: 'text', text: `${index + 1} ${'of the pillars are cracked '.repeat(12)}.` }],
  })),
};
