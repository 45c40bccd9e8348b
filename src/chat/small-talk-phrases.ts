import type { SmallTalk } from './small-talk-meanings.ts';

/** What people type, by what they mean: lower case, words and straight apostrophes only. */
const TABLE: readonly (readonly [SmallTalk, string])[] = [
  [
    { kind: 'brief', depth: 'short' },
    `summarise|summarize|summarise it|summarize it|summarise this|summarize this|summarise that|summarize that
    |summary|sum up|sum it up|sum this up|brief|brief me|briefing|catch me up|fill me in|overview|gist|recap
    |rundown|in a nutshell|in short|in brief|story|tell me the story|what's the story|what is the story
    |what's this about|what is this about|whats this about|what's it about|what is it about|whats it about
    |what's it all about|what is it all about|what's this all about|what's the story about
    |what is the story about|what is the article about|what's the article about
    |what is this story about|what is this article about|what's this story about
    |what happened|what's happened|what has happened|what's happening|what is happening|whats happening
    |what's going on|what is going on|whats going on|what do i need to know|what should i know|explain
    |explain this|explain it|eli5|bring me up to speed|get me up to speed|what did i miss|synopsis|abstract`,
  ],
  [
    { kind: 'brief', depth: 'line' },
    `tldr|tl dr|in one sentence|in a sentence|one sentence|one line|in one line|one liner|short version
    |headline|headlines|the short version|summarise in one sentence|summarize in one sentence`,
  ],
  [
    { kind: 'brief', depth: 'full' },
    `key points|main points|takeaways|key takeaways|key facts|main facts|in detail|details|full|full story|full brief
    |full summary|everything|tell me everything|long version|longer|longer version|bullet points|key developments`,
  ],
  [
    { kind: 'view', view: 'people' },
    `people|persons|who's who|whos who|who is who|who's involved|whos involved|who is involved|who are involved
    |who was involved|who were involved|who's in it|who is in it|who's in this|who is in this|who's in
    |names|people involved|key people|main people|key players|main players|players|key figures involved
    |main characters|characters|who is it about|who's it about|who is this about|who's this about|who is mentioned
    |who's mentioned|who gets mentioned|who is named|who is quoted and named`,
  ],
  [
    { kind: 'view', view: 'quotes' },
    'quotes|quote|quotations|key quotes|best quotes|who said what|who says what|direct quotes|who is quoted|who was quoted',
  ],
  [
    { kind: 'view', view: 'numbers' },
    'numbers|figures|stats|statistics|key numbers|key figures|the numbers|by the numbers|in numbers|facts and figures',
  ],
  [
    { kind: 'view', view: 'places' },
    'places|locations|place names|key places|where does it take place|where does this take place',
  ],
  [
    { kind: 'view', view: 'organisations' },
    'organisations|organizations|orgs|institutions|key organisations|key organizations',
  ],
  [
    { kind: 'view', view: 'timeline' },
    `timeline|time line|chronology|dates|key dates|order of events|sequence of events|when did what happen
    |what happened when|in order`,
  ],
  [
    { kind: 'view', view: 'sources' },
    `sources|source|where's this from|where is this from|wheres this from|where does this come from
    |where did this come from|where do you get this|where did you get this|where did you get that
    |where do you get that|where's that from|where is that from|says who|who says|who says so|who wrote this
    |who's the author|who is the author|author|byline|publisher|who published this
    |who reported this|when was this published|when was this written|link|links|url
    |original|original article|original story|citation|citations|reference|references|is this true
    |how do you know|how do you know that|how do you know this|prove it|licence|license|copyright`,
  ],
  [
    { kind: 'view', view: 'changes' },
    `what's new|whats new|what is new|anything new|something new|any news|news|any updates|any update|updates
    |update|update me|what changed|what's changed|what has changed|changes|latest|the latest|what's the latest
    |what is the latest|any changes|has anything changed|did anything change`,
  ],
  [
    { kind: 'more' },
    'more|tell me more|go on|continue|more detail|more details|more information|more info|say more|keep going|read more|show more',
  ],
  [
    { kind: 'stories' },
    `stories|list stories|which stories|what stories|other stories|another story|change story|switch story
    |different story|what stories do you have|which stories do you have|what stories are there
    |which stories are there|topics|what else do you have|what do you have|what do you know|what do you know about`,
  ],
  [
    { kind: 'help' },
    `help|help me|what can you do|what can you do for me|what can i ask|what can i ask you|what can i say
    |what can i do|what can i do here|what do you do|what are you for|what do i do|what now|how does this work
    |how does it work|how do you work|how do i use this|how do i use you|how to use this|how to use|commands
    |menu|options|usage|instructions|how can you help|how can you help me|what should i ask|what can i type
    |show commands|manual|faq|i need help|i don't understand how this works|what is this bot|what does this bot do`,
  ],
  [
    { kind: 'greet' },
    `hi|hello|hey|hiya|heya|yo|howdy|hallo|hola|bonjour|greetings|good morning|good afternoon|good evening|good day
    |morning|evening|afternoon|hi there|hello there|hey there|hi all|hello world|g'day|start|begin`,
  ],
  [
    { kind: 'social', about: 'thanks' },
    `thanks|thank you|thankyou|thx|ty|tysm|cheers|ta|many thanks|thanks a lot|thanks so much|thank you so much
    |thank you very much|thanks very much|thanks a million|much appreciated|appreciated|appreciate it
    |i appreciate it|great thanks|ok thanks|perfect thanks|thanks that helps|thanks for your help
    |thank you for your help|thanks for the help`,
  ],
  [
    { kind: 'social', about: 'bye' },
    `bye|bye bye|goodbye|good bye|see you|see ya|see you later|see you soon|cya|later|laters|farewell
    |good night|goodnight|night|so long|i'm done|that's all|that is all|that's it|i have to go|gotta go|exit|quit`,
  ],
  [
    { kind: 'social', about: 'praise' },
    `good bot|nice bot|great bot|best bot|clever bot|smart bot|good|nice|great|awesome|cool|wow|well done
    |good job|nice job|great job|nice one|excellent|perfect|brilliant|amazing|fantastic|love it|i love it
    |i love you|i like you|good answer|great answer|nice answer|that helps|that helped|helpful|very helpful
    |that's helpful|you're great|you are great|you're awesome|interesting|very interesting|impressive`,
  ],
  [
    { kind: 'social', about: 'blame' },
    `bad bot|stupid bot|dumb bot|silly bot|useless|useless bot|wrong|that's wrong|that is wrong|you're wrong
    |you are wrong|not helpful|unhelpful|that's not helpful|that doesn't help|you suck|you're useless|nonsense
    |not what i asked|that's not what i asked|that's not right|that's not it|incorrect|bad answer|wrong answer
    |you're stupid|you are stupid|that makes no sense|i hate you|shut up|stop`,
  ],
  [
    { kind: 'social', about: 'aboutBot' },
    `are you a bot|are you bot|are you a robot|are you human|are you a human|are you real|are you a real person
    |are you a person|are you an ai|are you ai|are you a machine|are you a program|are you chatgpt|are you gpt
    |are you an llm|are you a language model|is this a bot|is this ai|is this an ai|am i talking to a bot
    |am i talking to a human|am i talking to a person|do you use ai|is this written by ai|who are you|what are you
    |who is this|what's your name|what is your name|whats your name|your name|what is backstory|what's backstory
    |who is backstory|introduce yourself|tell me about yourself|about|about you|do you make things up
    |do you make stuff up|do you lie|do you hallucinate|can i trust you|are you reliable|are you biased
    |are you alive|do you have feelings`,
  ],
  [
    { kind: 'social', about: 'maker' },
    `who made you|who built you|who created you|who wrote you|who owns you|who runs you|who programmed you
    |who developed you|who designed you|who is behind you|who's behind you|who is your maker|who made this bot
    |who created this bot|who built this bot|who runs this bot|where are you from|where do you come from`,
  ],
  [
    { kind: 'social', about: 'wellbeing' },
    `how are you|how are you doing|how are you today|how's it going|hows it going|how is it going|how do you do
    |what's up|whats up|sup|wassup|how are things|are you ok|you ok|how have you been|how r u`,
  ],
  [
    { kind: 'social', about: 'acknowledge' },
    `ok|okay|k|kk|yes|yep|yeah|yup|no|nope|nah|sure|alright|all right|fine|i see|got it|gotcha|right|hm|hmm|hmmm
    |lol|haha|hahaha|ha|oh|ah|aha|uh|um|understood|makes sense|that makes sense|never mind|nevermind|nvm
    |sorry|my bad|oops|no thanks|no thank you|nothing|nothing else|i don't know|idk|whatever|really|oh ok|oh i see
    |is that all|is that it|so`,
  ],
  [
    { kind: 'social', about: 'present' },
    `ping|pong|test|testing|test test|testing testing|are you there|you there|anyone there|anybody there
    |are you awake|are you online|are you working|does this work|is this working|is this on|can you hear me`,
  ],
  [
    { kind: 'forget' },
    `forget me|forget|forget it all|forget everything|forget what i asked|forget what i said|delete my data
    |delete my history|clear|clear history|reset|start over|start again`,
  ],
];

/** Each phrase and its meaning. */
export const PHRASES: ReadonlyMap<string, SmallTalk> = new Map(
  TABLE.flatMap(([meaning, phrases]) =>
    phrases.split('|').map((phrase) => [phrase.trim(), meaning] as const),
  ),
);
