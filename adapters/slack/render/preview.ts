import type { types } from '@slack/bolt';
import type {
  ButtonPreview,
  Count,
  MessagePreview,
  PlatformPreviews,
  PreviewReply,
} from '../../../src/chat/platform-preview.ts';
import { slackWording } from '../../../src/chat/wording-slack.ts';
import { LIMITS } from '../limits.ts';
import type { MessageBody } from '../posting/message-body.ts';
import { renderParcels } from '../posting/render-parcels.ts';
import type { SlackBlock } from './segment.ts';

const preview: PreviewReply = (reply, encoder) =>
  renderParcels(reply, encoder).map(({ body }) => previewOf(body));

/** The messages of a reply and of a digest as they are sent to a channel, counted against Slack's limits. */
export const previews: PlatformPreviews = { reply: preview, digest: preview };

function previewOf(body: MessageBody): MessagePreview {
  return { body, rows: body.blocks.flatMap(rowOf), counts: countsOf(body) };
}

function rowOf(block: SlackBlock): readonly (readonly ButtonPreview[])[] {
  if (block.type === 'actions') return [buttonsIn(block).map(({ text }) => ({ label: text.text }))];
  if (block.type !== 'section') return [];
  return [buttonsIn(block).map(({ text }) => ({ label: text.text, beside: block.text?.text ?? '' }))];
}

function buttonsIn(block: SlackBlock): readonly types.Button[] {
  if (block.type === 'actions') return block.elements.filter((element) => element.type === 'button');
  return block.type === 'section' && block.accessory?.type === 'button' ? [block.accessory] : [];
}

function countsOf({ text, blocks }: MessageBody): readonly Count[] {
  const { counts } = slackWording;
  const lengths = blocks.map(lengthOf);
  const buttons = blocks.flatMap(buttonsIn);
  const rows = blocks.map((block) => (block.type === 'actions' ? block.elements.length : 0));
  const longest = (each: readonly number[]) => Math.max(0, ...each);
  return [
    { name: counts.blocks, used: blocks.length, limit: LIMITS.messageBlocks },
    {
      name: counts.text,
      used: lengths.reduce((sum, length) => sum + length, 0),
      limit: LIMITS.messageText,
    },
    { name: counts.blockText, used: longest(lengths), limit: LIMITS.blockText },
    { name: counts.topLevelText, used: text.length, limit: LIMITS.topLevelText },
    { name: counts.actionElements, used: longest(rows), limit: LIMITS.actionElements },
    {
      name: counts.buttonText,
      used: longest(buttons.map((button) => button.text.text.length)),
      limit: LIMITS.buttonText,
    },
    {
      name: counts.buttonValue,
      used: longest(buttons.map(({ value = '' }) => value.length)),
      limit: LIMITS.buttonValue,
    },
  ];
}

/** Characters of all words in a block, whatever they are nested in. */
function lengthOf(part: unknown): number {
  if (typeof part !== 'object' || part === null) return 0;
  return Object.entries(part).reduce((sum, [key, value]: [string, unknown]) => {
    const isWords = typeof value === 'string' && (key === 'text' || key === 'fallback');
    return sum + (isWords ? value.length : lengthOf(value));
  }, 0);
}
