import type { Token } from '../language/tokens.ts';

/** Kinds of answer a sentence can hold, each a bit. */
export const CLUE = {
  number: 1,
  date: 2,
  year: 4,
  name: 8,
  place: 16,
  quote: 32,
  reason: 64,
  saying: 128,
  role: 256,
  money: 512,
  manner: 1024,
  pronounFirst: 2048,
  connectiveFirst: 4096,
  negation: 8192,
  duration: 16384,
  age: 32768,
  measure: 65536,
  percent: 131072,
  score: 262144,
  clock: 524288,
} as const;

const TESTS: readonly (readonly [keyof typeof CLUE, RegExp])[] = [
  [
    'number',
    /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds?|thousands?|millions?|billions?|half|quarter|third|several|twice|double[ds]?|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b/i,
  ],
  [
    'date',
    /\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December|May \d|yesterday|today|tomorrow|tonight|morning|afternoon|evening|midnight|noon|(?:last|next|this) (?:week|month|year|night|weekend|summer|winter|spring|autumn)|weeks? ago|years? ago|days? ago|months? ago)\b/i,
  ],
  ['year', /\b1[0-9]\d\d\b|\b20\d\d\b/],
  [
    'place',
    /\b(?:in|at|near|from|to|outside|across|around|off|of) (?:the )?(?:[a-z]+ (?:city|town|village|port|capital|province|district) of )?\p{Lu}/u,
  ],
  ['quote', /["“”]/],
  [
    'reason',
    /\b(?:because|due to|caused?|causing|owing|since|so that|in order|led to|leading|after|as a result|reason|blamed?|prompt(?:ed|ing)|triggered|amid|over|thanks to|for fear|to avoid|to prevent|following|sparked|forc(?:ed|ing)|meant|means)\b/i,
  ],
  [
    'saying',
    /\b(?:said|says|told|added|stated|announced|claimed|argued|insisted|warned|explained|according to|replied|called|described|wrote|tweeted|asked|accused|commented|noted|predicted|promised|denied|admitted|confirmed|suggested|declared|remarked|urged|believes?|vowed|maintained|concluded)\b/i,
  ],
  [
    'role',
    /\b(?:president|minister|secretary|spokes(?:man|woman|person)|director|captain|coach|chief|head|chairman|chairwoman|leader|professor|doctor|judge|officer|general|manager|founder|executive|ambassador|mayor|governor|senator|editor|referee|lawyer|attorney|prosecutor|king|queen|prince|commander|owner|author|player|goalkeeper|mother|father|wife|husband|son|daughter|brother|sister|member|student|scientist|analyst|engineer|pilot|singer|actor|actress|artist|chair|inspector|surgeon|driver)\b/i,
  ],
  ['money', /[$€£¥]|\b(?:dollars?|euros?|pounds|cents|francs|rupees|yen|marks|crowns|roubles)\b/i],
  ['manner', /\b(?:by|with|through|using|via|without|\w{3,20}ly)\b/i],
  ['pronounFirst', /^["“'‘]?(?:he|she|it|they|his|her|its|their|this|that|these|those|both|such)\b/i],
  [
    'connectiveFirst',
    /^["“'‘]?(?:but|and|however|also|meanwhile|then|so|yet|still|instead|later|moreover|in addition)\b/i,
  ],
  [
    'negation',
    /\b(?:no|not|never|none|without|nobody|nothing|neither|nor|n't|didn't|wasn't|isn't|doesn't|aren't|weren't|won't|couldn't|denied|refused|unlikely)\b/i,
  ],
  ['duration', /\b(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|century|centuries)\b/i],
  [
    'age',
    /\baged?\b|\byears? old\b|year-old|, \d{1,3}[,.]|\b(?:is|was|then|now|turn(?:s|ed)) \d\d(?=[,.;]| and\b)/i,
  ],
  [
    'measure',
    /(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|half)s?)[ -](?:square |cubic |nautical |metric )?(?:feet|foot|ft|inch(?:es)?|miles?|km|kilomet(?:re|er)s?|met(?:re|er)s?|centimet(?:re|er)s?|yards?|acres?|hectares?|tons?|tonnes?|kilos?|kilograms?|kg|pounds|lit(?:re|er)s?|gallons?|barrels?|degrees?|mph|km\/h|knots|megawatts?)\b|°/i,
  ],
  ['percent', /%|\bper ?cent\b|\b(?:half|third|quarter|majority|two-thirds|tenth|fifth)\b/i],
  [
    'score',
    /\b\d{1,3} ?[–-] ?\d{1,3}\b|\b(?:nil|\w+ (?:goals?|points?|games?|sets?|votes?) to \w+)\b|\b\d+ to \d+\b/i,
  ],
  [
    'clock',
    /\b\d{1,2}(?:[:.]\d\d)? ?(?:a\.?m\b|p\.?m\b)|\bo['’]clock\b|\bmidnight\b|\bnoon\b|\bhalf past\b|\b\d{1,2}:\d\d\b|\bdawn\b/i,
  ],
];

/** Which kinds of answer a sentence holds, judged by its surface; see `CLUE`. */
export function readClues(text: string, tokens: readonly Token[]): number {
  // A pasted wall of text is judged by its beginning.
  const clipped = text.slice(0, 2_000);
  let clues = 0;
  for (const [name, test] of TESTS) if (test.test(clipped)) clues |= CLUE[name];
  const named = tokens.some(
    (token, i) =>
      i > 0 && token.kind === 'word' && token.text[0] !== token.lower[0] && tokens[i - 1]?.kind === 'word',
  );
  return named ? clues | CLUE.name : clues;
}
