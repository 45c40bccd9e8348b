import type { Facts } from '../briefing/brief.ts';
import type { Article, Cited } from '../story/article.ts';
import type { Story } from '../story/story.ts';
import type { View } from './action.ts';
import { viewActions } from './brief-reply.ts';
import { citation, sentenceOf, text } from './citing.ts';
import { longDate, saysItself } from './dates.ts';
import type { Reading } from './reading.ts';
import type { Block, FactRow, Inline, Reply } from './reply.ts';
import { publishedSpan, storyRef } from './story-ref.ts';
import { type Past, whatsNew } from './whats-new.ts';
import { wording } from './wording.ts';

/**
 * One side of a story: who is in it, what was said, its numbers, and so on; every item cited.
 * @param past for what is new
 */
export function viewReply(story: Story, reading: Reading, view: View, past: Past): Reply {
  const blocks = view === 'changes' ? whatsNew(story.latest, past) : viewBlocks(reading, view);
  return {
    tone: 'listing',
    story: storyRef(story),
    blocks: [
      { kind: 'heading', text: wording.views[view] },
      ...(blocks.length > 0 ? blocks : [prose(wording.empty[view])]),
    ],
    actions: viewActions(story, OTHERS[view]),
  };
}

const OTHERS: Readonly<Record<View, readonly View[]>> = {
  people: ['quotes', 'organisations', 'timeline'],
  quotes: ['people', 'timeline', 'sources'],
  numbers: ['timeline', 'places', 'quotes'],
  places: ['people', 'organisations', 'timeline'],
  organisations: ['people', 'places', 'quotes'],
  timeline: ['people', 'numbers', 'sources'],
  sources: ['people', 'quotes', 'timeline'],
  changes: ['timeline', 'sources'],
};

function viewBlocks({ article, brief }: Reading, view: Exclude<View, 'changes'>): readonly Block[] {
  switch (view) {
    case 'sources':
      return facts(sourceRows(article));
    default:
      return factBlocks(article, brief('short').facts, view);
  }
}

function factBlocks(
  article: Article,
  found: Facts,
  view: Exclude<View, 'sources' | 'changes'>,
): readonly Block[] {
  switch (view) {
    case 'people':
      return list(
        found.people.map((person) => [
          strong(person.name),
          text(person.role === '' ? ' ' : `, ${person.role} `),
          citation(article, person),
        ]),
      );
    case 'quotes':
      return found.quotes.map((quote) => ({
        kind: 'quote',
        content: [text(`“${quote.text}” `), citation(article, quote)],
        speaker: quote.speaker === '' ? wording.unattributed : quote.speaker,
      }));
    case 'numbers':
      return list(
        found.numbers.map((number) => [
          strong(number.text),
          text(number.counts ? ` ${number.counts} ` : ' '),
          citation(article, number),
        ]),
      );
    case 'places':
    case 'organisations':
      return list(found[view].map((name) => [text(`${name.text} `), citation(article, name)]));
    case 'timeline':
      return facts(
        found.timeline.map((entry) => ({
          label: when(entry.when, entry.date),
          value: event(article, entry),
        })),
      );
    default:
      return view satisfies never;
  }
}

/** The date as written and as resolved: "Wednesday (19 January 2022)". */
function when(written: string, date: string | undefined): string {
  return date === undefined || saysItself(written, date) ? written : `${written} (${longDate(date)})`;
}

/** What happened then: the entry's own words, or its whole sentence when it is only the date. */
function event(article: Article, entry: Cited): Inline {
  const sentence = sentenceOf(article, entry);
  const words = entry.text.length < 40 && sentence ? sentence.text : entry.text;
  return [text(`${words} `), citation(article, entry)];
}

function sourceRows(article: Article): readonly FactRow[] {
  const { fields } = wording;
  const rows: FactRow[] = [];
  const add = (label: string, value: string | undefined) => {
    if (value !== undefined && value !== '') rows.push({ label, value: [text(value)] });
  };
  add(fields.source, article.source);
  add(fields.author, article.author);
  if (article.published) {
    const note = article.publishedNote ? [text(` (${article.publishedNote})`)] : [];
    rows.push({ label: fields.published, value: [publishedSpan(article.published), ...note] });
  }
  if (article.url !== undefined) {
    rows.push({ label: fields.address, value: [{ kind: 'link', text: article.url, href: article.url }] });
  }
  add(fields.licence, article.licence);
  for (const correction of article.corrections) add(fields.correction, correction);
  return rows;
}

function facts(rows: readonly FactRow[]): readonly Block[] {
  return rows.length === 0 ? [] : [{ kind: 'facts', rows }];
}

function list(items: readonly Inline[]): readonly Block[] {
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function prose(words: string): Block {
  return { kind: 'prose', content: [text(words)] };
}

function strong(words: string): Inline[number] {
  return { kind: 'strong', text: words };
}
