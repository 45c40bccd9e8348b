import { ChannelType } from 'discord.js';
import { DigitalDiscord } from 'discord-digital-twin';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDiscordSettings } from '../../../adapters/discord/settings.ts';
import { startDiscord } from '../../../adapters/discord/start-discord.ts';
import type { Adapter } from '../../../src/chat/adapter.ts';
import { systemClock } from '../../../src/ops/clock.ts';
import { readMessage } from '../../doubles/discord/read-message.ts';
import { bridgeChat } from './start-bot.ts';

const ANN = '300000000000000001';
const DESK = '300000000000000002';
const SOLHEIM = 'What did Ingrid Solheim say?';
const QUOTE = 'Nobody should have to swim to work';

/** A stand-in for Discord that others wrote: where it and our double agree, we did not only please ourselves. */
describe('on somebody else’s double of Discord', () => {
  const twin = new DigitalDiscord({
    botToken: 'MTIz.AAAAAA.twin',
    guild: { name: 'Newsroom' },
    channels: [{ id: DESK, name: 'desk', type: ChannelType.GuildText }],
    users: [{ id: ANN, username: 'ann' }],
  });
  const desk = twin.channel(DESK);
  const ann = desk.user(ANN);
  let adapter: Adapter;

  beforeAll(async () => {
    await twin.start();
    const read = readDiscordSettings({ DISCORD_TOKEN: twin.botToken, DISCORD_API_URL: twin.restUrl });
    if (!('settings' in read)) throw new Error(read.problems.join('; '));
    const silent = { debug() {}, info() {}, warn() {}, error() {} };
    adapter = await startDiscord({
      settings: read.settings,
      chat: bridgeChat(),
      log: silent,
      clock: systemClock,
    });
  });
  afterAll(async () => {
    await adapter.stop();
    await twin.stop();
  });

  /** The message an interaction was answered with. */
  const answerTo = async ({ id }: { readonly id: string }) => {
    const { messageId } = await desk.waitForInteractionAck({ interactionId: id });
    return desk.waitForMessage({ predicate: (message) => message.id === messageId });
  };
  const option = { name: 'question', type: 3, value: SOLHEIM };

  it('comes up', () => expect(adapter.state()).toEqual({ kind: 'up' }));

  it('answers a mention', async () => {
    await ann.sendMessage({ content: `<@${twin.botUserId}> ${SOLHEIM}` });
    expect(readMessage(await desk.waitForBotReply()).text).toContain(QUOTE);
  });

  it('answers a command, and the button under the answer', async () => {
    const answer = await answerTo(await ann.runSlashCommand({ name: 'ask', options: [option] }));
    const { text, buttons } = readMessage(answer);
    expect(text).toContain(QUOTE);
    const [suggested] = buttons;
    const pressed = await ann.clickButton({ messageId: answer.id, customId: suggested?.customId ?? '' });
    const next = readMessage(await answerTo(pressed));
    expect(next.above).toBe(`“${suggested?.label}”`);
    expect(next.text).not.toBe('');
  });

  it('answers a form', async () => {
    const sent = await ann.submitModal({
      customId: 'ask-form:1',
      fields: [{ customId: 'question', value: SOLHEIM }],
    });
    expect(readMessage(await answerTo(sent)).text).toContain(QUOTE);
  });

  it('answers a forged button politely', async () => {
    const [message] = await desk.getMessages();
    const pressed = await ann.clickButton({ messageId: message?.id ?? '', customId: '1:view:x:y' });
    expect(readMessage(await answerTo(pressed)).text).toContain('out of date');
  });
});
