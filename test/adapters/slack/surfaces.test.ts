import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../doubles/slack/double-clock.ts';
import { labels } from '../../doubles/slack/person.ts';
import { twoStories } from './newsroom.ts';
import { type Rig, type RigOptions, startRig } from './rig.ts';

async function withBot(work: (rig: Rig) => Promise<void>, options: RigOptions = {}) {
  await using rig = await startRig('http', options);
  await work(rig);
}

describe('a button under an answer', () => {
  it('asks its question in the thread it is in', () =>
    withBot(async ({ double, settled }) => {
      const [ada, bob] = [double.person(), double.person()];
      const channel = double.channel([ada, bob]);
      const asked = await ada.mention(channel, 'When does the ferry sail?');
      await settled();
      const [answer] = double.said(channel);
      if (!answer) throw new Error('no answer');
      await bob.press(answer, 'Who is the harbour master?');
      await settled();
      expect(double.said(channel)[1]).toMatchObject({ thread: asked.ts });
      expect(double.said(channel)[1]?.text).toContain('Harbour master Ines Vogt');
    }));

  it('thanks for "Not helpful" in private', () =>
    withBot(async ({ double, settled }) => {
      const ada = double.person();
      const channel = double.channel([ada]);
      await ada.mention(channel, 'When does the ferry sail?');
      await settled();
      const [answer] = double.said(channel);
      if (!answer) throw new Error('no answer');
      await ada.press(answer, 'Not helpful');
      await settled();
      expect(double.said(channel)).toHaveLength(1);
      expect(double.whispered(channel, ada)[0]?.text).toBe('Noted, thank you.');
    }));

  it('answers a forged or outdated value politely, in private', () =>
    withBot(async ({ double, settled }) => {
      const ada = double.person();
      const channel = double.channel([ada]);
      await ada.mention(channel, 'When does the ferry sail?');
      await settled();
      const [answer] = double.said(channel);
      if (!answer) throw new Error('no answer');
      for (const value of ['', '1:ask:../etc:x', '__proto__', 'x'.repeat(2000)]) {
        await ada.pressRaw(answer, { type: 'button', action_id: 'chat.0', block_id: 'b', value });
      }
      await ada.pressRaw(answer, { type: 'button', action_id: 'own.again', block_id: 'b', value: 'x' });
      await settled();
      const told = double.whispered(channel, ada).map(({ text }) => text);
      expect(told).toHaveLength(5);
      expect(told.filter((text) => text.includes('out of date'))).toHaveLength(4);
      expect(told.filter((text) => text.includes('too old'))).toHaveLength(1);
    }));

  it('works under a public answer where the bot is no member', () =>
    withBot(async ({ double, settled }) => {
      const ada = double.person();
      const channel = double.channel([ada], { withoutBot: true });
      await ada.slash(channel, '/ask', 'public When does the ferry sail?');
      await settled();
      const [answer] = double.said(channel);
      if (!answer) throw new Error('no answer');
      await ada.press(answer, 'Who is the harbour master?');
      await settled();
      expect(double.said(channel)[1]).toMatchObject({ thread: answer.ts });
    }));
});

describe('"Ask about this"', () => {
  it('opens a form with the message’s question, and answers it in private', () =>
    withBot(
      async ({ double, settled }) => {
        const ada = double.person();
        const channel = double.channel([ada], { withoutBot: true });
        const message = ada.write(channel, 'When does the ferry sail?');
        await ada.shortcut(message, 'ask_about');
        await settled();
        const [, { view }] = ada.openModal();
        expect(JSON.stringify(view)).toContain('"initial_value":"When does the ferry sail?"');
        expect(JSON.stringify(view)).toContain('external_select');
        await ada.submit({ 'own.question': 'How many trees?', 'own.story': 'orchard' });
        await settled();
        expect(double.said(channel)).toEqual([]);
        expect(double.whispered(channel, ada)[0]?.text).toContain('200 trees');
      },
      { chat: twoStories() },
    ));

  it.each(['The ferry sails on Monday.', 'One? Two?', 'See this. Is it so?', `${'long '.repeat(40)}?`])(
    'leaves the form empty for %j',
    (text) =>
      withBot(async ({ double, settled }) => {
        const ada = double.person();
        const channel = double.channel([ada]);
        await ada.shortcut(ada.write(channel, text), 'ask_about');
        await settled();
        expect(JSON.stringify(ada.openModal())).not.toContain('initial_value');
      }),
  );

  it('answers in private though the form stayed open longer than its address lives', async () => {
    const clock = new ManualClock();
    await withBot(
      async ({ double, settled }) => {
        const ada = double.person();
        const channel = double.channel([ada]);
        await ada.shortcut(ada.write(channel, 'x'), 'ask_about');
        await settled();
        clock.advance(31 * 60_000);
        await ada.submit({ 'own.question': 'When does the ferry sail?' });
        await settled();
        expect(double.whispered(channel, ada)[0]?.text).toContain('The ferry to Osterby');
      },
      { clock },
    );
  });

  it('opens one form though Slack’s first answer was lost', () =>
    withBot(async ({ double, settled }) => {
      const ada = double.person();
      const channel = double.channel([ada]);
      double.state.faults.plan('views.open', { kind: 'reset', acted: true });
      await ada.shortcut(ada.write(channel, 'x'), 'ask_about');
      await settled();
      expect(double.state.workspace.modals.size).toBe(1);
    }));
});

