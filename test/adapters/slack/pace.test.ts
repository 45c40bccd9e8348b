import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../doubles/slack/double-clock.ts';
import { type Rig, startRig } from './rig.ts';

const QUESTION = 'Which ships waited?';
const WAIT = 'One thing at a time, please: you can ask again in 5 s.';

/** The bot that lets everybody ask once, and again after five seconds. */
async function patiently(work: (rig: Rig, clock: ManualClock) => Promise<void>) {
  const clock = new ManualClock();
  await using rig = await startRig('http', { clock, pace: { atOnce: 1, pauseMs: 5000 } });
  await work(rig, clock);
}

describe('somebody who asks too fast', () => {
  it('is told so alone, and answered again after a pause', () =>
    patiently(async ({ double, settled }, clock) => {
      const [ada, bob] = [double.person(), double.person()];
      const channel = double.channel([ada, bob]);
      for (const who of [ada, ada, bob]) await who.mention(channel, QUESTION);
      await settled();
      expect(double.said(channel)).toHaveLength(2);
      expect(double.whispered(channel, ada).map(({ text }) => text)).toEqual([WAIT]);
      clock.advance(5000);
      await ada.mention(channel, QUESTION);
      await settled();
      expect(double.said(channel)).toHaveLength(3);
    }));

  it('is told in a direct message where that is where they ask', () =>
    patiently(async ({ double, settled }) => {
      const ada = double.person();
      await ada.directMessage(QUESTION);
      await ada.directMessage(QUESTION);
      await settled();
      const [first, second] = double.said(ada.directChannel());
      expect([first?.text, second?.text]).toEqual([expect.stringContaining('14 ships'), WAIT]);
    }));

  it('is told by the command’s, the button’s or the form’s address, and the old answer stays as it is', () =>
    patiently(async ({ double, settled }) => {
      const ada = double.person();
      const channel = double.channel([ada]);
      const asked = await ada.mention(channel, QUESTION);
      await settled();
      const [answer] = double.said(channel);
      if (!answer) throw new Error('no answer');
      const { text } = answer;
      await ada.editMention(channel, asked, 'When does the ferry sail?');
      await ada.slash(channel, '/ask', `public ${QUESTION}`);
      await ada.press(answer, 'Not helpful');
      await ada.shortcut(asked, 'ask_about');
      await settled();
      await ada.submit({ 'own.question': QUESTION });
      await settled();
      expect(double.said(channel).map((message) => message.text)).toEqual([text]);
      expect(double.whispered(channel, ada).map((message) => message.text)).toEqual([WAIT, WAIT, WAIT, WAIT]);
    }));
});
