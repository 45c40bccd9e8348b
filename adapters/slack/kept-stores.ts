import { z } from 'zod';
import type { Keep } from '../../src/chat/keep.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { type ChannelSetting, type ChannelSettings, DEFAULT_SETTING } from './channel-settings.ts';
import type { KeptReplies, KeptReply } from './posting/kept-replies.ts';
import type { SlackStores } from './start-slack.ts';

/** What Slack's side keeps, in the service's store: over restarts, and for several processes. */
export function keptStores(keep: Keep): Required<SlackStores> {
  return {
    seen: { claim: (id) => keep.takeOn(id) },
    installations: keep.installations,
    kept: keptReplies(keep),
    settings: keptSettings(keep),
    workspaces: { forget: (team) => keep.forgetWorkspace(team) },
  };
}

const setting: z.ZodType<ChannelSetting> = z.object({
  replies: z.enum(['thread', 'channel']),
  chosenBy: z.object({ replies: z.exactOptional(z.string()), story: z.exactOptional(z.string()) }),
});

function keptSettings({ settings }: Keep): ChannelSettings {
  return {
    async get(team, channel) {
      const read = setting.safeParse(await settings.get(team, channel));
      return read.success ? read.data : DEFAULT_SETTING;
    },
    set: (team, channel, chosen) => settings.set(team, channel, chosen),
  };
}

/** A reply is ours, and at most half an hour old: of another version's only the outline is looked at. */
const isReply = (value: unknown): value is Reply => outline.safeParse(value).success;
const outline = z.looseObject({
  tone: z.string(),
  blocks: z.array(z.looseObject({ kind: z.string() })),
  actions: z.array(z.looseObject({ label: z.string() })),
});
const reply: z.ZodType<KeptReply> = z.object({
  reply: z.custom<Reply>(isReply),
  from: z.int().min(0),
  way: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('channel'), thread: z.exactOptional(z.string()) }),
    z.object({ kind: z.literal('address'), public: z.boolean() }),
  ]),
});

function keptReplies({ replies }: Keep): KeptReplies {
  return {
    keep: (given) => replies.keep(given),
    async take(id) {
      const read = reply.safeParse(await replies.take(id));
      return read.success ? read.data : undefined;
    },
  };
}
