import { describe, expect, test } from 'vitest';
import { createChat } from '../../src/chat/create-chat.ts';
import type { DigestRequest } from '../../src/chat/digest-desk.ts';
import type { DigestPlace, DigestWhere, SubscriptionId } from '../../src/chat/digest-intent.ts';
import { plainText } from '../../src/chat/plain-text.ts';
import type { Asker, ConversationKey, Intent } from '../../src/chat/request.ts';
import { MORNING, shelfWith } from '../support/stories.ts';

const ASKER: Asker = {
  platform: 'slack',
  workspace: 'T1',
  channel: 'C1',
  user: 'U1',
  conversation: 'a' as ConversationKey,
  manager: false,
};
const HERE: DigestPlace = {
  destination: { platform: 'slack', workspace: 'T1', kind: 'channel', id: 'C1' },
  name: '#general',
  standing: 'member',
};

/** What reaches the digests of what somebody says, and what is asked of the platform for it. */
async function asked(intent: Intent, options: { readonly found?: boolean; readonly at?: 'terminal' } = {}) {
  const requests: DigestRequest[] = [];
  const places: DigestWhere[] = [];
  const chat = createChat({
    stories: shelfWith(),
    digests: {
      handle(request) {
        requests.push(request);
        return Promise.resolve({ tone: 'chat', blocks: [], actions: [] });
      },
    },
  });
  const reply = await chat.handle({
    asker: { ...ASKER, platform: options.at ?? 'slack' },
    intent,
    at: MORNING,
    ...(options.at === undefined && {
      place(where: DigestWhere) {
        places.push(where);
        return Promise.resolve(options.found === false ? undefined : HERE);
      },
    }),
  });
  return { requests, places, reply };
}

describe('what concerns digests', () => {
  test('reaches them by command, with the place it is about', async () => {
    const { requests, places } = await asked({
      kind: 'digest',
      digest: { kind: 'list' },
      where: { kind: 'me' },
    });
    expect(places).toEqual([{ kind: 'me' }]);
    expect(requests).toMatchObject([{ intent: { kind: 'list' }, place: HERE, at: MORNING }]);
  });

  test('reaches them by button', async () => {
    const action = { kind: 'digest', verb: 'change', subscription: 'k3v9q2m4' as SubscriptionId } as const;
    const { requests, places } = await asked({ kind: 'action', action });
    expect(places).toEqual([{ kind: 'here' }]);
    expect(requests).toMatchObject([{ intent: { kind: 'change', subscription: 'k3v9q2m4', choices: {} } }]);
  });

  test('reaches them typed, wherever text is taken', async () => {
    const { requests, places } = await asked({ kind: 'say', text: ' /digest 8am kyiv #news' });
    expect(places).toEqual([{ kind: 'channel', channel: '#news' }]);
    expect(requests).toMatchObject([{ intent: { kind: 'subscribe', choices: { text: '8am kyiv' } } }]);
  });

  test('is refused for a channel nobody finds', async () => {
    const { requests, reply } = await asked(
      { kind: 'digest', digest: { kind: 'list' }, where: { kind: 'channel', channel: '#nowhere' } },
      { found: false },
    );
    expect(requests).toEqual([]);
    expect(reply.tone).toBe('refusal');
    expect(plainText(reply)).toContain('can’t find that channel');
  });

  test('is asked without a place where none can be sent', async () => {
    const { requests } = await asked({ kind: 'say', text: '/digest preview' }, { at: 'terminal' });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.place).toBeUndefined();
  });

  test('is refused in words by a bot that sends none', async () => {
    const reply = await createChat({ stories: shelfWith() }).handle({
      asker: ASKER,
      intent: { kind: 'say', text: '/digest' },
      at: MORNING,
    });
    expect(reply.tone).toBe('refusal');
  });

  test('and nothing else asks the platform for a place', async () => {
    const { requests, places } = await asked({ kind: 'say', text: 'what is a digest?' });
    expect([requests, places]).toEqual([[], []]);
  });
});
