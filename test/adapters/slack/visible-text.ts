import type { SlackBlock } from '../../../adapters/slack/render/segment.ts';

/**
 * The words a reader sees in blocks, buttons left out, one block a line. Written without a look at how the
 * adapter makes them: this is what the property tests believe.
 */
export function visibleText(blocks: readonly SlackBlock[]): string {
  return blocks.flatMap(blockWords).join('\n');
}

function blockWords(block: SlackBlock): readonly string[] {
  switch (block.type) {
    case 'header':
      return [block.text.text];
    case 'context':
      return [block.elements.map((element) => ('text' in element ? contextWords(element) : '')).join('')];
    case 'rich_text':
      return block.elements.map((part) =>
        part.type === 'rich_text_list'
          ? part.elements.map((item) => `• ${elementWords(item.elements)}`).join('\n')
          : elementWords(part.elements),
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

function elementWords(elements: readonly object[]): string {
  return elements
    .map((element) => {
      if ('fallback' in element) return String(element.fallback);
      if ('text' in element) return String(element.text);
      return 'url' in element ? String(element.url) : '';
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
