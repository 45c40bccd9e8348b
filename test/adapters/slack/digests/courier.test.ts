import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PostOutcome } from '../../../../src/chat/courier.ts';
import type { Destination } from '../../../../src/chat/destination.ts';
import type { Reply } from '../../../../src/chat/reply.ts';
import { type CourierFault, type CourierRig, describeCourier } from '../../../courier-contract.ts';
import type { Fault } from '../../../doubles/slack/faults.ts';
import { labels, type Person } from '../../../doubles/slack/person.ts';
import { BOT_TOKEN, DEFAULT_SCOPES } from '../../../doubles/slack/slack-double.ts';
import type { Channel } from '../../../doubles/slack/workspace.ts';
import { HURRY, type Rig, type RigOptions, startRig } from '../rig.ts';

const POST = 'chat.postMessage';
const WITH_HISTORY = [...DEFAULT_SCOPES, 'channels:history', 'groups:history'];

describeCourier('slack', async (): Promise<CourierRig> => {
  const rig = await startRig('http', { prepare: (double) => double.grant(WITH_HISTORY) });
  const { double, slack } = rig;
  const ada = double.person();
  const channel = double.channel([ada]);
  const forbidden = double.channel([ada]);
  forbidden.restricted = true;
  return {
    courier: courierOf(rig),
    channel: placeOf(channel),
    person: dmOf(ada),
    gone: { ...placeOf(channel), id: 'C9999' },
    forbidden: placeOf(forbidden),
    shown: ({ kind, id }) =>
      double.state.workspace.messages
        .filter((one) => one.bot && one.channel === (kind === 'person' ? ada.directChannel().id : id))
        .map(({ text }) => text),
    meet: (fault, times = 1) => {
      for (let time = 0; time < times; time++) double.state.faults.plan(POST, FAULTS[fault]);
    },
    refused: () => refusedAsMade(rig),
    stopAdapter: () => slack.stop(),
    stop: async () => rig[Symbol.asyncDispose](),
  };
});

const FAULTS: Readonly<Record<CourierFault, Fault>> = {
  'error-before': { kind: 'status', status: 502, acted: false },
  'error-after': { kind: 'status', status: 502, acted: true },
  'cut-before': { kind: 'reset', acted: false },
  'cut-after': { kind: 'reset', acted: true },
  'long-wait': { kind: 'rate-limited', retryAfter: 120 },
};

