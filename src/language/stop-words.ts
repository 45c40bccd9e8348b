/**
 * Words that carry grammar rather than content. They never count as something a question asks about, but
 * stay in the text: spans, quotes and phrases keep them.
 */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again against all also although am an and any are aren't around as at away be
    because been before being below between both but by came can can't cannot could couldn't did didn't
    do does doesn't doing don't down during each either else even ever every few for from further gonna
    had hadn't has hasn't have haven't having he he'd he'll her here here's hers herself him himself his
    how how's however i i'd i'll i'm i've if in into is isn't it it's its itself just let let's many may
    maybe me might mine more most much must my myself no nor not now of off often on once one only onto
    or other ought our ours ourselves out over own per please quite rather really said say saying says
    shall shan't she should shouldn't since so some such than that that's the their theirs them
    themselves then there there's these they they'd they'll they're they've thing things this those
    though through thus to together too toward towards under until up upon us very via was wasn't way we
    we'd we'll we're we've were weren't what what's whatever when when's whenever where where's which
    while whilst who who's whoever whom whose why why's will with within without won't would wouldn't
    yes yet you you'd you'll you're you've your yours yourself yourselves 's 're 've 'll 'd 'm whats
    whos hows wheres whens isnt dont didnt doesnt wasnt arent cant wont kind sort type anything
    something anyone someone anybody somebody everyone everybody exactly actually ok okay hey exact get
    gets got gotten getting happen happens happened happening`.split(/\s+/),
);

/** True for a word (lower case, straight apostrophe) that carries grammar only. */
export function isStopWord(lower: string): boolean {
  return STOP_WORDS.has(lower);
}
