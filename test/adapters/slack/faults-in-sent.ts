import type { SlackBlock } from '../../../adapters/slack/render/segment.ts';
import type { RecordedCall } from '../../doubles/slack/double-state.ts';
import { fullText, readMrkdwn, words } from './visible-text.ts';

/** What Slack says of bodies that are wrong, as the double found them: never when a test made it say so. */
const WRONG: ReadonlySet<string> = new Set([
  'invalid_blocks',
  'invalid_arguments',
  'invalid_metadata_format',
  'msg_too_long',
  'msg_blocks_too_long',
  'no_text',
  'unknown_method',
]);

/**
 * What is wrong with what the bot sent, whichever way it went and however often: what Slack would not take, a
 * message whose text does not say all that its blocks say, a link that would unfurl.
 */
export function faultsInSent(calls: readonly RecordedCall[]): readonly string[] {
  return calls.flatMap(({ method, args, outcome }) => {
    const faults = WRONG.has(outcome) ? [outcome] : [];
    const { blocks, text } = args;
    if (Array.isArray(blocks)) {
      const heard = typeof text === 'string' ? words(readMrkdwn(text)).replaceAll('…', '') : '';
      const seen = words(blocks.map(spoken).join('')).replaceAll('…', '');
      if (seen !== heard) faults.push(`its text says “${heard}”, its blocks “${seen}”`);
    }
    const unfurls = method === 'chat.postMessage' || method === 'response_url';
    const isSilent = args['unfurl_links'] === false && args['unfurl_media'] === false;
    if (unfurls && args['delete_original'] !== true && !isSilent) faults.push('its links would unfurl');
    return faults.map((fault) => `${method}: ${fault}`);
  });
}

/** A block's words; what stands beside a button is the button's. */
function spoken(block: SlackBlock): string {
  if (block.type === 'section') return block.accessory ? '' : (block.text?.text ?? '');
  return fullText([block]);
}