describe('digests on Slack', () => {
  let rig: Rig;
  let ada: Person;
  let channel: Channel;
  const start = async (options: RigOptions = {}): Promise<void> => {
    rig = await startRig('http', options);
    ada = rig.double.person();
    channel = rig.double.channel([ada]);
  };
  beforeEach(() => start());
  afterEach(() => rig[Symbol.asyncDispose]());

  const post = (key: string, to = placeOf(channel), signal = AbortSignal.timeout(10_000)) => {
    const courier = courierOf(rig);
    const [parcel] = courier.render(DIGEST, to);
    if (!parcel) throw new Error('nothing was rendered');
    return courier.post(to, parcel, key, signal);
  };
  const find = (key: string, at = placeOf(channel)) =>
    courierOf(rig).find(at, key, Date.now(), AbortSignal.timeout(10_000));
  const posts = () => rig.double.state.calls.filter(({ method }) => method === POST);

  it('carry their key where no reader sees it, complete text, and unfurl nothing', async () => {
    expect(await post('x7f3.1')).toMatchObject({ kind: 'sent' });
    const [message] = rig.double.said(channel);
    expect(message).toMatchObject({
      unfurls: false,
      metadata: { event_type: 'backstory_delivery', event_payload: { delivery: 'x7f3.1' } },
    });
    expect(message?.text).toContain('Two pillars are cracked.');
    expect(message && labels(message)).toEqual(['Change', 'Stop']);
  });

  it('are never sent again by Slack’s own client', async () => {
    rig.double.state.faults.plan(POST, { kind: 'status', status: 500, acted: false });
    expect(await post('x1')).toMatchObject({ kind: 'uncertain', detail: 'HTTP 500' });
    expect(posts()).toHaveLength(1);
  });

  it('cannot be asked about in channels without a history scope, and nobody tries', async () => {
    rig.double.state.faults.plan(POST, { kind: 'reset', acted: true });
    expect(await post('x1')).toMatchObject({ kind: 'uncertain' });
    expect(await find('x1')).toEqual({ kind: 'unknown', final: true });
    expect(rig.double.state.calls.map(({ method }) => method)).not.toContain('conversations.history');
  });

  it('can always be asked about in a direct message', async () => {
    rig.double.state.faults.plan(POST, { kind: 'reset', acted: true });
    expect(await post('x1', dmOf(ada))).toMatchObject({ kind: 'uncertain' });
    expect(await find('x1', dmOf(ada))).toMatchObject({ kind: 'there' });
    expect(await find('x2', dmOf(ada))).toEqual({ kind: 'absent' });
  });

  it('cannot be asked about in a private channel with the scope for public ones only', async () => {
    rig.double.grant([...DEFAULT_SCOPES, 'channels:history']);
    const secret = rig.double.channel([ada], { kind: 'private' });
    expect(await find('x1', placeOf(secret))).toEqual({ kind: 'unknown', final: true });
  });

  it('are found among much that was said since, and not in what others say', async () => {
    await rig[Symbol.asyncDispose]();
    await start({ prepare: (double) => double.grant(WITH_HISTORY) });
    await post('x1');
    for (let said = 0; said < 250; said++) ada.write(channel, `talk ${said}`);
    expect(await find('x1')).toMatchObject({ kind: 'there' });
    const { workspace } = rig.double.state;
    const metadata = { event_type: 'backstory_delivery', event_payload: { delivery: 'x2' } };
    workspace.add({ ...ada.write(channel, 'forged'), metadata });
    expect(await find('x2')).toEqual({ kind: 'absent' });
  });

  it('can be asked about later while Slack fails', async () => {
    rig.double.state.faults.plan('conversations.history', { kind: 'status', status: 503, acted: false });
    expect(await find('x1', dmOf(ada))).toEqual({ kind: 'unknown', final: false });
  });

  it.each<readonly [error: string, outcome: Partial<PostOutcome>]>([
    ['not_in_channel', { kind: 'refused', trouble: 'not-in-channel' }],
    ['channel_not_found', { kind: 'refused', trouble: 'channel-gone' }],
    ['is_archived', { kind: 'refused', trouble: 'channel-archived' }],
    ['restricted_action', { kind: 'refused', trouble: 'no-permission' }],
    ['missing_scope', { kind: 'refused', trouble: 'missing-scope' }],
    ['ratelimited', { kind: 'retry', trouble: 'rate-limited' }],
    ['service_unavailable', { kind: 'retry', trouble: 'platform-down' }],
    ['fatal_error', { kind: 'uncertain', trouble: 'platform-down' }],
  ])('say what %s means', async (error, outcome) => {
    rig.double.state.faults.plan(POST, { kind: 'platform', error, acted: false });
    expect(await post('x1')).toMatchObject(outcome);
    expect(await post('x1')).toMatchObject({ kind: 'sent' });
  });

  it.each(['invalid_blocks', 'msg_blocks_too_long'])(
    'go as their words with their buttons after %s, then as their words alone, then are refused',
    async (error) => {
      const refusal: Fault = { kind: 'platform', error, acted: false };
      const plain = { type: 'section', text: { type: 'plain_text' } };
      rig.double.state.faults.plan(POST, refusal);
      expect(await post('x1')).toMatchObject({ kind: 'sent' });
      const [first] = rig.double.said(channel);
      expect(first).toMatchObject({ unfurls: false, blocks: [plain, { type: 'actions' }] });
      expect(first && labels(first)).toEqual(['Change', 'Stop']);
      rig.double.state.faults.plan(POST, refusal, refusal);
      expect(await post('x2')).toMatchObject({ kind: 'sent' });
      expect(rig.double.said(channel)[1]?.blocks).toMatchObject([plain]);
      rig.double.state.faults.plan(POST, refusal, refusal, refusal);
      expect(await post('x3')).toEqual({ kind: 'refused', trouble: 'message-refused', detail: error });
    },
  );

  it('wait for the operator when the one token is refused, and Slack says so', async () => {
    rig.double.state.credentials.revoke(BOT_TOKEN);
    expect(await post('x1')).toMatchObject({ kind: 'retry', trouble: 'adapter-off' });
    expect(rig.slack.state()).toMatchObject({ kind: 'failed' });
    expect(await post('x1')).toEqual({ kind: 'retry', trouble: 'adapter-off' });
  });

  it('were certainly not posted when the direct message could not even be opened', async () => {
    rig.double.state.faults.plan('conversations.open', { kind: 'status', status: 502, acted: true });
    expect(await post('x1', dmOf(ada))).toMatchObject({ kind: 'retry', trouble: 'platform-down' });
    expect(await post('x1', dmOf(ada))).toMatchObject({ kind: 'sent' });
    const stranger = { ...dmOf(ada), id: 'U9999' };
    expect(await post('x2', stranger)).toMatchObject({ kind: 'refused', trouble: 'no-direct-messages' });
  });

  it('are uncertain when Slack does not answer before they are given up', async () => {
    await rig[Symbol.asyncDispose]();
    await start({ timing: { ...HURRY, request: 5000 } });
    rig.double.state.faults.plan(POST, { kind: 'hang', acted: true });
    const before = performance.now();
    expect(await post('x1', dmOf(ada), AbortSignal.timeout(150))).toMatchObject({ kind: 'uncertain' });
    expect(performance.now() - before).toBeLessThan(3000);
    expect(await find('x1', dmOf(ada))).toMatchObject({ kind: 'there' });
  });

  it('are finished before the adapter stops', async () => {
    await rig[Symbol.asyncDispose]();
    await start({ timing: { ...HURRY, request: 5000 } });
    rig.double.state.faults.plan(POST, { kind: 'hang', acted: true });
    const posting = post('x1', placeOf(channel), AbortSignal.timeout(200));
    await rig.slack.stop();
    expect(await posting).toMatchObject({ kind: 'uncertain' });
  });
});

function courierOf({ slack }: Rig) {
  if (!slack.courier) throw new Error('the adapter has no courier');
  return slack.courier;
}

function placeOf({ id, team }: Channel): Destination {
  return { platform: 'slack', workspace: team, kind: 'channel', id };
}

function dmOf({ user }: Person): Destination {
  return { platform: 'slack', workspace: user.team, kind: 'person', id: user.id };
}

/** What Slack would say is wrong with a body, unless a test made it say so. */
function refusedAsMade({ double }: Rig): readonly string[] {
  return double.state.calls
    .filter(({ outcome }) => /^(invalid_|msg_|no_text)/.test(outcome))
    .map(({ method, outcome }) => `${method}: ${outcome}`);
}

const DIGEST: Reply = {
  tone: 'digest',
  blocks: [{ kind: 'prose', content: [{ kind: 'text', text: 'Two pillars are cracked.' }] }],
  actions: [
    { label: 'Change', intent: { kind: 'digest', verb: 'change' } },
    { label: 'Stop', intent: { kind: 'digest', verb: 'remove' } },
  ],
};
