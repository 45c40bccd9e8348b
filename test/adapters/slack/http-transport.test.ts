import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../doubles/slack/double-clock.ts';
import { type SignedRequest, sendSigned, sign } from '../../doubles/slack/signed-request.ts';
import { SIGNING_SECRET } from '../../doubles/slack/slack-double.ts';
import { type Rig, startRig } from './rig.ts';

const CLOCK = new ManualClock();
const NOW = CLOCK.now() / 1000;
const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

async function send(rig: Rig, request: Partial<SignedRequest>) {
  return sendSigned({
    url: `http://127.0.0.1:${rig.server.port}/slack/events`,
    secret: SIGNING_SECRET,
    timestamp: NOW,
    contentType: JSON_TYPE,
    body: '{}',
    ...request,
  });
}

/** A mention that would be answered if it were believed. */
function mention({ double }: Rig) {
  const ada = double.person();
  const channel = double.channel([ada]);
  const written = ada.write(channel, `<@${double.botUser}> Which ships waited?`);
  return { channel, body: JSON.stringify(ada.eventOf('app_mention', channel, written)) };
}

describe('a request to the bot’s address', () => {
  it.each<[string, number, (body: string) => Partial<SignedRequest>]>([
    ['signed by Slack just now', 200, () => ({})],
    ['299 seconds old', 200, () => ({ timestamp: NOW - 299 })],
    ['301 seconds old', 401, () => ({ timestamp: NOW - 301 })],
    ['from 301 seconds in the future', 401, () => ({ timestamp: NOW + 301 })],
    ['signed with another secret', 401, () => ({ secret: 'another' })],
    ['with the signature of another body', 401, () => ({ signature: sign(SIGNING_SECRET, NOW, '{}') })],
    [
      'with a signature of another version',
      401,
      (body) => ({ signature: sign(SIGNING_SECRET, NOW, body).replace('v0', 'v1') }),
    ],
    ['with a signature that is none', 401, () => ({ signature: 'v0=' })],
    ['with a stamp that is no number', 401, () => ({ timestamp: Number.NaN })],
    [
      'pretending to be a certificate check',
      401,
      () => ({ secret: 'another', body: 'ssl_check=1&command=/ask' }),
    ],
  ])('%s gets %i', async (_, status, spoil) => {
    await using rig = await startRig('http', { clock: CLOCK });
    const { channel, body } = mention(rig);
    expect((await send(rig, { body, ...spoil(body) })).status).toBe(status);
    await rig.settled();
    expect(rig.double.said(channel)).toHaveLength(status === 200 ? 1 : 0);
  });

  it('is refused when it is larger than anything of Slack’s', async () => {
    await using rig = await startRig('http', { clock: CLOCK });
    const body = JSON.stringify({ text: 'x'.repeat(2_000_000) });
    expect((await send(rig, { body })).status).toBe(413);
  });

  it('is refused, and not to be repeated, when nobody can read it', async () => {
    await using rig = await startRig('http', { clock: CLOCK });
    const unreadable = [Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), '{"type":', '[]', 'null', ''];
    for (const body of unreadable) {
      const { status, headers } = await send(rig, {
        body: typeof body === 'string' ? body : new Uint8Array(body),
      });
      expect([status, headers.get('x-slack-no-retry')]).toEqual([400, '1']);
    }
    expect((await send(rig, { contentType: FORM_TYPE, body: 'payload={' })).status).toBe(400);
  });

  it('that ends before its announced length does no harm', async () => {
    await using rig = await startRig('http', { clock: CLOCK });
    const socket = connect(rig.server.port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      'POST /slack/events HTTP/1.1\r\nhost: bot\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"type"',
    );
    socket.destroy();
    await once(socket, 'close');
    expect((await send(rig, { body: '{"type":"url_verification","challenge":"c"}' })).status).toBe(200);
  });

  it('replayed is acknowledged, and not acted on again', async () => {
    await using rig = await startRig('http', { clock: CLOCK });
    const { double } = rig;
    const ada = double.person();
    const channel = double.channel([ada]);
    const form = double.payloads.slash(ada.user, channel, '/ask', 'Which ships waited?');
    const body = new URLSearchParams(form).toString();
    for (let times = 0; times < 3; times++) {
      expect((await send(rig, { contentType: FORM_TYPE, body })).status).toBe(200);
      await rig.settled();
    }
    expect(double.whispered(channel, ada)).toHaveLength(1);
  });

  it('answers Slack’s own checks', async () => {
    await using rig = await startRig('http', { clock: CLOCK });
    const verification = { token: 't', challenge: '3eZbrw1a', type: 'url_verification' };
    expect((await send(rig, { body: JSON.stringify(verification) })).body).toEqual({ challenge: '3eZbrw1a' });
    const check = { contentType: FORM_TYPE, body: 'ssl_check=1&token=t', signature: 'none' } as const;
    expect((await send(rig, check)).status).toBe(200);
    const smuggled = { contentType: FORM_TYPE, body: 'ssl_check=11', signature: 'none' } as const;
    expect((await send(rig, smuggled)).status).toBe(401);
  });

  it('is at its own address only', async () => {
    await using rig = await startRig('http', { clock: CLOCK });
    const at = (path: string) => fetch(`http://127.0.0.1:${rig.server.port}${path}`);
    expect(rig.slack.state()).toEqual({ kind: 'up' });
    expect((await at('/slack/events')).status).toBe(404);
    expect((await at('/elsewhere')).status).toBe(404);
  });
});
