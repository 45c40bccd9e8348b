import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Article, citePart, citeSentence, sentencesOf } from '../../src/story/article.ts';
import { parseArticle } from '../../src/story/parse-article.ts';

const FRONT = '---\ntitle: A headline\n---\n\n';
const KINDS = ['story.md', 'story.txt', 'story.html', 'story'];

/** Bits of Markdown, HTML, pasted pages and broken text that meet in every order. */
const bit = fc.constantFrom(
  'The minister said on Friday that the bridge would close.',
  '“We go,” he said. “We stay.”',
  '"We go," he said.',
  'meant.”',
  'If we go,” he said.',
  'ence at the White House',
  'Advertisement',
  'Read more: Else',
  'By Jane Doe',
  'itâ€™s',
  'Ã©',
  '&amp;#8217;',
  '&nbsp;',
  'end.The next.Then one.And on',
  '# ',
  '> ',
  '- ',
  '1973. ',
  '1. ',
  '*',
  '**',
  '_',
  '[',
  '](x)',
  '![',
  '`',
  '~~',
  '<b>',
  '</b>',
  '<p>',
  '<!--',
  '-->',
  '<script>',
  '<5',
  '\\',
  '|a|b|\n|-|-|\n',
  '[^1]: ',
  '\u00a0',
  '\u200b',
  '\u202e',
  '👩‍👧',
  '\ud800',
  '\r\n',
  '\n',
  '\n\n',
  '\n\n',
  '---\n',
  ' ',
  ' ',
);
const hostile = fc.array(bit, { maxLength: 40 }).map((bits) => bits.join(''));
const anyText = fc.oneof(
  hostile,
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.lorem({ mode: 'sentences' }),
);

const articleOf = (text: string, file: string): Article | undefined => parseArticle(text, { file }).article;

it('parsing never throws on any bytes: it gives an article, or errors with a line and a remedy', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.constantFrom(...KINDS), (bytes, file) => {
      expectSound(parseArticle(bytes, { file }));
    }),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(anyText, fc.constantFrom(...KINDS), fc.boolean(), (text, file, titled) => {
      expectSound(parseArticle(titled ? FRONT + text : text, { file }));
    }),
    { numRuns: 300 },
  );
});

function expectSound({ article, problems }: ReturnType<typeof parseArticle>): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(errors.length > 0).toBe(article === undefined);
  for (const { file, line, what, remedy } of problems) {
    expect(KINDS).toContain(file);
    expect(line).toBeGreaterThanOrEqual(0);
    expect(what.length * remedy.length).toBeGreaterThan(0);
  }
}

it('every paragraph and sentence is exactly its slice of the body, or of the headline', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom(...KINDS), (text, file) => {
      const article = articleOf(FRONT + text, file);
      if (!article) return;
      expect(article.body).toBe(article.paragraphs.map((paragraph) => paragraph.text).join('\n\n'));
      for (const paragraph of [article.headline, ...article.paragraphs]) {
        const source = paragraph.number === 0 ? article.headline.text : article.body;
        expect(source.slice(paragraph.start, paragraph.end)).toBe(paragraph.text);
        expect(paragraph.sentences.length).toBeGreaterThan(0);
        for (const [index, sentence] of paragraph.sentences.entries()) {
          expect(sentence).toMatchObject({ paragraph: paragraph.number, sentence: index + 1 });
          expect(source.slice(sentence.start, sentence.end)).toBe(sentence.text);
          expect(sentence.start).toBeGreaterThanOrEqual(
            paragraph.sentences[index - 1]?.end ?? paragraph.start,
          );
        }
      }
      expect(article.paragraphs.map(({ number }) => number)).toEqual(
        article.paragraphs.map((_, index) => index + 1),
      );
    }),
    { numRuns: 400 },
  );
});

it('a citation of a sentence, or of a part of one, is exactly what stands at its offsets', () => {
  fc.assert(
    fc.property(anyText, fc.nat(), fc.nat(), fc.nat(), (text, pick, from, length) => {
      const article = articleOf(FRONT + text, 'story.md');
      const sentences = article ? sentencesOf(article) : [];
      const sentence = sentences[pick % Math.max(1, sentences.length)];
      if (!article || !sentence) return;
      const start = from % sentence.text.length;
      const end = start + (length % (sentence.text.length - start + 1));
      for (const cited of [citeSentence(sentence), citePart(sentence, start, end)]) {
        const source = cited.paragraph === 0 ? article.headline.text : article.body;
        expect(source.slice(cited.start, cited.end)).toBe(cited.text);
        expect(cited.damaged).toBe(sentence.damaged);
      }
    }),
  );
});

it('every cleaned character maps to a raw position, in order but for the marks that were moved', () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom('story.md', 'story.txt'), (text, file) => {
      const article = articleOf(FRONT + text, file);
      if (!article) return;
      const moved = article.repairs.filter(({ kind }) => kind === 'quote-mark-moved').length;
      let backwards = 0;
      for (let at = 0; at <= article.body.length; at++) {
        const offset = article.rawOffset(at);
        expect(offset).toBeGreaterThanOrEqual(0);
        expect(offset).toBeLessThanOrEqual(article.raw.length);
        if (at > 0 && offset < article.rawOffset(at - 1)) backwards++;
      }
      expect(backwards).toBeLessThanOrEqual(2 * moved);
    }),
    { numRuns: 400 },
  );
});

it('cleaning deletes, normalises and decodes, and never adds or alters a word', () => {
  const plain = anyText.filter(
    (text) => !/[&\u0080-\u00ff\u0152-\u0192\u02c6\u02dc\u2013-\u2122\\]/.test(text),
  );
  fc.assert(
    fc.property(plain, fc.constantFrom('story.md', 'story.txt'), (text, file) => {
      const article = articleOf(FRONT + text, file);
      if (!article) return;
      for (let at = 0; at < article.body.length; at++) {
        const unit = article.body[at] ?? '';
        if (/[\p{L}\p{N}]/u.test(unit)) expect(article.raw[article.rawOffset(at)]).toBe(unit);
      }
    }),
    { numRuns: 400 },
  );
});

it('cleaning what is clean changes nothing', () => {
  const sentence = fc.constantFrom(
    'The minister said on Friday that the bridge would close.',
    '“We go,” he said. “We stay.”',
    'It cost $3.5 million in the U.S. last year.',
  );
  const paragraph = fc
    .array(sentence, { minLength: 1, maxLength: 4 })
    .map((sentences) => sentences.join(' '));
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 6 }), (paragraphs) => {
      const article = articleOf(FRONT + paragraphs.join('\n\n'), 'story.md');
      expect(article?.paragraphs.map(({ text }) => text)).toEqual(paragraphs);
      expect(article?.repairs).toEqual([]);
    }),
  );
});
