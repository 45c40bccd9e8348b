import type { SlackBlock } from '../../../adapters/slack/render/segment.ts';

/**
 * The words a reader sees in blocks, buttons left out, one block a line. Written without a look at how the
 * adapter makes them: this is what the property tests believe.
 */
export function visibleText(blocks: readonly SlackBlock[]): string {
  return blocks.flatMap((block) => blockWords(block, linkLabel)).join('\n');
}

/** The same with the address of each link that is no citation behind its words. */
export function fullText(blocks: readonly SlackBlock[]): string {
  return blocks.flatMap((block) => blockWords(block, labelAndAddress)).join('\n');
}

interface Link {
  readonly url: string;
  readonly text: string;
}

const linkLabel = ({ text }: Link) => text;

function labelAndAddress({ url, text }: Link): string {
  return text === url || /^\[(?:¶\d+|headline)(?:, version \d+)?\]$/.test(text) ? text : `${text} (${url})`;
}

function blockWords(block: SlackBlock, linkWords: (link: Link) => string): readonly string[] {
  switch (block.type) {
    case 'header':
      return [block.text.text];
    case 'context':
      return [block.elements.map((element) => ('text' in element ? contextWords(element) : '')).join('')];
    case 'rich_text':
      return block.elements.map((part) =>
        part.type === 'rich_text_list'
          ? part.elements.map((item) => `• ${elementWords(item.elements, linkWords)}`).join('\n')
          : elementWords(part.elements, linkWords),
      );
    default:
      return [];
  }
}

/** What Slack does to mrkdwn: control sequences become their label, entities their characters. */
export function readMrkdwn(text: string): string {
  return text
    .replace(/<(?:!date\^-?\d+\^[^|>]*|https?:[^|>]*)\|([^>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function contextWords({ type, text }: { type: string; text: string }): string {
  return type === 'mrkdwn' ? readMrkdwn(text) : text;
}

function elementWords(elements: readonly object[], linkWords: (link: Link) => string): string {
  return elements
    .map((element) => {
      if ('fallback' in element) return String(element.fallback);
      if ('url' in element) {
        const url = String(element.url);
        return linkWords({ url, text: 'text' in element ? String(element.text) : url });
      }
      return 'text' in element ? String(element.text) : '';
    })
    .join('');
}

/** What reading compares: white space, control characters and broken halves of characters look like nothing. */
export function words(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is left out
      .replace(/[\u0000-\u001F\u007F-\u009F\s]+/g, '')
  );
}
