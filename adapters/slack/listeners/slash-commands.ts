import type { App } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import { forOthers } from '../../../src/chat/for-others.ts';
import { formWanted } from '../../../src/chat/form-wanted.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { slackWording } from '../../../src/chat/wording-slack.ts';
import { openDigestForm } from '../digests/open-digest-form.ts';
import { readSlashCommand } from '../incoming/command-text.ts';
import { isDirect, type Place } from '../incoming/place.ts';
import { readText } from '../incoming/read-text.ts';
import { noteReply } from '../posting/speaker.ts';
import { request, type SlackBot } from '../slack-bot.ts';
import { declined } from './declined.ts';
import { addressedSpeech, isShareable } from './speech.ts';
import { storyPicker } from './story-picker.ts';

const slash = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  channel_id: z.string(),
  team_id: z.string().default(''),
  response_url: z.url(),
  trigger_id: z.string().default(''),
});

/** Slash commands: answered to whoever typed them alone, unless they say `public`. */
export function listenToSlashCommands(app: App, bot: SlackBot): void {
  app.command(/./, async ({ body, client, context }) => {
    const { command, text, user_id, channel_id, team_id, response_url, trigger_id } = slash.parse(body);
    const place: Place = {
      team: context.teamId ?? team_id,
      channel: channel_id,
      user: user_id,
      direct: isDirect(channel_id),
    };
    const refusal = declined(bot, place);
    if (refusal) {
      await bot.speaker.say(refusal, addressedSpeech(response_url, place, { public: false }));
      return;
    }
    const typed = readText(withChannelIds(command, text), context.botUserId ?? '');
    const understood = readSlashCommand(
      command.toLowerCase(),
      typed,
      (name) => bot.chat.stories(name).length > 0,
    );
    if (understood.kind === 'replies') {
      const reply = await setReplies(bot, client, place, understood.where);
      await bot.speaker.say(reply, addressedSpeech(response_url, place, { public: false }));
      return;
    }
    const wanted = formWanted(understood.intent);
    const asked = { client, place, trigger: trigger_id, url: response_url };
    const form = wanted && (await openDigestForm(bot, asked, wanted));
    if (form === 'opened') return;
    if (form) {
      await bot.speaker.say(form, addressedSpeech(response_url, place, { public: false }));
      return;
    }
    const answer = await request(bot, understood.intent, { place, continuity: { by: 'person' }, client });
    const reply = understood.intent.kind === 'help' ? withOwnCommand(answer) : answer;
    await bot.speaker.say(understood.public ? forOthers(reply) : reply, {
      ...addressedSpeech(response_url, place, { public: understood.public }),
      shareable: !understood.public && isShareable(reply),
      extra: understood.intent.kind === 'stories' ? storyPicker(bot.chat) : [],
    });
  });
}

/** The command that only Slack has stands in the help beside the others. */
function withOwnCommand(help: Reply): Reply {
  const { repliesHint, repliesHelp } = slackWording;
  const label = `/backstory ${repliesHint}`;
  const row = { label, value: [{ kind: 'text', text: repliesHelp }] } as const;
  const blocks = help.blocks.map((block) =>
    block.kind === 'facts' ? { ...block, rows: [...block.rows, row] } : block,
  );
  return { ...help, blocks };
}

/** A digest's channel is found by its id, not by the name a question would show. */
function withChannelIds(command: string, text: string): string {
  return command.toLowerCase() === '/digest' ? text.replace(/<#([A-Z0-9]+)(?:\|[^<>]*)?>/g, '#$1') : text;
}

async function setReplies(
  { settings, managers }: SlackBot,
  client: WebClient,
  place: Place,
  where: 'thread' | 'channel' | undefined,
): Promise<Reply> {
  if (where === undefined) return noteReply(slackWording.repliesUsage);
  if (!(await managers.mayChange(client, place, 'replies'))) {
    return { ...noteReply(slackWording.onlyManagers), tone: 'refusal' };
  }
  const { chosenBy } = await settings.get(place.team, place.channel);
  const setting = { replies: where, chosenBy: { replies: place.user, ...chosenBy } };
  await settings.set(place.team, place.channel, setting);
  return noteReply(where === 'thread' ? slackWording.repliesThread : slackWording.repliesChannel);
}
