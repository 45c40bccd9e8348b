import { describe, expect, it } from 'vitest';
import { createChat } from '../../../src/chat/create-chat.ts';
import { labels } from '../../doubles/slack/person.ts';
import { BRIDGE, shelfWith } from '../../support/stories.ts';
import { longStory, twoStories } from './newsroom.ts';
import { type Rig, type RigOptions, startRig, type Way } from './rig.ts';

const WAYS: readonly Way[] = ['http', 'socket'];

async function withBot(way: Way, work: (rig: Rig) => Promise<void>, options: RigOptions = {}) {
  await using rig = await startRig(way, options);
  await work(rig);
}

describe.each(WAYS)('a slash command over %s', (way) => {
  it('is answered to whoever typed it alone', () =>
    withBot(way, async ({ double, settled }) => {
      const ada = double.person();
      const channel = double.channel([ada], { withoutBot: true });
      expect(await ada.slash(channel, '/ask', 'Which ships waited?')).toMatchObject({ status: 200 });
      await settled();
      expect(double.said(channel)).toEqual([]);
      const [answer] = double.whispered(channel, ada);
      expect(answer?.text).toContain('14 ships had waited outside');
      expect(answer && labels(answer)).toEqual(expect.arrayContaining(['Not helpful', 'Share to channel']));
    }));

  it('shares its answer, word for word, once', () =>
    withBot(way, async ({ double, settled }) => {
      const ada = double.person();
      const channel = double.channel([ada], { withoutBot: true });
      await ada.slash(channel, '/ask', 'Which ships waited?');
      await settled();
      const [answer] = double.whispered(channel, ada);
      if (!answer) throw new Error('no answer');
      const { text } = answer;
      await ada.press(answer, 'Share to channel');
      await settled();
      expect(double.said(channel).map((message) => message.text)).toEqual([text]);
      expect(double.whispered(channel, ada)).toEqual([]);
    }));

  it('shares a brief without what its reader has read before', async () => {
    const stories = shelfWith(BRIDGE);
    await withBot(
      way,
      async ({ double, settled }) => {
        const ada = double.person();
        const channel = double.channel([ada]);
        const brief = async (text: string) => {
          await ada.slash(channel, '/brief', text);
          await settled();
        };
        await brief('');
        stories.replace(BRIDGE.replace('14 million', '15 million'));
        await brief('');
        const second = double.whispered(channel, ada).at(-1);
        expect(second?.text).toContain('you read version 1');
        if (second) await ada.press(second, 'Share to channel');
        await settled();
        stories.replace(BRIDGE.replace('14 million', '16 million'));
        await brief('public');
        const shown = double.said(channel).map(({ text }) => text);
        expect(shown).toEqual(Array(2).fill(expect.stringContaining('City council votes')));
        expect(shown.join()).not.toContain('you read');
      },
      { chat: createChat({ stories }) },
    );
  });

  it('with "public" is answered for all to see', () =>
    withBot(way, async ({ double, settled }) => {
      const ada = double.person();
      const channel = double.channel([ada], { withoutBot: true });
      await ada.slash(channel, '/ask', 'public Which ships waited?');
      await ada.slash(channel, '/brief', 'public line');
      await settled();
      expect(double.said(channel).map(({ text }) => text)).toEqual([
        expect.stringContaining('14 ships'),
        expect.stringContaining('The harbour of Westhaven reopened'),
      ]);
    }));

  it('names the story it asks', () =>
    withBot(
      way,
      async ({ double, settled }) => {
        const ada = double.person();
        const channel = double.channel([ada]);
        await ada.slash(channel, '/ask', 'in orchard: How many trees?');
        await settled();
        await ada.slash(channel, '/ask', 'in harbour: How many ships?');
        await settled();
        expect(double.whispered(channel, ada).map(({ text }) => text)).toEqual([
          expect.stringContaining('200 trees'),
          expect.stringContaining('14 ships'),
        ]);
      },
      { chat: twoStories() },
    ));

  it('briefs at each depth, with the views of the story to press', () =>
    withBot(way, async ({ double, settled }) => {
      const ada = double.person();
      const channel = double.channel([ada]);
      for (const depth of ['line', 'short', 'full']) await ada.slash(channel, '/brief', depth);
      await settled();
      const briefs = double.whispered(channel, ada);
      expect(briefs).toHaveLength(3);
      expect(briefs[0]?.text).not.toContain('ferry');
      expect(briefs[2]?.text).toContain('ferry');
      expect(briefs[1] && labels(briefs[1])).toEqual(
        expect.arrayContaining(['More', 'Who’s who', 'Quotes', 'Timeline', 'Sources']),
      );
    }));
});

