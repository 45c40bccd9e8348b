import type { App, types } from '@slack/bolt';
import type { Chat } from '../../../src/chat/chat.ts';
import type { StoryRef } from '../../../src/chat/reply.ts';
import { label } from '../../../src/chat/which-story.ts';
import { slackWording } from '../../../src/chat/wording-slack.ts';
import { LIMITS } from '../limits.ts';
import type { SlackBot } from '../slack-bot.ts';

/** The select's name in messages and the App Home, and in the form where it is one field of several. */
export const PICK_ACTION = 'own.pick';
export const PICK_FIELD = 'own.story';

/** A select of stories that completes what is typed; nothing while there is nothing to choose between. */
export function storyPicker(chat: Chat, actionId = PICK_ACTION): readonly types.ExternalSelect[] {
  if (chat.stories('').length < 2) return [];
  return [
    {
      type: 'external_select',
      action_id: actionId,
      placeholder: { type: 'plain_text', text: slackWording.pickStory, emoji: false },
      min_query_length: 0,
    },
  ];
}

/** Answers the select's question for choices, from memory. */
export function listenToStoryPicker(app: App, { chat }: SlackBot): void {
  const choices = async (typed: string) =>
    chat.stories(typed.slice(0, LIMITS.optionText)).flatMap(storyOption);
  app.options(PICK_ACTION, async ({ options, ack }) => {
    await ack({ options: await choices(options.value) });
  });
  app.options(PICK_FIELD, async ({ options, ack }) => {
    await ack({ options: await choices(options.value) });
  });
}

/** A title too long for a choice is shortened as on buttons; a slug too long for one cannot be chosen here. */
function storyOption({ slug, title }: StoryRef): types.PlainTextOption[] {
  if (slug.length > LIMITS.optionValue) return [];
  const text = label(title) || slug;
  return [{ text: { type: 'plain_text', text, emoji: false }, value: slug }];
}
