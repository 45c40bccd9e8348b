import type { AlteredSentence, Changes, Passage } from '../briefing/changes/changes.ts';
import type { Cited } from '../story/article.ts';
import type { Version } from '../story/story.ts';
import { citation, markedWords, text } from './citing.ts';
import type { Block, FactRow, Inline, Span } from './reply.ts';
import { wording } from './wording.ts';

/** A version and the one it is compared with. */
export interface Compared {
  readonly before: Version;
  readonly after: Version;
}

/**
 * What changed, each side in its own version's words and cited to it: corrections first, then the headline and
 * the numbers, what was reworded, what is new and what is gone. Nothing when nothing changed.
 */
export function changeBlocks(changes: Changes, { before, after }: Compared): readonly Block[] {
  const { changed } = wording;
  const old = (cited: Cited): Inline => [...markedWords(cited), text(' '), citationOf(before, cited)];
  const fresh = (cited: Cited): Inline => [...markedWords(cited), text(' '), citation(after.article, cited)];
  return [
    ...changes.corrections.map((words) => note(wording.correction(words))),
    ...(changes.headline
      ? [
          rows(
            row(changed.headlineBefore, old(changes.headline.before)),
            row(changed.headlineNow, fresh(changes.headline.after)),
          ),
        ]
      : []),
    ...section(
      changed.numbers,
      changes.numbers.length === 0
        ? []
        : [
            {
              kind: 'list',
              items: changes.numbers.map(({ before: was, after: is, counts }) => [
                text(counts === undefined ? '' : `${counts}: `),
                ...old(was),
                text(' → '),
                strong(is.text),
                text(' '),
                citation(after.article, is),
              ]),
            },
          ],
    ),
    ...section(
      changed.altered,
      changes.altered.map((sentence) =>
        rows(
          row(changed.before, old(sentence.before)),
          row(changed.now, [...newWords(sentence), text(' '), citation(after.article, sentence.after)]),
        ),
      ),
    ),
    ...section(changed.added, passageList(changes.added, fresh)),
    ...section(changed.removed, passageList(changes.removed, old)),
  ];
}

/** The mark of a sentence that no longer stands so says which version it is in, and links to no page: it is not there. */
function citationOf({ number }: Version, cited: Cited): Span {
  return { kind: 'citation', cited: { ...cited, version: number } };
}

/** The new sentence, what is new in it standing out unless that is most of it. */
function newWords({ after, parts }: AlteredSentence): Inline {
  const fresh = parts.filter(({ kind }) => kind === 'added').reduce((sum, part) => sum + part.text.length, 0);
  if (after.damaged !== undefined || fresh * 2 > after.text.length) return markedWords(after);
  return parts
    .filter(({ kind }) => kind !== 'removed')
    .map((part) => (part.kind === 'added' && part.text.trim() !== '' ? strong(part.text) : text(part.text)));
}

function passageList(passages: readonly Passage[], show: (cited: Cited) => Inline): readonly Block[] {
  if (passages.length === 0) return [];
  const items = passages.map(({ sentences }) =>
    sentences.flatMap((cited, index) => [...(index > 0 ? [text(' ')] : []), ...show(cited)]),
  );
  return [{ kind: 'list', items }];
}

function section(title: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'prose', content: [strong(title)] }, ...blocks];
}

function row(label: string, value: Inline): FactRow {
  return { label, value };
}

function rows(...given: readonly FactRow[]): Block {
  return { kind: 'facts', rows: given };
}

function note(words: string): Block {
  return { kind: 'note', content: [text(words)] };
}

function strong(words: string): Span {
  return { kind: 'strong', text: words };
}
