import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../doubles/slack/double-clock.ts';
import { labels } from '../../doubles/slack/person.ts';
import { type Rig, type RigOptions, startRig, type Way } from './rig.ts';

const WAYS: readonly Way[] = ['http', 'socket'];

async function inChannel(way: Way, work: (rig: Rig) => Promise<void>, options: RigOptions = {}) {
  await using rig = await startRig(way, options);
  await work(rig);
}

describe.each(WAYS)('a question over %s', (way) => {
  it('by mention is answered in a thread under it', () =>
    inChannel(way, async ({ double, settled }) => {
      const ada = double.person();
      const channel = double.channel([ada]);
      const asked = await ada.mention(channel, 'Who is the harbour master?');
      await settled();
      const [answer, ...others] = double.said(channel);
      expect(others).toEqual([]);
      expect(answer).toMatchObject({ thread: asked.ts, unfurls: false });
      expect(answer?.text).toContain('Harbour master Ines Vogt said 14 ships had waited outside. [¶2]');
      expect(answer && labels(answer)).toContain('Not helpful');
    }));

  it('that follows one in its thread keeps its subject', () =>
    inChannel(way, async ({ double, settled }) => {
      const ada = double.person();
      const channel = double.channel([ada]);
      const first = await ada.mention(channel, 'Which ships waited?');
      await settled();
      await ada.mention(channel, 'and why?', first.ts);
      await settled();
      const answers = double.said(channel);
      expect(answers).toHaveLength(2);
      expect(answers[1]).toMatchObject({ thread: first.ts });
      expect(answers[1]?.text).toContain('14 ships');
    }));

  it('by direct message is answered there, outside threads', () =>
    inChannel(way, async ({ double, settled }) => {
      const ada = double.person();
      await ada.directMessage('When does the ferry to Osterby sail?');
      await settled();
      const [answer] = double.said(ada.directChannel());
      expect(answer?.text).toContain('The ferry to Osterby sails again on Monday');
      expect(answer?.thread).toBeUndefined();
    }));

  it('is understood with Slack’s control sequences in it', () =>
    inChannel(way, async ({ double, settled }) => {
      const ada = double.person();
      await ada.directMessage('What of the &lt;ferry&gt; &amp; <#C0|osterby>, <https://x.org|it>?');
      await settled();
      expect(double.said(ada.directChannel())[0]?.text).toContain('The ferry to Osterby');
    }));

  it('sent again by Slack is answered once', () =>
    inChannel(way, async ({ double, settled }) => {
      const ada = double.person();
      const channel = double.channel([ada]);
      const written = ada.write(channel, `<@${double.botUser}> Which ships waited?`);
      const event = ada.eventOf('app_mention', channel, written);
      for (const number of [0, 1, 2, 3]) {
        await ada.deliver(event, number === 0 ? undefined : { number, reason: 'http_timeout' });
        await settled();
      }
      expect(double.said(channel)).toHaveLength(1);
    }));

  it('of a bot’s, or its own message, is not answered', () =>
    inChannel(way, async ({ double, settled }) => {
      const ada = double.person();
      const channel = double.channel([ada]);
      const written = ada.write(channel, `<@${double.botUser}> Which ships waited?`);
      const event = double.payloads.message('app_mention', channel, written);
      await double.announce({ ...event, bot_id: 'B0099' });
      await double.announce({ ...event, ts: '1.2', user: double.botUser });
      await settled();
      expect(double.said(channel)).toEqual([]);
    }));

  it('in a channel set to answer there is answered outside threads, and followed up by person', () =>
    inChannel(way, async ({ double, settled }) => {
      const ada = double.person();
      const channel = double.channel([ada]);
      await ada.slash(channel, '/backstory', 'replies channel');
      await settled();
      expect(double.whispered(channel, ada)[0]?.text).toContain('go into the channel');
      await ada.mention(channel, 'Which ships waited?');
      await settled();
      await ada.mention(channel, 'and why?');
      await settled();
      const answers = double.said(channel);
      expect(answers.map(({ thread }) => thread)).toEqual([undefined, undefined]);
      expect(answers[1]?.text).toContain('14 ships');
    }));
});

describe('an edited question', () => {
  it('changes its answer within five minutes, once per edit', () =>
    inChannel('http', async ({ double, settled }) => {
      const ada = double.person();
      const channel = double.channel([ada]);
      const asked = await ada.mention(channel, 'Which ships waited?');
      await settled();
      const before = double.said(channel).map(({ ts }) => ts);
      await ada.editMention(channel, asked, 'When does the ferry sail?');
      await settled();
      expect(double.said(channel).map(({ ts }) => ts)).toEqual(before);
      expect(double.said(channel)[0]).toMatchObject({ edited: true, thread: asked.ts });
      expect(double.said(channel)[0]?.text).toContain('The ferry to Osterby');
    }));

  it('in a direct message changes its answer too; an unfurled link does not', () =>
    inChannel('http', async ({ double, settled }) => {
      const ada = double.person();
      const asked = await ada.directMessage('Which ships waited?');
      await settled();
      const calls = double.state.calls.length;
      await ada.editDirectMessage(asked, asked.text);
      await settled();
      expect(double.state.calls).toHaveLength(calls);
      await ada.editDirectMessage(asked, 'When does the ferry sail?');
      await settled();
      const said = double.said(ada.directChannel());
      expect(said).toHaveLength(1);
      expect(said[0]?.text).toContain('The ferry to Osterby');
    }));

  it('that comes while the first answer is on its way changes that one', () =>
    inChannel('http', async ({ double, settled }) => {
      const ada = double.person();
      const channel = double.channel([ada]);
      double.state.faults.plan('chat.postMessage', { kind: 'rate-limited', retryAfter: 1 });
      const asked = await ada.mention(channel, 'Which ships waited?');
      await ada.editMention(channel, asked, 'When does the ferry sail?');
      await settled();
      expect(double.said(channel)).toHaveLength(1);
      expect(double.said(channel)[0]?.text).toContain('The ferry to Osterby');
    }));

  it('is left alone after five minutes', async () => {
    const clock = new ManualClock();
    await inChannel(
      'http',
      async ({ double, settled }) => {
        const ada = double.person();
        const channel = double.channel([ada]);
        const asked = await ada.mention(channel, 'Which ships waited?');
        await settled();
        clock.advance(5 * 60_000 + 1000);
        await ada.editMention(channel, asked, 'When does the ferry sail?');
        await settled();
        expect(double.said(channel)).toHaveLength(1);
        expect(double.said(channel)[0]?.edited).toBe(false);
      },
      { clock },
    );
  });
});
