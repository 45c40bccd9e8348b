import { LogLevel, WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock } from './double-clock.ts';
import { APP_TOKEN, BOT_TOKEN, DEFAULT_SCOPES, type SlackDouble, startSlackDouble } from './slack-double.ts';

const clock = new ManualClock();
let double: SlackDouble;
let client: WebClient;

beforeEach(async () => {
  double = await startSlackDouble(clock);
  client = new WebClient(BOT_TOKEN, {
    slackApiUrl: double.apiUrl,
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
  });
});
afterEach(() => double.stop());

const error = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (failure: { data?: { error?: string }; message: string }) => failure.data?.error ?? failure.message,
  );

describe('the double of Slack refuses', () => {
  it('messages that break a limit or have an unknown field', async () => {
    const channel = double.channel([double.person()]).id;
    const post = (blocks: unknown) =>
      error(client.chat.postMessage({ channel, text: 'x', blocks: blocks as never }));
    const section = (text: string) => ({ type: 'section', text: { type: 'plain_text', text } });
    expect(await post([section('x')])).toBe('done');
    expect(await post([section('x'.repeat(3001))])).toBe('invalid_blocks');
    expect(await post([section('')])).toBe('invalid_blocks');
    expect(await post([{ ...section('x'), colour: 'red' }])).toBe('invalid_blocks');
    expect(await post(Array(51).fill({ type: 'divider' }))).toBe('invalid_blocks');
    expect(await post(Array(5).fill(section('x'.repeat(2900))))).toBe('msg_blocks_too_long');
    expect(await post([{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }])).toBe('invalid_blocks');
    const button = { type: 'button', action_id: 'a', text: { type: 'plain_text', text: 'x' } };
    expect(await post([{ type: 'actions', elements: [button, button] }])).toBe('invalid_blocks');
    expect(await error(client.chat.postMessage({ channel, text: '' }))).toBe('no_text');
    expect(await error(client.chat.postMessage({ channel, text: 'x'.repeat(40_001) }))).toBe('msg_too_long');
    expect(await error(client.apiCall('chat.postMessage', { channel, text: 'x', unfurl: false }))).toBe(
      'invalid_arguments',
    );
  });

  it('a reply to a reply, and changes to what is not one’s own', async () => {
    const ada = double.person();
    const channel = double.channel([ada]);
    const root = ada.write(channel, 'root');
    const reply = ada.write(channel, 'reply', root.ts);
    const at = { channel: channel.id, text: 'x' };
    expect(await error(client.chat.postMessage({ ...at, thread_ts: root.ts }))).toBe('done');
    expect(await error(client.chat.postMessage({ ...at, thread_ts: reply.ts }))).toBe('thread_not_found');
    expect(await error(client.chat.update({ ...at, ts: root.ts }))).toBe('cant_update_message');
    const { message_ts } = await client.chat.postEphemeral({ ...at, user: ada.user.id });
    expect(await error(client.chat.update({ ...at, ts: message_ts ?? '' }))).toBe('message_not_found');
  });

  it('tokens that are none, revoked, or lack the scope', async () => {
    const other = (token: string) =>
      new WebClient(token, { slackApiUrl: double.apiUrl, retryConfig: { retries: 0 } });
    expect(await error(other('xoxb-other').auth.test())).toBe('invalid_auth');
    expect(await error(other(APP_TOKEN).auth.test())).toBe('not_allowed_token_type');
    expect(await error(client.apps.connections.open({}))).toBe('invalid_auth');
    double.grant(DEFAULT_SCOPES.filter((scope) => scope !== 'users:read'));
    expect(await error(client.users.info({ user: double.person().user.id }))).toBe('missing_scope');
    double.state.credentials.revoke(BOT_TOKEN);
    expect(await error(client.auth.test())).toBe('token_revoked');
  });

  it('posts where the bot may not be', async () => {
    const ada = double.person();
    const post = (channel: string) => error(client.chat.postMessage({ channel, text: 'x' }));
    expect(await post(double.channel([ada], { withoutBot: true }).id)).toBe('not_in_channel');
    expect(await post(double.channel([ada], { withoutBot: true, kind: 'private' }).id)).toBe(
      'channel_not_found',
    );
    expect(await post('C-none')).toBe('channel_not_found');
    expect(await post(double.botUser)).toBe('cannot_dm_bot');
  });

  it('a trigger that is used or three seconds old', async () => {
    const ada = double.person();
    const view = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'x' }, blocks: [] };
    const open = (trigger_id: string) => error(client.views.open({ trigger_id, view }));
    const trigger = double.state.triggers.issue({ user: ada.user.id });
    expect([await open(trigger), await open(trigger)]).toEqual(['done', 'exchanged_trigger_id']);
    const late = double.state.triggers.issue({ user: ada.user.id });
    clock.advance(3001);
    expect(await open(late)).toBe('expired_trigger_id');
  });

  it('a response_url after five uses or thirty minutes', async () => {
    const target = { channel: double.channel([]).id, user: 'U1', botUser: double.botUser };
    const use = async (key: string) => {
      const url = `${double.payloads.responseBase}${key}`;
      const response = await fetch(url, { method: 'POST', body: JSON.stringify({ text: 'x' }) });
      return response.status;
    };
    const key = double.state.responseUrls.issue(target);
    const uses = [];
    for (let at = 0; at < 6; at++) uses.push(await use(key));
    expect(uses).toEqual([200, 200, 200, 200, 200, 404]);
    const late = double.state.responseUrls.issue(target);
    clock.advance(30 * 60_000 + 1);
    expect(await use(late)).toBe(404);
  });

  it('a socket’s ticket the second time', async () => {
    const app = new WebClient(APP_TOKEN, { slackApiUrl: double.apiUrl });
    const { url = '' } = await app.apps.connections.open({});
    const connect = () =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(url);
        socket.addEventListener('message', ({ data }) => resolve(JSON.parse(String(data)).type));
        socket.addEventListener('error', () => resolve('refused'));
      });
    expect([await connect(), await connect()]).toEqual(['hello', 'refused']);
  });
});

describe('the double of Slack fails', () => {
  it('as it is told, before or after it acted', async () => {
    const { id: channel } = double.channel([double.person()]);
    const patient = new WebClient(BOT_TOKEN, {
      slackApiUrl: double.apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: 100,
      logLevel: LogLevel.ERROR,
    });
    const post = () => error(patient.chat.postMessage({ channel, text: 'x' }));
    const { faults, workspace } = double.state;
    faults.plan('chat.postMessage', { kind: 'status', status: 500, acted: false });
    expect([await post(), workspace.messages.length]).toEqual([expect.stringContaining('500'), 0]);
    faults.plan('chat.postMessage', { kind: 'status', status: 502, acted: true });
    expect([await post(), workspace.messages.length]).toEqual([expect.stringContaining('502'), 1]);
    faults.plan('chat.postMessage', { kind: 'reset', acted: true }, { kind: 'hang', acted: true });
    expect([await post(), await post()]).not.toContain('done');
    expect(workspace.messages).toHaveLength(3);
    faults.plan('chat.postMessage', { kind: 'rate-limited', retryAfter: 7 });
    expect(await post()).toContain('7 seconds');
    expect(await post()).toBe('done');
  });
});
