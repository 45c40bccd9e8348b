import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Context } from '../../src/answering/answer.ts';
import { prepare } from '../../src/answering/prepare.ts';
import type { Prepared } from '../../src/answering/prepared.ts';
import { splitSentences } from '../../src/language/sentences.ts';
import { type Article, citeSentence, type Paragraph, type Slug } from '../../src/story/article.ts';

/** One training question laid before one story. */
export interface Case {
  readonly source: 'squad' | 'own';
  /** Which article it comes from: folds are cut along these. */
  readonly group: string;
  readonly prepared: Prepared;
  readonly question: string;
  readonly kind: string;
  /** Units that answer it; empty when the story does not. */
  readonly gold: readonly number[];
  /** Right short answers. */
  readonly spans: readonly string[];
  readonly context?: Context;
}

const shared = join(import.meta.dirname, '../../../shared/bench');
const own = join(import.meta.dirname, '../training');

/** An article of plain paragraphs, without the reading of files. */
export function plainArticle(title: string, texts: readonly string[]): Article {
  const paragraphs: Paragraph[] = [];
  let at = 0;
  for (const [i, text] of texts.entries()) {
    paragraphs.push(paragraph(i + 1, text, at));
    at += text.length + 2;
  }
  const body = texts.join('\n\n');
  return {
    slug: 'training' as Slug,
    title,
    corrections: [],
    headline: paragraph(0, title, 0),
    body,
    paragraphs,
    raw: body,
    repairs: [],
    rawOffset: (offset) => offset,
  };
}

function paragraph(number: number, text: string, start: number): Paragraph {
  const sentences = splitSentences(text).map((span, i) => ({
    paragraph: number,
    sentence: i + 1,
    start: start + span.start,
    end: start + span.end,
    text: text.slice(span.start, span.end),
  }));
  return { number, start, end: start + text.length, text, sentences };
}

interface SquadArticle {
  t: string;
  p: string[];
  q: [number, string, [number, string][], string][];
}

/** Public questions: each asked of its own story-sized piece, and as many of another piece of its article. */
export function squadCases(file: 'train-new-wiki.json' | 'train-squad.json'): Case[] {
  const path = join(shared, 'squad', file);
  if (!existsSync(path)) throw new Error(`the training data is not there: ${path}`);
  const { articles }: { articles: SquadArticle[] } = JSON.parse(readFileSync(path, 'utf8'));
  return articles.flatMap(casesOf);
}

function casesOf(article: SquadArticle, number: number): Case[] {
  const texts = article.p.map((text) => text.replace(/\s+/g, ' ').trim());
  const pieces: { from: number; to: number; prepared: Prepared }[] = [];
  let from = 0;
  let count = 0;
  for (let i = 0; i < texts.length; i++) {
    count += splitSentences(texts[i] ?? '').length;
    if (count < 30 && i < texts.length - 1) continue;
    pieces.push({
      from,
      to: i + 1,
      prepared: prepare(plainArticle(article.t.replaceAll('_', ' '), texts.slice(from, i + 1))),
    });
    [from, count] = [i + 1, 0];
  }
  const cases: Case[] = [];
  for (const [n, [at, question, answers]] of article.q.entries()) {
    const home = pieces.findIndex((piece) => at >= piece.from && at < piece.to);
    const piece = pieces[home];
    if (!piece) continue;
    const spans = [...new Set(answers.map(([, text]) => text))];
    const base = {
      source: 'squad' as const,
      group: article.t === '' ? `untitled ${number}` : article.t,
      question,
      kind: 'squad',
      spans,
    };
    const gold = piece.prepared.units
      .filter(
        ({ sentence }) =>
          sentence.paragraph === at - piece.from + 1 && spans.some((span) => sentence.text.includes(span)),
      )
      .map((unit) => unit.index);
    if (gold.length > 0) cases.push({ ...base, prepared: piece.prepared, gold });
    const other = pieces[(home + 1 + (n % Math.max(1, pieces.length - 1))) % pieces.length];
    if (other && other !== piece && !spans.some((span) => other.prepared.article.body.includes(span)))
      cases.push({ ...base, kind: 'squad-elsewhere', prepared: other.prepared, gold: [], spans: [] });
  }
  return cases;
}

interface OwnQuestion {
  id: string;
  question: string;
  type: string;
  follows?: string;
  gold: string[];
  spans: string[];
  answerable: boolean;
}

/** The questions of `bench/training`, each with the conversation it stands in. */
export function ownCases(folder = own): Case[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => casesOfOwn(folder, name.replace(/\.jsonl$/, '')));
}

function casesOfOwn(folder: string, name: string): Case[] {
  const text = readFileSync(join(folder, `${name}.md`), 'utf8');
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  const title = /^title: *["']?(.*?)["']?$/m.exec(head)?.[1] ?? name;
  const prepared = prepare(
    plainArticle(
      title,
      body
        .trim()
        .split(/\n\s*\n/)
        .map((p) => p.replace(/\s+/g, ' ').trim()),
    ),
  );
  const questions: OwnQuestion[] = readFileSync(join(folder, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const byId = new Map(questions.map((question) => [question.id, question]));
  return questions.map((question): Case => {
    const gold = goldUnits(prepared, question);
    const context = question.follows ? contextOf(prepared, byId, question.follows) : undefined;
    const { type: kind, spans } = question;
    return {
      source: 'own',
      group: name,
      prepared,
      question: question.question,
      kind,
      gold,
      spans,
      ...(context && { context }),
    };
  });
}

/** One question in so many is asked of another story as well. */
const ELSEWHERE_EVERY = 3;

/**
 * Our questions asked of a story they are not about: what a chat about one story gets from people who have another
 * in mind, and bare keywords it has no word on, which nobody writes down as a near miss.
 */
export function elsewhereCases(cases: readonly Case[]): Case[] {
  const stories = [...new Map(cases.map((one) => [one.group, one.prepared]))];
  return cases
    .filter(({ context }) => context === undefined)
    .filter((_, i) => i % ELSEWHERE_EVERY === 0)
    .flatMap((one, i): Case[] => {
      const home = stories.findIndex(([group]) => group === one.group);
      const away = stories[(home + 1 + (i % (stories.length - 1))) % stories.length];
      if (!away) return [];
      const [group, prepared] = away;
      return [
        { source: 'own', group, prepared, question: one.question, kind: 'elsewhere', gold: [], spans: [] },
      ];
    });
}

/** Gold sentences are matched by containment: a writer may cut a quote elsewhere than our splitter. */
function goldUnits(prepared: Prepared, question: OwnQuestion): number[] {
  return prepared.units
    .filter(({ sentence: { text } }) =>
      question.gold.some(
        (gold) =>
          gold === text ||
          (text.length > 20 && gold.includes(text)) ||
          (gold.length > 20 && text.includes(gold)),
      ),
    )
    .map((unit) => unit.index);
}

/** The context a follow-up has when its forerunner was answered rightly. */
function contextOf(
  prepared: Prepared,
  byId: ReadonlyMap<string, OwnQuestion>,
  id: string,
): Context | undefined {
  const question = byId.get(id);
  if (!question) return undefined;
  const [at] = goldUnits(prepared, question);
  const unit = at === undefined ? undefined : prepared.units[at];
  const answer: Answer = {
    kind: unit ? 'answer' : 'unanswered',
    confidence: unit ? 0.9 : 0.1,
    sentences: unit ? [citeSentence(unit.sentence)] : [],
    type: 'what',
  };
  const before = question.follows ? contextOf(prepared, byId, question.follows) : undefined;
  return { question: question.question, answer, ...(before && { before }) };
}
