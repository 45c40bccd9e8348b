/** Words and phrases that open a sentence on something said before it. */
const PRONOUN =
  /^(?:he|she|they|it|this|that|these|those|his|her|hers|their|theirs|its|him|them|himself|herself|themselves|itself|both|such|neither|either|others|another|the (?:two|three|four|pair|former|latter|other|others|same)|one of (?:them|these|those)|(?:some|many|most|all|none|each|half|several|two|three|four|part|much) of (?:them|these|those|this|that|it)|(?:some|many|most|all|several|few) (?:have|are|were|had|say|said)|(?:the|a) second|the third)\b(?!['’]s [a-z]+ (?:said|told))/i;
const CONNECTIVE =
  /^(?:but|and|or|so|yet|nor|however|instead|also|moreover|furthermore|besides|then|therefore|thus|hence|consequently|accordingly|nevertheless|nonetheless|still|though|otherwise|similarly|likewise|finally|later|afterwards?|thereafter|subsequently|eventually|meanwhile|conversely|rather|indeed|in fact|in turn|in short|in addition|in contrast|by contrast|in response|in return|in particular|in any case|in all|as a result|as such|as well as (?:this|that)|at the same time|at the time|by then|by (?:this|that) (?:time|point|stage)|at (?:this|that) (?:time|point|stage|moment)|since then|until then|from there|from then|for (?:example|instance|this|that|them|him|her)|on the other hand|on the contrary|even so|even then|that said|after (?:this|that)|before (?:this|that)|despite (?:this|that|these|those|their|its|his|her)|because of (?:this|that|these)|due to (?:this|that|these)|following (?:this|that)|to (?:this|that) end|with (?:this|that)|in (?:this|that|these|those) (?:case|cases|way|respect|context)|among (?:them|these|those)|of (?:these|those|them|the two)|not only that|there(?:fore)?,|here,|again|additionally|worse|better still|nor did|(?:\w+ ){1,3}(?:later|earlier|before that|after that),?)\b/i;
/** "On Tuesday, he …", "After two days of talks, they …": an opening phrase without a name, then a pronoun. */
const INTRODUCED =
  /^(?:[^,.;:"“”]{1,60}), (?:he|she|they|it|this|these|those|both|neither|his|her|their|its)\b/i;
/** "It is hoped that", "It was not until 1998 that": an "it" that points nowhere. */
const EXPLETIVE =
  /^it (?:is|was|has been|will be|remains|remained|took|takes|emerged|appears|appeared|seems|seemed|became|comes|came)\b[^.;]{0,60}\b(?:that|to|until|whether|after|as)\b/i;

/**
 * Whether a sentence opens on something said before it, so that it does not stand alone: a pronoun without
 * its noun ("They", "This", "The two"), or a connective ("But", "However", "Six minutes later").
 */
export function leansBack(text: string): boolean {
  const opening = text.replace(/^["'“‘«\s(–—-]+/, '');
  if (EXPLETIVE.test(opening)) return false;
  if (PRONOUN.test(opening) || CONNECTIVE.test(opening)) return true;
  const introduced = INTRODUCED.exec(opening)?.[0];
  return introduced !== undefined && !hasName(introduced);
}

/** A capital beyond the first word, other than a day's or month's, is a name the pronoun may stand for. */
function hasName(phrase: string): boolean {
  const words = phrase.split(/\s+/).slice(1);
  return words.some(
    (word) =>
      /^[\p{Lu}]/u.test(word) &&
      !/^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|I)\b/.test(
        word,
      ),
  );
}
