import { describe, expect, it, vi } from 'vitest';
import type { Fault } from '../../doubles/slack/faults.ts';
import { labels, type Person } from '../../doubles/slack/person.ts';
import { BOT_TOKEN, DEFAULT_SCOPES } from '../../doubles/slack/slack-double.ts';
import type { Channel } from '../../doubles/slack/workspace.ts';
import { HURRY, type Rig, type RigOptions, startRig } from './rig.ts';

interface Scene extends Rig {
  readonly ada: Person;
  readonly channel: Channel;
}

async function scene(work: (scene: Scene) => Promise<void>, options: RigOptions = {}) {
  await using rig = await startRig('http', options);
  const ada = rig.double.person();
  const channel = rig.double.channel([ada]);
  await work({ ...rig, ada, channel });
}

const CERTAIN: readonly Fault[] = [
  { kind: 'rate-limited', retryAfter: 0 },
  { kind: 'platform', error: 'service_unavailable', acted: false },
];

const UNCERTAIN: readonly Fault[] = [false, true].flatMap((acted): Fault[] => [
  { kind: 'status', status: 500, acted },
  { kind: 'status', status: 502, acted },
  { kind: 'platform', error: 'internal_error', acted },
  { kind: 'hang', acted },
  { kind: 'reset', acted },
]);

describe('an answer that fails', () => {
  it.each(CERTAIN)('for certain, is sent again: %j', (fault) =>
    scene(async ({ double, ada, channel, settled }) => {
      double.state.faults.plan('chat.postMessage', fault, fault);
      await ada.mention(channel, 'Which ships waited?');
      await settled();
      expect(double.said(channel)).toHaveLength(1);
      expect(double.whispered(channel, ada)).toEqual([]);
    }),
  );

  it.each(UNCERTAIN)('perhaps, is offered again in private and never doubled: %j', (fault) =>
    scene(async ({ double, ada, channel, settled }) => {
      double.state.faults.plan('chat.postMessage', fault);
      const asked = await ada.mention(channel, 'Which ships waited?');
      await settled();
      const acted = 'acted' in fault && fault.acted;
      expect(double.said(channel)).toHaveLength(acted ? 1 : 0);
      const [offer, ...others] = double.whispered(channel, ada);
      expect(others).toEqual([]);
      expect(offer && labels(offer)).toEqual(['Show the answer']);
      if (acted || !offer) return;
      await ada.press(offer, 'Show the answer');
      await ada.press(offer, 'Show the answer');
      await settled();
      expect(double.said(channel)).toMatchObject([{ thread: asked.ts }]);
    }),
  );

  it.each(UNCERTAIN)('perhaps, by a command’s address, is offered the same way: %j', (fault) =>
    scene(async ({ double, ada, channel, settled }) => {
      double.state.faults.plan('response_url', fault);
      await ada.slash(channel, '/ask', 'Which ships waited?');
      await settled();
      const acted = 'acted' in fault && fault.acted;
      const seen = double.whispered(channel, ada).map(labels);
      expect(seen.filter((names) => names.includes('Show the answer'))).toHaveLength(1);
      expect(seen.filter((names) => names.includes('Not helpful'))).toHaveLength(acted ? 1 : 0);
    }),
  );

  it('waits as long as Slack asks, and no other channel with it', () =>
    scene(async ({ double, ada, channel, settled }) => {
      const other = double.channel([ada]);
      double.state.faults.plan('chat.postMessage', { kind: 'rate-limited', retryAfter: 1 });
      await ada.mention(channel, 'Which ships waited?');
      await ada.mention(other, 'Which ships waited?');
      await vi.waitFor(() => expect(double.said(other)).toHaveLength(1), { timeout: 700 });
      expect(double.said(channel)).toEqual([]);
      await settled();
      expect(double.said(channel)).toHaveLength(1);
    }));

  it.each<[string, (channel: Channel, double: Rig['double']) => void, string]>([
    ['the bot was removed', (channel, { botUser }) => channel.members.delete(botUser), '/invite @Backstory'],
    ['the channel is archived', (channel) => Object.assign(channel, { archived: true }), 'archived'],
    ['posting is restricted', (channel) => Object.assign(channel, { restricted: true }), 'restricted'],
  ])('because %s, is explained by direct message', (_, spoil, hint) =>
    scene(async ({ double, ada, channel, settled, logged }) => {
      spoil(channel, double);
      await ada.mention(channel, 'Which ships waited?');
      await settled();
      expect(double.said(channel)).toEqual([]);
      expect(double.said(ada.directChannel())[0]?.text).toContain(hint);
      expect(logged.some(({ level }) => level === 'warn')).toBe(true);
    }),
  );

  it('for want of a scope, names it to the operator', () =>
    scene(async ({ double, ada, channel, settled, logged }) => {
      double.grant(DEFAULT_SCOPES.filter((scope) => scope !== 'chat:write'));
      await ada.mention(channel, 'Which ships waited?');
      await settled();
      expect(JSON.stringify(logged)).toContain('give the app the scope chat:write');
    }));

  it('as we made it, is sent as plain words', () =>
    scene(async ({ double, ada, channel, settled, logged }) => {
      double.state.faults.plan('chat.postMessage', {
        kind: 'platform',
        error: 'invalid_blocks',
        acted: false,
      });
      await ada.mention(channel, 'Which ships waited?');
      await settled();
      expect(double.said(channel)[0]?.blocks[0]).toMatchObject({
        type: 'section',
        text: { type: 'plain_text' },
      });
      expect(logged.some(({ level }) => level === 'error')).toBe(true);
    }));

  it('because the token was revoked, stops Slack with a sentence, and nothing else', () =>
    scene(async ({ double, ada, channel, settled, slack, server }) => {
      const written = ada.write(channel, `<@${double.botUser}> Which ships waited?`);
      const event = ada.eventOf('app_mention', channel, written);
      double.state.credentials.revoke(BOT_TOKEN);
      await ada.deliver(event);
      await settled();
      expect(slack.state()).toMatchObject({
        kind: 'failed',
        reason: expect.stringContaining('SLACK_BOT_TOKEN'),
      });
      // Its server, which may be others' too, goes on.
      const { status } = await fetch(`http://127.0.0.1:${server.port}/slack/events`, { method: 'POST' });
      expect(status).toBe(401);
    }));
});