describe('the App Home', () => {
  it('shows the newest brief, and the stories to pick when there are several', () =>
    withBot(
      async ({ double, settled }) => {
        const ada = double.person();
        await ada.openHome();
        await settled();
        const home = double.state.workspace.homes.get(ada.user.id);
        expect(JSON.stringify(home)).toContain('Harbour reopens after storm');
        expect(JSON.stringify(home)).toContain('Orchard <!channel> wins *prize*');
        await ada.pressInView(
          { id: 'home', type: 'home' },
          {
            type: 'external_select',
            action_id: 'own.pick',
            block_id: 'b',
            selected_option: { value: 'orchard' },
          },
        );
        await settled();
        expect(JSON.stringify(double.state.workspace.homes.get(ada.user.id))).toContain('Maple Hill');
      },
      { chat: twoStories() },
    ));

  it('answers its buttons by direct message', () =>
    withBot(async ({ double, settled }) => {
      const ada = double.person();
      await ada.openHome();
      await settled();
      const home = double.state.workspace.homes.get(ada.user.id);
      const value = JSON.stringify(home).match(/"value":"(1:view:[^"]+)"/)?.[1];
      await ada.pressInView(
        { id: 'home', type: 'home' },
        { type: 'button', action_id: 'chat.0', block_id: 'b', value },
      );
      await ada.pressInView(
        { id: 'home', type: 'home' },
        { type: 'button', action_id: 'own.forget', block_id: 'b', value: 'forget' },
      );
      await settled();
      expect(double.said(ada.directChannel())).toHaveLength(2);
    }));
});

describe('coming to a channel', () => {
  it('says hello once, with questions to start from', () =>
    withBot(async ({ double, settled }) => {
      const ada = double.person();
      const channel = double.channel([ada]);
      const joined = {
        type: 'member_joined_channel',
        user: double.botUser,
        channel: channel.id,
        channel_type: 'C',
        team: double.team,
      };
      await double.announce(joined);
      await settled();
      await double.announce(joined);
      await double.announce({ ...joined, user: ada.user.id });
      await settled();
      const said = double.said(channel);
      expect(said).toHaveLength(1);
      expect(said[0] && labels(said[0]).length).toBeGreaterThan(0);
    }));
});

describe('whatever a story or a person writes', () => {
  it('reaches Slack as words: no ping, no link, no format', () =>
    withBot(
      async ({ double, settled }) => {
        const ada = double.person();
        const channel = double.channel([ada]);
        await ada.mention(channel, '/brief story-1 full &lt;!everyone&gt; <!channel>');
        await ada.slash(channel, '/brief', 'orchard full');
        await settled();
        const sent = double.state.calls
          .filter(({ method }) => method === 'chat.postMessage' || method === 'response_url')
          .map(({ args }) => args);
        expect(sent).toHaveLength(2);
        for (const { text, blocks } of sent) {
          expect(text).not.toMatch(/<(?!!date)/);
          expect(JSON.stringify(blocks)).not.toMatch(/"type":"(?:mrkdwn|user|usergroup|broadcast|channel)"/);
        }
        expect(JSON.stringify(sent)).toContain('Orchard <!channel> wins *prize*');
        expect(JSON.stringify(sent)).toContain('Orchard &lt;!channel&gt; wins *prize*');
      },
      { chat: twoStories() },
    ));
});
