import { z } from 'zod';
import { block, type SlackBlock, type SlackView, view } from './block-schema.ts';

/** What Slack would say of a body it refuses: the error code and, for the reader of a test, where it is wrong. */
export interface Refusal {
  readonly error: string;
  readonly messages: readonly string[];
}

const MAX_BLOCKS = 50;
/** Undocumented total over all blocks, reported in slackapi/bolt-js#2509. */
const MAX_TOTAL = 13_200;

/** Reads the blocks of a message, or says why Slack would not take them. */
export function checkBlocks(input: unknown): { blocks: readonly SlackBlock[] } | Refusal {
  const parsed = z.array(block).max(MAX_BLOCKS).safeParse(input);
  if (!parsed.success) return invalid(parsed.error);
  const twice = duplicateIds(parsed.data);
  if (twice.length > 0) return { error: 'invalid_blocks', messages: twice };
  const total = visibleLength(parsed.data);
  if (total > MAX_TOTAL) return { error: 'msg_blocks_too_long', messages: [`${total} characters`] };
  return { blocks: parsed.data };
}

/** Reads a view, or says why Slack would not take it. */
export function checkView(input: unknown): { view: SlackView } | Refusal {
  const parsed = view.safeParse(input);
  if (!parsed.success) return { ...invalid(parsed.error), error: 'invalid_arguments' };
  const { data } = parsed;
  const problems = duplicateIds(data.blocks);
  const hasInput = data.blocks.some(({ type }) => type === 'input');
  if (data.type === 'modal' && hasInput && data.submit === undefined) {
    problems.push('a modal with an input block needs submit');
  }
  if (problems.length > 0) return { error: 'invalid_arguments', messages: problems };
  return { view: data };
}

function invalid(error: z.ZodError): Refusal {
  return { error: 'invalid_blocks', messages: [z.prettifyError(error)] };
}

/** block_id is unique in a message, action_id within its block. */
function duplicateIds(blocks: readonly SlackBlock[]): string[] {
  const problems: string[] = [];
  const blockIds = blocks.flatMap(({ block_id }) => block_id ?? []);
  if (new Set(blockIds).size < blockIds.length) problems.push('block_id twice');
  for (const one of blocks) {
    const actionIds = actionElements(one).flatMap((element) => element.action_id ?? []);
    if (new Set(actionIds).size < actionIds.length) problems.push('action_id twice in one block');
  }
  return problems;
}

type Element = Extract<SlackBlock, { type: 'actions' }>['elements'][number];
type InputElement = Extract<SlackBlock, { type: 'input' }>['element'];

/** What in a block can be pressed, picked from or typed into. */
export function actionElements(one: SlackBlock): readonly (Element | InputElement)[] {
  if (one.type === 'actions') return one.elements;
  if (one.type === 'input') return [one.element];
  if (one.type === 'section' && one.accessory) return [one.accessory];
  return [];
}

/** Characters of every text in the blocks; what is only an id, a value or an address does not count. */
function visibleLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + visibleLength(item), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, item]) =>
      sum + (key === 'text' && typeof item === 'string' ? item.length : visibleLength(item)),
    0,
  );
}
