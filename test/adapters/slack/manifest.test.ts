import { describe, expect, it } from 'vitest';
import { buildManifest } from '../../../adapters/slack/manifest.ts';
import { DEFAULT_SCOPES } from '../../doubles/slack/slack-double.ts';
import { FakeDesk } from './digests/fake-desk.ts';
import { startRig } from './rig.ts';

const http = buildManifest({ url: 'https://bot.example.org', socket: false });
const socket = buildManifest({ socket: true });

describe("the app's manifest", () => {
  it('keeps to what Slack takes', () => {
    const { display_information, features, oauth_config, settings } = http;
    expect(display_information.name.length).toBeLessThanOrEqual(35);
    expect(display_information.description?.length).toBeLessThanOrEqual(140);
    for (const { command, description, usage_hint } of features?.slash_commands ?? []) {
      expect(command).toMatch(/^\/[a-z]{1,31}$/);
      expect(description.length).toBeLessThanOrEqual(2000);
      expect(usage_hint?.length).toBeLessThanOrEqual(1000);
    }
    for (const { name, description } of features?.shortcuts ?? []) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
    expect(oauth_config?.scopes?.bot).toEqual(DEFAULT_SCOPES);
    expect(settings?.event_subscriptions?.bot_events?.length).toBeLessThanOrEqual(100);
    expect(features?.app_home?.messages_tab_read_only_enabled).toBe(false);
  });

  it('sends everything to one address, or to none over a socket', () => {
    const addresses = JSON.stringify(http).match(/https:\/\/bot\.example\.org\/slack\/[a-z_]+/g);
    expect(new Set(addresses)).toEqual(
      new Set(['https://bot.example.org/slack/events', 'https://bot.example.org/slack/oauth_redirect']),
    );
    expect(JSON.stringify(socket)).not.toContain('http');
    expect(socket.settings?.socket_mode_enabled).toBe(true);
  });

  it('lets the bot read no channel', () => {
    const scopes: readonly string[] = http.oauth_config?.scopes?.bot ?? [];
    expect(scopes.filter((scope) => /^(channels|groups|mpim):history$/.test(scope))).toEqual([]);
    expect(http.settings?.event_subscriptions?.bot_events).not.toContain('message.channels');
  });

  it.each(http.features?.slash_commands?.map(({ command }) => command) ?? [])(
    'promises %s, which answers',
    async (command) => {
      await using rig = await startRig('http');
      const ada = rig.double.person();
      const channel = rig.double.channel([ada]);
      await ada.slash(channel, command, 'help');
      await rig.settled();
      expect(rig.double.whispered(channel, ada)).toHaveLength(1);
    },
  );

  it.each(http.features?.shortcuts?.map(({ callback_id }) => callback_id) ?? [])(
    'promises the shortcut %s, which opens a form',
    async (callback) => {
      await using rig = await startRig('http');
      const ada = rig.double.person();
      const channel = rig.double.channel([ada]);
      await ada.shortcut(ada.write(channel, 'x'), callback);
      await rig.settled();
      expect(rig.double.state.workspace.modals.size).toBe(1);
    },
  );

  it('subscribes to the events that are handled, each of which does something', async () => {
    const desk = new FakeDesk();
    await using rig = await startRig('http', { digests: desk });
    const { double } = rig;
    const ada = double.person();
    const channel = double.channel([ada]);
    const effects: Record<string, () => Promise<unknown>> = {
      app_mention: () => ada.mention(channel, 'Which ships waited?'),
      'message.im': () => ada.directMessage('Which ships waited?'),
      app_home_opened: () => ada.openHome(),
      member_joined_channel: () =>
        double.announce({ type: 'member_joined_channel', user: double.botUser, channel: channel.id }),
      ...Object.fromEntries(
        ['channel_left', 'channel_deleted', 'group_left', 'group_deleted'].map((type) => [
          type,
          () => double.announce({ type, channel: channel.id }),
        ]),
      ),
      tokens_revoked: () => double.announce({ type: 'tokens_revoked', tokens: { bot: ['UBOT'] } }),
      app_uninstalled: () => double.announce({ type: 'app_uninstalled' }),
      team_access_revoked: () =>
        double.announce(
          { type: 'team_access_revoked', team_ids: [double.team] },
          { team_id: null, enterprise_id: 'E0001', authorizations: [] },
        ),
    };
    expect(Object.keys(effects).toSorted()).toEqual(
      [...(http.settings?.event_subscriptions?.bot_events ?? [])].toSorted(),
    );
    for (const [event, cause] of Object.entries(effects)) {
      const before = [double.state.calls.length, rig.logged.length, desk.forgotten.length];
      await cause();
      await rig.settled();
      expect([event, double.state.calls.length, rig.logged.length, desk.forgotten.length]).not.toEqual([
        event,
        ...before,
      ]);
    }
  });
});
