import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../../../adapters/discord/rendering/escape-markdown.ts';
import { renderReply } from '../../../../adapters/discord/rendering/render-reply.ts';
import { plainText } from '../../../../src/chat/plain-text.ts';
import { checkBody } from '../../../doubles/discord/check-body.ts';
import { readMarkdown, readMessage } from '../../../doubles/discord/read-message.ts';
import { arbitraryReply, hostileText } from '../../../support/arbitrary-reply.ts';

const chat = { encode: (intent: object): string => JSON.stringify(intent).slice(0, 100) };
/** Line breaks and spaces are the layout's, not the text's. */
const words = (text: string): string => text.replace(/\s+/gu, ' ').trim();
/** For comparing: without layout, and addresses as they are whether their signs had to be encoded or not. */
const together = (text: string): string =>
  text
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll('%', ''), 'hex').toString())
    .replace(/\s+/gu, '');

describe('a reply on Discord', () => {
  it('is always within every limit Discord has', () => {
    fc.assert(
      fc.property(arbitraryReply, fc.option(fc.constant('-# asked'), { nil: undefined }), (reply, above) => {
        for (const message of renderReply(reply, { chat, above })) {
          checkBody('message', message);
          checkBody('callback-message', { type: 4, data: message });
          checkBody('follow-up', message);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('shows all of its text, and nothing else, whatever is in it', () => {
    fc.assert(
      fc.property(arbitraryReply, (reply) => {
        const seen = renderReply(reply, { chat }).map(readMessage);
        const shown = seen.map(({ text }) => text).join('\n\n');
        expect(together(shown)).toBe(together(plainText(reply).toWellFormed()));
      }),
      { numRuns: 60 },
    );
  });
});

describe('text of a story or a user', () => {
  it('is shown letter by letter and formats, links, mentions and hides nothing', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const seen = readMarkdown(escapeMarkdown(text));
        expect(words(seen.text)).toBe(words(text.toWellFormed()));
        expect(
          [...seen.kinds].filter((kind) => !['text', 'br', 'newline', 'twemoji'].includes(kind)),
        ).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