describe('starting', () => {
  it('fails with the setting’s name when Slack refuses the token', async () => {
    const prepare = ({ state }: Rig['double']) => state.credentials.revoke(BOT_TOKEN);
    await expect(startRig('http', { prepare })).rejects.toThrow(/SLACK_BOT_TOKEN/);
  });

  it('goes on while Slack is out of reach', async () => {
    const prepare = ({ state }: Rig['double']) =>
      state.faults.plan('auth.test', { kind: 'reset', acted: false });
    await using rig = await startRig('http', { prepare });
    expect(rig.slack.state()).toMatchObject({ kind: 'degraded' });
    const ada = rig.double.person();
    await ada.directMessage('Which ships waited?');
    await rig.settled();
    expect(rig.double.said(ada.directChannel())).toHaveLength(1);
  });

  it('names the scopes that are missing', async () => {
    const prepare = (double: Rig['double']) =>
      double.grant(DEFAULT_SCOPES.filter((scope) => scope !== 'im:history'));
    await using rig = await startRig('http', { prepare });
    expect(rig.logged).toContainEqual(
      expect.objectContaining({ level: 'warn', fields: { missing: ['im:history'] } }),
    );
  });
});

describe('stopping', () => {
  it('finishes what is running and waits no longer than it may', () =>
    scene(
      async ({ double, ada, channel, slack }) => {
        double.state.faults.plan('chat.postMessage', { kind: 'rate-limited', retryAfter: 60 });
        await ada.mention(channel, 'Which ships waited?');
        const before = performance.now();
        await slack.stop();
        expect(performance.now() - before).toBeLessThan(2000);
        await slack.stop();
      },
      { timing: { ...HURRY, longestWait: 120_000, stop: 200 } },
    ));

  it('refuses what comes afterwards, so that Slack sends it again', () =>
    scene(async ({ slack, ada, channel, double }) => {
      await slack.stop();
      const event = ada.eventOf('app_mention', channel, ada.write(channel, `<@${double.botUser}> Hello?`));
      expect(await ada.deliver(event)).toMatchObject({ status: 503 });
      const { body } = await ada.slash(channel, '/ask', 'Hello?');
      expect(body).toMatchObject({ response_type: 'ephemeral', text: expect.stringContaining('try again') });
    }));
});

describe('the log', () => {
  it('never holds a token or what somebody asked', () =>
    scene(
      async ({ double, ada, channel, settled, logged }) => {
        for (const fault of [...UNCERTAIN, ...CERTAIN]) double.state.faults.plan('chat.postMessage', fault);
        const count = UNCERTAIN.length + 2;
        for (let at = 0; at < count; at++) await ada.mention(channel, `Which secretword ${at}?`);
        await ada.slash(channel, '/ask', 'secretword?');
        await settled();
        const all = JSON.stringify(logged);
        expect(all).not.toContain('secretword');
        expect(all).not.toContain(BOT_TOKEN);
        expect(all).not.toContain('/response/');
      },
      { pace: { atOnce: 100, pauseMs: 1 } },
    ));
});
