/** A pronoun, or a noun phrase that is one in disguise, without its noun. */
const PRONOUN =
  /^(?:he|she|they|it|this|that|these|those|his|her|hers|their|theirs|its|him|them|both|such|neither|either|others|another|here|the (?:two|three|four|pair|former|latter|others?|same|rest|remainder|following|previous|preceding))\b(?!['’]s [a-z]+ (?:said|told))/i;
/** "One of them", "many of its", "each wore", "several have": a count of things already named. */
const COUNTED =
  /^(?:(?:one|some|many|most|all|none|each|half|several|few|two|three|four|five|part|much|any) of (?:them|these|those|this|that|it|its|his|her|their)|(?:some|many|most|all|several|few|each|one|two|three|four) (?:have|has|are|is|were|was|had|said|say|will|would|do|did|went|came|wore|took|spent)|(?:some|many|most|several|few|each) \p{L}{3,}ed)\b/iu;
const CONNECTIVE =
  /^(?:but|and|or|so|yet|nor|however|instead|also|moreover|furthermore|besides|then|therefore|thus|hence|consequently|accordingly|nevertheless|nonetheless|still|otherwise|similarly|likewise|finally|lastly|later|afterwards?|thereafter|subsequently|eventually|meanwhile|conversely|rather|indeed|again|additionally|in (?:fact|turn|short|addition|contrast|response|return|reply|particular|any case|all|other words|the same way)|by (?:contrast|then|comparison)|as (?:a result|such)|at the (?:same time|time)|since then|until then|from (?:there|then)|for (?:example|instance)|on the (?:other hand|contrary|same day)|even (?:so|then)|that said|not only that|nor did|the (?:second|third)(?! (?:of|day|quarter|half|time)))\b/i;
/** "After that", "in these cases", "among them", "in it". */
const POINTING =
  /^(?:after|before|at|in|on|by|from|for|to|with|of|since|during|despite|because of|due to|following|among|under|over|against|through|without|within|until|like|unlike|about|around|as well as|along with|besides|beyond|between|instead of|apart from) (?:this|that|these|those|them|him|her|it|the two|both)\b(?! (?:year|month|week|weekend|morning|afternoon|evening|summer|winter|spring|autumn|century|season))/i;
/** "Six minutes later", "the year before that". */
const ELAPSED = /^(?:[\p{L}\d'’-]+ ){1,4}(?:later|earlier|afterwards?|before that|after that)\b/iu;
/** "There the commander said", unlike "there is". */
const THERE =
  /^there (?!(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|seems?|appears?|remains?|came|comes|be)\b)/i;
/** "On Tuesday, he …", "After two days of talks they …": an opening phrase, then a pronoun. */
const INTRODUCED =
  /^(?:[^,.;:"“”]{1,70}, (?:he|she|they|it|this|these|those|both|neither|his|her|their|its)|(?:in|on|at|by|since|after|before|during|for|from|within|until|over|under|through)(?: [\p{L}\d'’-]+){1,5} (?:he|she|they|it))\b/iu;
/** "Known as the Crocodile, he …": the name in such a phrase is not whom the pronoun stands for. */
const PARTICIPLE =
  /^(?!according|following|including|during|citing|quoting|red\b)(?:\p{L}+ing|\p{L}+ed|known|born|told|held|seen|given|made|built|found|brought)\b/iu;
/** "While he was still on his feet": a clause that begins with a pronoun; a name may come after it. */
const SUBORDINATE =
  /^(?:while|when|as|if|because|although|though|since|before|after|once|until|had|were|asked) (?:he|she|they|it|his|her|their|its)\b/i;
/** "It is hoped that", "It was not until 1998 that", "It took three days to": an "it" that points nowhere. */
const EXPLETIVE =
  /^it (?:(?:is|was|has been|had been|will be|remains|remained|is not|was not|seems|appears|emerged|turned out) (?:[\p{L}\d'’-]+ ){0,3}?(?:that|whether|when|until)|(?:is|was|will be|has become|became|remains) (?:not |still |too |now )?(?:possible|impossible|hard|difficult|easy|important|necessary|vital|early|late|soon|time|better|best|illegal|legal|safe|wrong|right|rare|common) to|(?:took|takes|will take) [^.,;]{0,24}(?:minutes|hours|days|weeks|months|years|decades))\b/iu;

/**
 * Whether a sentence opens on something said before it, so that it does not stand alone: a pronoun without
 * its noun ("They", "This", "The two"), a connective ("But", "However", "Six minutes later"), or an opening
 * phrase with a pronoun after it and no name before that ("On Tuesday, he …").
 */
export function leansBack(text: string): boolean {
  const opening = text.replace(/^["'“‘«\s(–—-]+/, '');
  if (EXPLETIVE.test(opening)) return false;
  if ([PRONOUN, COUNTED, CONNECTIVE, POINTING, ELAPSED, THERE].some((pattern) => pattern.test(opening)))
    return true;
  if (SUBORDINATE.test(opening)) return !namesSomeone(opening);
  const introduced = INTRODUCED.exec(opening)?.[0];
  return introduced !== undefined && (PARTICIPLE.test(introduced) || !namesSomeone(introduced));
}

/**
 * Whether a sentence has a "he", "she" or "they" with no name before it in the sentence to stand for. It may
 * stand for a common noun there, so this only makes a sentence less welcome.
 */
export function looksElsewhere(text: string): boolean {
  const pronoun = /\b(?:he|she|him|her|his|they|them)\b/.exec(text);
  return pronoun !== null && !/\p{Lu}\p{Ll}|\bwho(?:se|m)?\b/u.test(text.slice(1, pronoun.index));
}

const CALENDAR =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|I)\b/;

/**
 * Whether a phrase names what a "he" or "she" may stand for: a capital beyond the first word that is no day,
 * month or place ("In the Commons on Friday he …").
 */
function namesSomeone(phrase: string): boolean {
  const words = phrase.split(/\s+/);
  return words.some((word, i) => {
    if (i === 0 || !/^\p{Lu}/u.test(word) || CALENDAR.test(word)) return false;
    const before = words[i - 1] === 'the' ? words[i - 2] : words[i - 1];
    return !/^(?:in|at|from|to|into|near|outside|inside|on|over)$/i.test(before ?? '');
  });
}
