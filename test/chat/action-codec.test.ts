import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActionIntent } from '../../src/chat/action.ts';
import { ActionCodec, PACKED_LIMIT } from '../../src/chat/action-codec.ts';
import type { SubscriptionId } from '../../src/chat/digest-intent.ts';
import type { Slug } from '../../src/story/article.ts';
import { slug } from '../support/stories.ts';

const LONG = slug('a-very-long-name-of-a-story-that-nobody-would-type-by-hand-but-a-file-has');
const QUESTION = 'What did the harbour master say about the pilots who left in the storm?';

function codec(slugs: readonly Slug[] = [LONG], questions: readonly string[] = [QUESTION]): ActionCodec {
  return new ActionCodec({ slugs: () => slugs, questions: () => questions });
}

describe('ActionCodec', () => {
  test.each<[ActionIntent, string]>([
    [{ kind: 'ask', story: slug('bridge'), question: 'Who: me?' }, '1:ask:bridge:Who: me?'],
    [{ kind: 'brief', story: slug('bridge'), depth: 'full' }, '1:brief:bridge:full'],
    [{ kind: 'view', story: slug('bridge'), view: 'people' }, '1:view:bridge:people'],
    [{ kind: 'follow', story: slug('bridge') }, '1:follow:bridge:'],
    [{ kind: 'unhelpful', story: slug('bridge'), questionType: 'how-many' }, '1:unhelpful:bridge:how-many'],
    [
      { kind: 'digest', verb: 'change', subscription: 'k3v9q2m4' as SubscriptionId },
      '1:digest:change:k3v9q2m4',
    ],
    [{ kind: 'digest', verb: 'subscribe' }, '1:digest:subscribe:'],
  ])('packs %j as %s', (intent, packed) => {
    expect(codec().encode(intent)).toBe(packed);
    expect(codec().decode(packed)).toEqual(intent);
  });

  test('a question too long to be packed is known again while the process remembers it', () => {
    const one = codec();
    const intent: ActionIntent = { kind: 'ask', story: slug('bridge'), question: 'why '.repeat(60) };
    const packed = one.encode(intent);
    expect(packed.length).toBeLessThanOrEqual(PACKED_LIMIT);
    expect(one.decode(packed)).toEqual(intent);
    expect(codec().decode(packed)).toBeUndefined();
    one.forget();
    expect(one.decode(packed)).toBeUndefined();
  });

  test('a suggested question of any story is known again after a restart', () => {
    const intent: ActionIntent = { kind: 'ask', story: LONG, question: QUESTION };
    expect(codec().decode(codec().encode(intent))).toEqual(intent);
  });

  test('a long name is known only while there is such a story', () => {
    const packed = codec().encode({ kind: 'follow', story: LONG });
    expect(codec().decode(packed)).toEqual({ kind: 'follow', story: LONG });
    expect(codec([]).decode(packed)).toBeUndefined();
  });

  test.each([
    '',
    '1',
    '0:brief:bridge:short',
    '1:brief:bridge:huge',
    '1:brief:Bridge:short',
    '1:brief:bridge',
    '1:view:bridge:constructor',
    '1:view:bridge:__proto__',
    '1:constructor:bridge:x',
    '1:ask:bridge:',
    '1:ask:bridge:~AAAAAAAAAAAA',
    '1:ask:bridge:a\nb',
    '1:ask:~AAAAAAAAAAAA:why?',
    '1:follow:bridge:more',
    ' 1:follow:bridge:',
    '1:digest:',
    '1:digest:change:K3V9Q2M4',
    '1:digest:change:k3v9q2m4:',
    '1:digest:change:short',
    '1:digest:constructor:k3v9q2m4',
    '1:digest:list:k3v9q2m4 ',
    `1:ask:bridge:${'x'.repeat(100)}`,
  ])('refuses what it did not make: %j', (forged) => {
    expect(codec().decode(forged)).toBeUndefined();
  });

  test('any question of any story fits, is printable, and comes back the same', () => {
    const slugs = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,79}$/).map(slug);
    const questions = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.lorem({ maxCount: 30 }),
    );
    fc.assert(
      fc.property(slugs, questions, (story, question) => {
        const one = codec([story]);
        const packed = one.encode({ kind: 'ask', story, question });
        expect(packed.length).toBeLessThanOrEqual(PACKED_LIMIT);
        expect(packed).not.toMatch(/\p{C}/u);
        expect(one.decode(packed)).toEqual({ kind: 'ask', story, question });
      }),
    );
  });

  test('whatever is decoded is packed the same again', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.stringMatching(/^1:(ask|view|brief|digest):(change|[a-z]{1,5}):.{0,9}$/),
        ),
        (packed) => {
          const one = codec();
          const intent = one.decode(packed);
          if (intent) expect(one.encode(intent)).toBe(packed);
        },
      ),
    );
  });
});
