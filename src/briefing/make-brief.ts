import type { Article } from '../story/article.ts';
import type { Brief, Depth, Facts } from './brief.ts';
import { datedSentences, findDateMentions } from './dated-sentences.ts';
import { findNumberMentions } from './number-mentions.ts';
import { findOrganisations } from './organisations.ts';
import { findPeople } from './people.ts';
import { findPlaces } from './places.ts';
import { findQuotes } from './quotes.ts';
import { summarise } from './summary/summarise.ts';
import { timelineOf } from './timeline.ts';

const known = new WeakMap<Article, Facts>();

/**
 * The brief of an article: its title, a summary at the depth asked for, and its facts, every item cited and
 * in the story's own words. Facts are worked out once an article. Never throws.
 */
export function makeBrief(article: Article, depth: Depth): Brief {
  return { title: article.title, depth, summary: summarise(article, depth), facts: factsOf(article) };
}

function factsOf(article: Article): Facts {
  let facts = known.get(article);
  if (facts === undefined) {
    facts = findFacts(article);
    known.set(article, facts);
  }
  return facts;
}

function findFacts(article: Article): Facts {
  const dated = datedSentences(article);
  return {
    people: findPeople(article),
    quotes: findQuotes(article),
    places: findPlaces(article),
    organisations: findOrganisations(article),
    dates: findDateMentions(dated),
    numbers: findNumberMentions(article),
    timeline: timelineOf(dated),
  };
}
