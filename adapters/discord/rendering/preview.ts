import { type APIMessageComponent, ComponentType } from 'discord.js';
import type {
  ButtonPreview,
  Count,
  MessagePreview,
  PlatformPreviews,
} from '../../../src/chat/platform-preview.ts';
import { discordWording } from '../../../src/chat/wording-discord.ts';
import { LIMITS } from '../limits.ts';
import type { ButtonRow } from './button-rows.ts';
import { type MessageBody, renderParts, renderReply } from './render-reply.ts';

/** The messages of a reply and of a digest as they are sent to a channel, counted against Discord's limits. */
export const previews: PlatformPreviews = {
  reply: (reply, chat) => renderReply(reply, { chat }).map(previewOf),
  digest: (reply, chat) => renderParts(reply, chat).map(({ body }) => previewOf(body)),
};

function previewOf(body: MessageBody): MessagePreview {
  const components = body.components.flatMap(withNested);
  const rows = components.flatMap((component) => (isRow(component) ? [component] : []));
  return { body, rows: rows.map(buttonsOf), counts: countsOf(components, rows) };
}

/** A component and all that are in it: Discord counts every one. */
function withNested(component: APIMessageComponent): readonly APIMessageComponent[] {
  if (!('components' in component)) return [component];
  return [component, ...component.components.flatMap(withNested)];
}

function isRow(component: APIMessageComponent): component is ButtonRow {
  return component.type === ComponentType.ActionRow;
}

function buttonsOf({ components }: ButtonRow): readonly ButtonPreview[] {
  return components.map(({ label = '' }) => ({ label }));
}

function countsOf(components: readonly APIMessageComponent[], rows: readonly ButtonRow[]): readonly Count[] {
  const { counts } = discordWording;
  const texts = components.map((one) => (one.type === ComponentType.TextDisplay ? one.content.length : 0));
  const buttons = rows.flatMap((row) => row.components);
  const longest = (lengths: readonly number[]) => Math.max(0, ...lengths);
  return [
    { name: counts.text, used: texts.reduce((sum, length) => sum + length, 0), limit: LIMITS.text },
    { name: counts.components, used: components.length, limit: LIMITS.components },
    {
      name: counts.buttonsInRow,
      used: longest(rows.map((row) => row.components.length)),
      limit: LIMITS.buttonsInRow,
    },
    {
      name: counts.buttonLabel,
      used: longest(buttons.map(({ label = '' }) => label.length)),
      limit: LIMITS.buttonLabel,
    },
    {
      name: counts.customId,
      used: longest(buttons.map(({ custom_id: id }) => id.length)),
      limit: LIMITS.customId,
    },
  ];
}
