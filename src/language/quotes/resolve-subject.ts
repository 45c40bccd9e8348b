import { givenNameOf, isPersonNoun } from '../names/gazetteer.ts';
import { sentenceWords } from '../names/mentions.ts';
import type { Named } from '../names/read-names.ts';
import type { ReadableSentence } from '../names/readable-text.ts';
import { descriptionsOf } from '../names/roles.ts';
import { isVoice, type Placed, type Subject } from './subjects.ts';

/** What resolving needs to know of the text up to a quote. */
export interface Before {
  /** The sentence the subject stands in. */
  readonly sentence: ReadableSentence;
  /** Sentences of the body in order. */
  readonly sentences: readonly ReadableSentence[];
  /** The names a sentence mentions. */
  readonly namesIn: (sentence: ReadableSentence) => readonly Placed[];
  /** Whether a position of the body lies inside a quote. */
  readonly inQuote: (offset: number) => boolean;
  readonly lastSpeaker: Named | undefined;
  readonly people: readonly Named[];
}

/** How many sentences back a pronoun may reach. */
const REACH = 8;
const ORGANISATION_NOUN =
  /^(?:company|agency|firm|newspaper|paper|organi[sz]ation|group|ministry|department|union|club|website|site|party|authority|committee|council|commission|bank|university|network|channel|magazine|broadcaster|airline|charity|team|court|government|police|army|military)$/;

/** Who the subject is, or undefined when the text leaves it open. */
export function resolveSubject(subject: Subject, before: Before): Named | undefined {
  if (subject.kind === 'named') return subject.named;
  if (subject.kind === 'pronoun') return resolvePronoun(subject.word, subject.at, before);
  return resolveNominal(subject.noun, subject.of, before);
}

function resolvePronoun(word: string, at: number, before: Before): Named | undefined {
  if (word === 'it') return resolveIt(before);
  if (word === 'they') return undefined;
  const gender = word === 'he' ? 'male' : 'female';
  const position = before.sentences.indexOf(before.sentence);
  for (let k = position; k >= 0 && k > position - REACH; k--) {
    const sentence = before.sentences[k];
    if (sentence === undefined) continue;
    const limit = k === position ? at : Number.POSITIVE_INFINITY;
    const people = before
      .namesIn(sentence)
      .filter(
        ({ named, mention }) =>
          named.type === 'person' &&
          mention.from < limit &&
          !quoted(sentence, mention.from, before) &&
          suits(named, gender),
      );
    const subject = people.find(({ mention }) => !isOblique(sentence, mention.from)) ?? people[0];
    if (subject !== undefined) return subject.named;
    const nominal = nominalSubject(sentence, limit, before);
    if (nominal !== undefined) return onlyHolder(nominal, before.people);
    if (before.lastSpeaker?.type === 'person' && k < position && suits(before.lastSpeaker, gender))
      return before.lastSpeaker;
  }
  return before.lastSpeaker?.type === 'person' && suits(before.lastSpeaker, gender)
    ? before.lastSpeaker
    : undefined;
}

/** "The controller replied": somebody without a name whom "he" may mean as well. */
function nominalSubject(sentence: ReadableSentence, limit: number, before: Before): string | undefined {
  const words = sentenceWords(sentence);
  for (let i = 1; i < Math.min(words.length - 1, limit); i++) {
    const [word, next] = [words[i], words[i + 1]];
    if (
      word === undefined ||
      next === undefined ||
      word.pos !== 'NOUN' ||
      !isPersonNoun(word.folded) ||
      /[^s]s$/.test(word.folded)
    )
      continue;
    const start = words[i - 1]?.pos === 'ADJ' || words[i - 1]?.pos === 'NOUN' ? i - 2 : i - 1;
    if (!/^(?:the|a|an|one|another)$/.test(words[start]?.folded ?? '') || words[start - 1]?.pos === 'ADP')
      continue;
    if (quoted(sentence, i, before)) continue;
    if (next.pos === 'VERB' || next.pos === 'AUX' || (next.text === ',' && start === 0)) return word.folded;
  }
  return undefined;
}

