import { describe, expect, it, vi } from 'vitest';
import type { Person } from '../../doubles/slack/person.ts';
import { APP_TOKEN } from '../../doubles/slack/slack-double.ts';
import type { Channel } from '../../doubles/slack/workspace.ts';
import { HURRY, type Rig, startRig } from './rig.ts';

async function answered(rig: Rig, ada: Person, channel: Channel, question: string) {
  await ada.mention(channel, question);
  await rig.settled();
}

describe('Socket Mode', () => {
  it('is ready once Slack said hello', async () => {
    await using rig = await startRig('socket');
    expect(rig.slack.state()).toEqual({ kind: 'up' });
    expect(rig.double.socket.open).toBe(1);
  });

  it.each(['refresh_requested', 'warning'] as const)('reconnects when Slack asks: %s', async (reason) => {
    await using rig = await startRig('socket');
    const { double } = rig;
    const ada = double.person();
    const channel = double.channel([ada]);
    double.socket.askToReconnect(reason);
    await vi.waitFor(() => expect(double.socket.opened).toBe(2));
    await answered(rig, ada, channel, 'Which ships waited?');
    expect(double.said(channel)).toHaveLength(1);
    await double.socket.untilOpen(1);
    expect(rig.slack.state()).toEqual({ kind: 'up' });
  });

  it('answers once what was sent while the connection was torn', async () => {
    await using rig = await startRig('socket');
    const { double } = rig;
    double.socket.retryAfter = 50;
    const ada = double.person();
    const channel = double.channel([ada]);
    for (let round = 0; round < 5; round++) {
      const before = double.socket.opened;
      double.socket.cut();
      await answered(rig, ada, channel, `Which ships waited, ${round}?`);
      expect(double.socket.opened).toBeGreaterThan(before);
    }
    expect(double.said(channel)).toHaveLength(5);
  });

  it('replaces a connection that gives no sign of life', async () => {
    await using rig = await startRig('socket');
    const { double } = rig;
    double.socket.dropPings();
    await vi.waitFor(() => expect(double.socket.opened).toBe(2), { timeout: 5000 });
    const ada = double.person();
    const channel = double.channel([ada]);
    await answered(rig, ada, channel, 'Which ships waited?');
    expect(double.said(channel)).toHaveLength(1);
  });

  it('replaces a connection that is alive but deaf, before it closes the old one', async () => {
    const socket = { ...HURRY.socket, silence: 100 };
    await using rig = await startRig('socket', { timing: { socket } });
    const { double } = rig;
    double.socket.retryAfter = 50;
    double.socket.deafen();
    const ada = double.person();
    const channel = double.channel([ada]);
    await answered(rig, ada, channel, 'Which ships waited?');
    expect(double.said(channel)).toHaveLength(1);
    expect(double.socket.opened).toBeGreaterThan(1);
    expect(rig.slack.state().kind).toBe('up');
  });

  it('gives up a connection that says no hello, and tries again', async () => {
    const socket = { ...HURRY.socket, connect: 60 };
    const prepare = (double: Rig['double']) => {
      double.socket.silent = true;
    };
    await using rig = await startRig('socket', { prepare, timing: { socket } });
    expect(rig.slack.state()).toMatchObject({ kind: 'degraded' });
    rig.double.socket.silent = false;
    await vi.waitFor(() => expect(rig.slack.state()).toEqual({ kind: 'up' }));
  });

  it('goes on trying while Slack is down, and comes back with it', async () => {
    await using rig = await startRig('socket');
    const { faults } = rig.double.state;
    faults.atRandom(() => ({ kind: 'status', status: 503, acted: false }));
    rig.double.socket.cut();
    await vi.waitFor(() => expect(rig.slack.state()).toMatchObject({ kind: 'degraded' }));
    faults.clear();
    await vi.waitFor(() => expect(rig.slack.state()).toEqual({ kind: 'up' }));
  });

  it('stops with a sentence for the operator when the app-level token is no good', async () => {
    await using rig = await startRig('socket', {
      prepare: ({ state }) => state.credentials.revoke(APP_TOKEN),
    });
    expect(rig.slack.state()).toEqual({ kind: 'failed', reason: expect.stringContaining('SLACK_APP_TOKEN') });
  });

  it('answers an event sent twice, on two connections, once', async () => {
    await using rig = await startRig('socket');
    const { double } = rig;
    const ada = double.person();
    const channel = double.channel([ada]);
    const event = ada.eventOf(
      'app_mention',
      channel,
      ada.write(channel, `<@${double.botUser}> Which ships?`),
    );
    double.socket.retryAfter = 50;
    double.socket.askToReconnect('warning');
    await Promise.all([ada.deliver(event), ada.deliver(event), ada.deliver(event)]);
    await rig.settled();
    expect(double.said(channel)).toHaveLength(1);
  });

  it('leaves what comes while it stops to whoever listens next', async () => {
    await using rig = await startRig('socket');
    const ada = rig.double.person();
    const channel = rig.double.channel([ada]);
    const stopped = rig.slack.stop();
    void ada.mention(channel, 'Which ships waited?');
    await stopped;
    expect(rig.double.said(channel)).toEqual([]);
    expect(rig.slack.state()).toEqual({ kind: 'off' });
  });
});
