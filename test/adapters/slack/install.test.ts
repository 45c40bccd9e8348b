import { describe, expect, it } from 'vitest';
import type { InstallationRows } from '../../../adapters/slack/install/installation-rows.ts';
import { noteReply } from '../../../adapters/slack/posting/speaker.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import type { Person } from '../../doubles/slack/person.ts';
import { installed } from './installed.ts';
import { type Rig, startRig } from './rig.ts';

const SECRET = 'a secret that is at least as long as thirty-two characters';

/** Rows that a test can look into. */
class Rows implements InstallationRows {
  readonly map = new Map<string, string>();
  async put(key: string, sealed: string) {
    this.map.set(key, sealed);
  }
  async get(key: string) {
    return this.map.get(key);
  }
  async delete(key: string) {
    this.map.delete(key);
  }
  async list(beginning: string) {
    return [...this.map].filter(([key]) => key.startsWith(beginning));
  }
}

async function startMany(
  rows: Rows,
  options: { rotation?: number; secrets?: readonly [string, ...string[]] } = {},
) {
  return startRig('http', {
    clock: systemClock,
    stores: { installations: rows },
    settings: {
      install: {
        kind: 'oauth',
        clientId: '1.1',
        clientSecret: 'client-secret',
        secrets: options.secrets ?? [SECRET],
        publicUrl: 'https://bot.example.org',
      },
    },
    prepare: ({ state }) => {
      state.rotation = options.rotation;
    },
  });
}

async function answers({ double, settled }: Rig, ada: Person): Promise<number> {
  await ada.directMessage('Which ships waited?');
  await settled();
  return double.said(ada.directChannel()).length;
}

/** Sends a message that nothing from Slack brought about. */
async function deliver({ slack }: Rig, workspace: string, { user }: Person) {
  const to = { platform: 'slack', workspace, kind: 'person', id: user.id } as const;
  const [parcel] = slack.courier?.render(noteReply('The news.'), to) ?? [];
  if (!parcel) throw new Error('nothing was rendered');
  return slack.courier?.post(to, parcel, 'd1', AbortSignal.timeout(5000));
}

describe('installing by OAuth', () => {
  it('asks for the least scopes and makes the bot answer there', async () => {
    const rows = new Rows();
    await using rig = await startMany(rows);
    const begun = await fetch(`http://127.0.0.1:${rig.server.port}/slack/install`, { redirect: 'manual' });
    const address = new URL(begun.headers.get('location') ?? '');
    expect(address.searchParams.get('scope')?.split(',')).not.toContain('channels:history');
    expect(address.searchParams.get('redirect_uri')).toBe('https://bot.example.org/slack/oauth_redirect');
    expect((await installed(rig)).status).toBe(200);
    expect(await answers(rig, rig.double.person())).toBe(1);
  });

  it('keeps the token sealed', async () => {
    const rows = new Rows();
    await using rig = await startMany(rows);
    await installed(rig);
    const { token } = rig.double.token();
    expect([...rows.map.keys()]).toEqual([`slack:team:${rig.double.team}`]);
    expect([...rows.map.values()].join()).not.toContain(token);
  });

  it.each([{ spoilState: true }, { forgetCookie: true }])('refuses %j', async (spoiled) => {
    const rows = new Rows();
    await using rig = await startMany(rows);
    expect((await installed(rig, spoiled)).status).toBe(400);
    expect(rows.map.size).toBe(0);
  });

  it('is for the whole organisation when its owner says so', async () => {
    const rows = new Rows();
    await using rig = await startMany(rows);
    rig.double.installer = { team: rig.double.team, user: 'U1', enterprise: 'E0001' };
    expect((await installed(rig)).status).toBe(200);
    expect([...rows.map.keys()]).toEqual(['slack:enterprise:E0001']);
    const ada = rig.double.person();
    expect(await answers(rig, ada)).toBe(1);
    const channel = rig.double.channel([ada], { withoutBot: true });
    await ada.slash(channel, '/ask', 'Which ships waited?');
    await rig.settled();
    expect(rig.double.whispered(channel, ada)).toHaveLength(1);
    // A digest is addressed to the workspace alone.
    expect(await deliver(rig, rig.double.team, ada)).toMatchObject({ kind: 'sent' });
    expect(await deliver(rig, 'T-other', ada)).toMatchObject({ kind: 'refused', trouble: 'removed' });
  });

  it.each([{ type: 'app_uninstalled' }, { type: 'tokens_revoked', tokens: { bot: ['UBOT'] } }])(
    'is undone by $type, and the others stay',
    async (event) => {
      const rows = new Rows();
      await using rig = await startMany(rows);
      await rows.put('slack:team:T-other', 'sealed');
      await installed(rig);
      await rig.double.announce(event);
      await rig.settled();
      expect([...rows.map.keys()]).toEqual(['slack:team:T-other']);
      expect(rig.slack.state()).toEqual({ kind: 'up' });
    },
  );

  it('is not undone when only a user’s token is revoked', async () => {
    const rows = new Rows();
    await using rig = await startMany(rows);
    await installed(rig);
    await rig.double.announce({ type: 'tokens_revoked', tokens: { oauth: ['U1'] } });
    await rig.settled();
    expect(rows.map.size).toBe(1);
  });

  it('says nothing where it is not installed', async () => {
    await using rig = await startMany(new Rows());
    const ada = rig.double.person();
    await ada.directMessage('Which ships waited?');
    await rig.settled();
    expect(rig.double.said(ada.directChannel())).toEqual([]);
    expect(rig.slack.state()).toEqual({ kind: 'up' });
  });
});

