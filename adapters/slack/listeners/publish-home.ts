import type { types } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Reply, StoryRef } from '../../../src/chat/reply.ts';
import type { ConversationKey } from '../../../src/chat/request.ts';
import { wording } from '../../../src/chat/wording.ts';
import { slackWording } from '../../../src/chat/wording-slack.ts';
import { placeFinder } from '../digests/find-place.ts';
import { homeDigests } from '../digests/home-digests.ts';
import { LIMITS } from '../limits.ts';
import { describeFailure } from '../posting/describe-failure.ts';
import { persist } from '../posting/persist.ts';
import { makeButton } from '../render/action-blocks.ts';
import { renderReply } from '../render/render-reply.ts';
import { words } from '../render/rich-elements.ts';
import type { SlackBot } from '../slack-bot.ts';
import { storyPicker } from './story-picker.ts';

/** The Home's button that forgets what its user asked. */
export const FORGET_ACTION = 'own.forget';

/** Shows the Home with a story's brief; without one named, the newest story's. */
export async function publishHome(
  bot: SlackBot,
  client: WebClient,
  { user, team }: { readonly user: string; readonly team: string },
  picked?: string,
): Promise<void> {
  const own = await ownDigests(bot, client, { user, team });
  const view = await homeView(bot, { user, team, own }, picked);
  const shown = await persist(() => client.views.publish({ user_id: user, view }), bot.patience, true);
  if ('failure' in shown) {
    const to = { kind: 'channel', client, channel: user } as const;
    bot.log.warn(describeFailure(shown.failure, to), 'the App Home could not be shown');
  }
}

/** Nothing where no digests are sent. */
async function ownDigests(
  bot: SlackBot,
  client: WebClient,
  { user, team }: { readonly user: string; readonly team: string },
): Promise<readonly types.KnownBlock[]> {
  const place = { team, channel: user, user, direct: true };
  const own = await placeFinder(bot, client, place)({ kind: 'me' });
  return bot.digests && own ? homeDigests(await bot.digests.summaries(own), bot.chat) : [];
}

async function homeView(
  bot: SlackBot,
  { user, team, own }: { user: string; team: string; own: readonly types.KnownBlock[] },
  picked: string | undefined,
): Promise<types.HomeView> {
  const { chat } = bot;
  const story = picked ?? chat.stories('')[0]?.slug;
  const brief = story === undefined ? undefined : await briefFor(bot, user, team, story);
  const picker = storyPicker(chat);
  const below: types.KnownBlock[] = [
    ...own,
    header(slackWording.homeSettings),
    { type: 'actions', elements: [makeButton(FORGET_ACTION, slackWording.forget, 'forget')] },
  ];
  const before: types.KnownBlock[] = [
    { type: 'section', text: { type: 'plain_text', text: slackWording.homeIntro, emoji: false } },
    ...(picker.length > 0
      ? [
          header(slackWording.homeStories),
          titleList(chat.stories('')),
          { type: 'actions' as const, elements: [...picker] },
        ]
      : []),
    ...(picked === undefined && picker.length > 0 ? [header(slackWording.homeBrief)] : []),
  ];
  const room = LIMITS.viewBlocks - before.length - below.length;
  const shown = brief
    ? renderReply(brief, chat).flatMap(({ blocks }) => blocks)
    : [header(wording.noStories)];
  return { type: 'home', blocks: [...before, ...shown.slice(0, room), ...below] };
}

/** Asked for in a conversation of its own: looking at the Home changes no other, and is not reading. */
function briefFor({ chat, clock }: SlackBot, user: string, team: string, story: string): Promise<Reply> {
  const conversation = `slack:${team}:home:${user}` as ConversationKey;
  const asker = {
    platform: 'slack',
    workspace: team,
    channel: user,
    user,
    conversation,
    passing: true,
    manager: true,
  } as const;
  return chat.handle({ asker, intent: { kind: 'brief', story, depth: 'short' }, at: clock.now() });
}

function titleList(stories: readonly StoryRef[]): types.RichTextBlock {
  const elements = stories.map(({ title, slug }) => {
    const shown = words(title);
    return {
      type: 'rich_text_section' as const,
      elements: shown.length > 0 ? [...shown] : [...words(slug)],
    };
  });
  return { type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements }] };
}

function header(text: string): types.HeaderBlock {
  return { type: 'header', text: { type: 'plain_text', text, emoji: false } };
}