describe('the command /backstory', () => {
  it('helps, also when it is given nothing or nonsense', () =>
    withBot('http', async ({ double, settled }) => {
      const ada = double.person();
      const channel = double.channel([ada]);
      for (const text of ['help', '', 'nonsense <!channel>']) await ada.slash(channel, '/backstory', text);
      await settled();
      const help = double.whispered(channel, ada).map(({ text }) => text);
      expect(help).toHaveLength(3);
      expect(new Set(help).size).toBe(1);
      for (const usage of [
        '/ask [public] [in story:] question:',
        '/backstory forget:',
        '/backstory replies thread|channel:',
      ]) {
        expect(help[0]).toContain(usage);
      }
    }));

  it('lists the stories with a picker that completes, and follows the one picked', () =>
    withBot(
      'http',
      async ({ double, settled }) => {
        const ada = double.person();
        const channel = double.channel([ada]);
        await ada.slash(channel, '/backstory', 'story');
        await settled();
        const [list] = double.whispered(channel, ada);
        expect(JSON.stringify(list?.blocks)).toContain('external_select');
        const where = { container: { type: 'message' } };
        const { body } = await ada.suggest(where, { action: 'own.pick', block: 'b' }, 'orch');
        expect(body).toEqual({
          options: [
            {
              text: { type: 'plain_text', text: 'Orchard <!channel> wins *prize*', emoji: false },
              value: 'orchard',
            },
          ],
        });
        if (!list) throw new Error('no list');
        const picked = { selected_option: { value: 'orchard' }, type: 'external_select' };
        await ada.pressRaw(list, { action_id: 'own.pick', block_id: 'b', ...picked });
        await settled();
        await ada.slash(channel, '/ask', 'How many trees?');
        await settled();
        expect(double.whispered(channel, ada).at(-1)?.text).toContain('200 trees');
      },
      { chat: twoStories() },
    ));

  it('lets only managers change what a channel follows', () =>
    withBot(
      'http',
      async ({ double, settled }) => {
        const [ada, bob, root] = [double.person(), double.person(), double.person({ admin: true })];
        const channel = double.channel([ada, bob, root]);
        const firstTitle = async () => {
          const cleo = double.person();
          await cleo.slash(channel, '/brief', 'line');
          await settled();
          return double.whispered(channel, cleo)[0]?.text;
        };
        await ada.slash(channel, '/backstory', 'story orchard');
        await settled();
        expect(await firstTitle()).toContain('Orchard');
        await bob.slash(channel, '/backstory', 'story story-0');
        await settled();
        expect(await firstTitle()).toContain('Orchard');
        await root.slash(channel, '/backstory', 'story story-0');
        await settled();
        expect(await firstTitle()).toContain('Harbour');
      },
      { chat: twoStories() },
    ));

  it('lets only managers say where answers go', () =>
    withBot('http', async ({ double, settled }) => {
      const [ada, bob] = [double.person(), double.person()];
      const channel = double.channel([ada, bob]);
      await ada.slash(channel, '/backstory', 'replies channel');
      await settled();
      await bob.slash(channel, '/backstory', 'replies thread');
      await settled();
      await bob.slash(channel, '/backstory', 'replies here');
      await settled();
      expect(double.whispered(channel, bob).map(({ text }) => text)).toEqual([
        expect.stringContaining('Only a workspace owner'),
        expect.stringContaining('/backstory replies thread, or'),
      ]);
    }));

  it('forgets', () =>
    withBot('http', async ({ double, settled }) => {
      const ada = double.person();
      const channel = double.channel([ada]);
      await ada.slash(channel, '/backstory', 'forget');
      await settled();
      expect(double.whispered(channel, ada)[0]?.text).toContain('forgotten');
    }));
});

describe('an answer longer than messages may be', () => {
  it('is split, and what is more than an address takes stays behind a button', () =>
    withBot(
      'http',
      async ({ double, settled }) => {
        const ada = double.person();
        const channel = double.channel([ada]);
        await ada.slash(channel, '/brief', 'full');
        await settled();
        for (let presses = 0; presses < 10; presses++) {
          const last = double.whispered(channel, ada).at(-1);
          if (!last || !labels(last).includes('Show the rest')) break;
          await ada.press(last, 'Show the rest');
          await settled();
        }
        const text = double
          .whispered(channel, ada)
          .map((message) => message.text)
          .join(' ');
        for (const at of [0, 1, 700, 1398, 1399]) expect(text).toContain(`Sentence number ${at} tells`);
        expect(text.match(/Sentence number/g)).toHaveLength(1400);
        expect(double.whispered(channel, ada).length).toBeGreaterThan(4);
        expect(double.state.calls.map(({ outcome }) => outcome)).not.toContain('invalid_blocks');
      },
      { chat: longStory(1400) },
    ));
});
