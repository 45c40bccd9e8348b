import type { App, types } from '@slack/bolt';
import { z } from 'zod';
import { slackWording } from '../../../src/chat/wording-slack.ts';
import { isDirect, type Place } from '../incoming/place.ts';
import { readText } from '../incoming/read-text.ts';
import { LIMITS } from '../limits.ts';
import { persist } from '../posting/persist.ts';
import { request, type SlackBot } from '../slack-bot.ts';
import { declined } from './declined.ts';
import { addressedSpeech, isShareable } from './speech.ts';
import { PICK_FIELD, storyPicker } from './story-picker.ts';

/** The message shortcut and the form it opens. */
export const ASK_ABOUT = 'ask_about';
const QUESTION_FIELD = 'own.question';
/** Longer messages are no question to start from. */
const PREFILLED = 200;

const shortcut = z.object({
  trigger_id: z.string(),
  channel: z.object({ id: z.string() }),
  message: z.object({ text: z.string().default('') }),
  response_url: z.url(),
});

const submission = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    private_metadata: z.string(),
    state: z.object({
      values: z.record(
        z.string(),
        z.record(
          z.string(),
          z.object({
            value: z.string().nullish(),
            selected_option: z.object({ value: z.string() }).nullish(),
          }),
        ),
      ),
    }),
  }),
});

/** What the form remembers of where it was opened. */
const origin = z.strictObject({ channel: z.string(), url: z.url() });

/** "Ask about this" on any message: a form, and the answer for whoever asked alone. */
export function listenToAskAbout(app: App, bot: SlackBot): void {
  app.shortcut(ASK_ABOUT, async ({ body, client, context }) => {
    const { trigger_id, channel, message, response_url } = shortcut.parse(body);
    const text = readText(message.text, context.botUserId ?? '');
    const view = askForm(bot, text, JSON.stringify({ channel: channel.id, url: response_url }));
    // A form that opened twice is one: the second attempt says the trigger was used.
    const opened = await persist(() => client.views.open({ trigger_id, view }), bot.patience, true);
    if ('failure' in opened) bot.log.info({ ...opened.failure }, 'a form could not be opened');
  });
  app.view(ASK_ABOUT, async ({ body, client, context }) => {
    const { user, view } = submission.parse(body);
    const { channel, url } = origin.parse(JSON.parse(view.private_metadata));
    const fields = new Map(Object.values(view.state.values).flatMap((block) => Object.entries(block)));
    const question = fields.get(QUESTION_FIELD)?.value?.trim() ?? '';
    const story = fields.get(PICK_FIELD)?.selected_option?.value;
    const place: Place = {
      team: context.teamId ?? context.enterpriseId ?? '',
      channel,
      user: user.id,
      direct: isDirect(channel),
    };
    const intent = { kind: 'ask', question, ...(story !== undefined && { story }) } as const;
    const reply =
      declined(bot, place) ?? (await request(bot, intent, { place, continuity: { by: 'person' }, client }));
    await bot.speaker.say(reply, {
      ...addressedSpeech(url, place, { public: false }),
      shareable: isShareable(reply),
      // A form may stay open longer than the address lives that it came with.
      otherwise: { kind: 'whisper', client, channel, user: user.id },
      hint: { kind: 'channel', client, channel: user.id },
    });
  });
}

function askForm({ chat }: SlackBot, message: string, metadata: string): types.ModalView {
  const plain = (text: string) => ({ type: 'plain_text', text, emoji: false }) as const;
  const start = isOneQuestion(message) ? { initial_value: message } : {};
  return {
    type: 'modal',
    callback_id: ASK_ABOUT,
    private_metadata: metadata,
    title: plain(slackWording.askTitle),
    submit: plain(slackWording.submit),
    close: plain(slackWording.cancel),
    blocks: [
      {
        type: 'input',
        block_id: 'question',
        label: plain(slackWording.askLabel),
        element: {
          type: 'plain_text_input',
          action_id: QUESTION_FIELD,
          max_length: LIMITS.plainTextInput,
          focus_on_load: true,
          ...start,
        },
      },
      ...storyPicker(chat, PICK_FIELD).map((element) => ({
        type: 'input' as const,
        block_id: 'story',
        label: plain(slackWording.storyLabel),
        optional: true,
        element,
      })),
    ],
  };
}

/** One sentence that ends in a question mark, on one line. */
function isOneQuestion(text: string): boolean {
  return text.length <= PREFILLED && /^[^?!\n]*\?$/.test(text) && !/\.\s+\p{Lu}/u.test(text);
}