describe('tokens that rotate', () => {
  it('are refreshed before they end, once, however many need them', async () => {
    const rows = new Rows();
    // Two hours before the end is when they are refreshed: this is at once.
    await using rig = await startMany(rows, { rotation: 3600 });
    await installed(rig);
    const first = rig.double.token().token;
    rig.double.state.rotation = 43_200;
    const ada = rig.double.person();
    await Promise.all([1, 2, 3].map((at) => ada.directMessage(`Which ships waited, ${at}?`)));
    await rig.settled();
    expect(rig.double.said(ada.directChannel())).toHaveLength(3);
    expect(rig.double.token().token).not.toBe(first);
    const refreshed = rig.double.state.calls.filter(
      ({ method, args }) => method === 'oauth.v2.access' && args['grant_type'] === 'refresh_token',
    );
    expect(refreshed.map(({ outcome }) => outcome)).toEqual(['ok']);
  });

  it('are refreshed for a message that nothing from Slack brought about', async () => {
    const rows = new Rows();
    await using rig = await startMany(rows, { rotation: 3600 });
    await installed(rig);
    const first = rig.double.token().token;
    rig.double.state.rotation = 43_200;
    const client = await rig.slack.clientFor({ team: rig.double.team });
    expect(await client.auth.test()).toMatchObject({ ok: true });
    expect(await deliver(rig, rig.double.team, rig.double.person())).toMatchObject({ kind: 'sent' });
    expect(client.token).not.toBe(first);
  });
});

describe('a new BACKSTORY_SECRET', () => {
  it('opens what the old one sealed while that is set, and seals it anew', async () => {
    const rows = new Rows();
    const old = 'the secret that was used before this one, long enough';
    {
      await using rig = await startMany(rows, { secrets: [old] });
      await installed(rig);
    }
    const sealed = [...rows.map.values()][0];
    await using rig = await startMany(rows, { secrets: [SECRET, old] });
    // The same workspace, whose token the new process has never seen.
    const client = await rig.slack.clientFor({ team: rig.double.team });
    expect(client.token).toMatch(/^xoxb-/);
    expect([...rows.map.values()][0]).not.toBe(sealed);
  });
});
