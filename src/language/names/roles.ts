import { isTitleCase, type Mention } from './mentions.ts';
import { roleAfter, roleInCopula } from './role-after.ts';
import { roleBefore, roleBeforeComma } from './role-before.ts';
import { type Phrase, WORTH } from './role-phrase.ts';

/** What the text says somebody is, in its own words; "" when it does not say. */
export function roleOf(mentions: readonly Mention[]): string {
  let best: Phrase | undefined;
  const body = mentions.filter(({ sentence }) => sentence.paragraph > 0);
  for (const mention of body.length > 0 ? body : mentions) {
    if (isTitleCase(mention.sentence)) continue;
    for (const phrase of phrasesOf(mention)) {
      if (phrase !== undefined && phrase.worth > (best?.worth ?? 0)) best = phrase;
    }
    if (best !== undefined && best.worth >= WORTH.phrase) break;
  }
  return best === undefined ? '' : textOf(best);
}

/** Every phrase the text has for somebody, in lower case: titles, relations and descriptions. */
export function descriptionsOf(mentions: readonly Mention[]): readonly string[] {
  return mentions.flatMap((mention) =>
    phrasesOf(mention).flatMap((phrase) => (phrase === undefined ? [] : [textOf(phrase).toLowerCase()])),
  );
}

function textOf({ mention, from, to }: Phrase): string {
  const start = mention.words[from]?.start ?? 0;
  return mention.sentence.text.slice(start, mention.words[to - 1]?.end ?? start);
}

function phrasesOf(mention: Mention): readonly (Phrase | undefined)[] {
  return [roleAfter(mention), roleBeforeComma(mention), roleInCopula(mention), roleBefore(mention)];
}