function quoted(sentence: ReadableSentence, word: number, before: Before): boolean {
  return before.inQuote(sentence.start + (sentenceWords(sentence)[word]?.start ?? 0));
}

/** After a preposition or as an owner: less likely what a pronoun means. */
function isOblique(sentence: ReadableSentence, from: number): boolean {
  return sentenceWords(sentence)[from - 1]?.pos === 'ADP';
}

/** Whether nothing about the name speaks against "he" or "she". */
function suits(named: Named, gender: 'male' | 'female'): boolean {
  for (const { words, from, title } of named.mentions) {
    const honorific = words[title ?? from - 1]?.folded ?? '';
    if (/^(?:mr\.?|sir|lord|king|prince|father|brother)$/.test(honorific)) return gender === 'male';
    if (/^(?:mrs\.?|ms\.?|miss|dame|lady|queen|princess|sister)$/.test(honorific)) return gender === 'female';
  }
  const full = named.mentions.find(({ folded }) => folded.length > 1);
  const given = givenNameOf((full ?? named.mentions[0])?.folded[0] ?? '');
  return given === undefined || given === 'either' || given === gender;
}

function resolveIt(before: Before): Named | undefined {
  if (before.lastSpeaker !== undefined && before.lastSpeaker.type !== 'person') return before.lastSpeaker;
  return onlyOrganisation(before);
}

/** The one organisation the sentences just before name, when there is but one. */
function onlyOrganisation(before: Before): Named | undefined {
  const position = before.sentences.indexOf(before.sentence);
  for (let k = position; k >= 0 && k > position - 3; k--) {
    const sentence = before.sentences[k];
    if (sentence === undefined) continue;
    const found = new Set(
      before
        .namesIn(sentence)
        .filter(({ named }) => named.type === 'organisation')
        .map(({ named }) => named),
    );
    if (found.size > 0) return found.size === 1 ? [...found][0] : undefined;
  }
  return undefined;
}

function resolveNominal(noun: string, of: Named | undefined, before: Before): Named | undefined {
  if (of !== undefined && isVoice(noun)) return of;
  if (ORGANISATION_NOUN.test(noun)) return of?.type === 'organisation' ? of : onlyOrganisation(before);
  return onlyHolder(noun, before.people);
}

const ABBREVIATED: ReadonlyMap<string, string> = new Map([
  ['gov', 'governor'],
  ['sen', 'senator'],
  ['rep', 'representative'],
  ['gen', 'general'],
  ['col', 'colonel'],
  ['lt', 'lieutenant'],
  ['sgt', 'sergeant'],
  ['capt', 'captain'],
  ['dr', 'doctor'],
  ['prof', 'professor'],
  ['rev', 'reverend'],
]);

function titleWords(phrase: string): readonly string[] {
  return phrase.split(/[^\p{L}-]+/u).map((word) => ABBREVIATED.get(word) ?? word);
}

/** The one person the text gives that description, or undefined when it is none or several. */
function onlyHolder(noun: string, people: readonly Named[]): Named | undefined {
  const holders = people
    .map((person) => ({ person, phrases: descriptionsOf(person.mentions) }))
    .filter(({ phrases }) => phrases.some((phrase) => titleWords(phrase).includes(noun)));
  if (holders.length < 2) return holders[0]?.person;
  // "The president" is rather President Reagan than the president of the union.
  const plain = holders.filter(({ phrases }) =>
    phrases.some(
      (phrase) =>
        phrase === noun ||
        (phrase.endsWith(` ${noun}`) && !/['’]s /.test(phrase) && !phrase.startsWith('its ')),
    ),
  );
  const [first, second] = plain.sort((a, b) => b.person.mentions.length - a.person.mentions.length);
  const clear =
    first !== undefined && first.person.mentions.length >= 3 * (second?.person.mentions.length ?? 0);
  return clear ? first.person : undefined;
}
