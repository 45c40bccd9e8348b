/** Irregular English forms a suffix stemmer cannot see through, each line a base and its forms. */
const FORMS = `be is are was were been being am
become became | begin began begun | bite bit bitten | bleed bled | blow blew blown | break broke broken
bring brought | build built | burn burnt | buy bought | catch caught | choose chose chosen
cling clung | come came | deal dealt | dig dug | draw drew drawn | drink drank drunk | drive drove driven
eat ate eaten | fall fell fallen | feed fed | feel felt | fight fought | find found | flee fled | fly flew flown
forbid forbade forbidden | forget forgot forgotten | forgive forgave forgiven | freeze froze frozen
get got gotten | give gave given | go went gone | grow grew grown | hang hung | have has had | hear heard
hide hid hidden | hold held | keep kept | know knew known | lay laid | lead led | leave left | lend lent
lie lay lain | light lit | lose lost | make made | mean meant | meet met | pay paid | ride rode ridden
ring rang rung | rise rose risen | run ran | say said | see saw seen | seek sought | sell sold | send sent
shake shook shaken | shine shone | shoot shot | show showed shown | shrink shrank shrunk | sing sang sung
sink sank sunk | sit sat | sleep slept | slide slid | speak spoke spoken | spend spent | stand stood
steal stole stolen | stick stuck | strike struck stricken | swear swore sworn | sweep swept | swim swam swum
swing swung | take took taken | teach taught | tear tore torn | tell told | think thought | throw threw thrown
understand understood | wake woke woken | wear wore worn | weep wept | win won | withdraw withdrew withdrawn
arise arose arisen | awake awoke awoken | bear bore borne | beat beaten | bend bent | bid bade bidden
creep crept | dream dreamt | dwell dwelt | kneel knelt | leap leapt | lean leant | learn learnt | sew sewn
sow sown | spell spelt | spill spilt | spin spun | spit spat | spoil spoilt | spring sprang sprung
sting stung | stink stank | stride strode | string strung | strive strove striven | swell swollen
tread trod trodden | weave wove woven | wring wrung | undertake undertook undertaken | withhold withheld
withstand withstood | overtake overtook overtaken | overcome overcame | oversee oversaw overseen
foresee foresaw foreseen | foretell foretold | mistake mistook mistaken | shear shorn | slay slew slain
sling slung | smell smelt | prove proven | rebuild rebuilt | repay repaid | retell retold | uphold upheld
give gift | retaliate retaliation | resign resignation | assassinate assassination
write wrote written | overthrow overthrew overthrown | undergo underwent undergone | bind bound | breed bred
man men | woman women | child children | person people | foot feet | tooth teeth | mouse mice | goose geese
life lives | wife wives | half halves | leaf leaves | knife knives | shelf shelves | thief thieves | wolf wolves
crisis crises | basis bases | analysis analyses | criterion criteria | phenomenon phenomena | medium media
good better best | bad worse worst | far further farther furthest | little less least | many more most
die dying died death dead | high height | long length | deep depth | strong strength | wide width | hot heat
choose choice | lose loss | sell sale | think thought | fly flight | speak speech | prove proof | believe belief
grow growth | succeed success | respond response | know knowledge | decide decision | defend defence defense
explode explosion | invade invasion | collide collision | permit permission | conclude conclusion
advise advice | describe description | destroy destruction | deceive deception | reduce reduction
elect election elected | injure injury injured injuries | marry marriage | bury burial | try trial | deny denial
arrive arrival | approve approval | refuse refusal | survive survival survivor | propose proposal
analyse analyze analysis | judge judgment judgement | argue argument | save safety safe | free freedom
poor poverty | hungry hunger | angry anger | sick illness ill | old age | young youth | rich wealth
math mathematics | phone telephone | plane airplane aeroplane aircraft | bike bicycle | photo photograph
tv television | us u.s u.s. usa america american americans | uk u.k u.k. britain british | un u.n u.n.
eu e.u e.u. | percent per-cent % | km kilometre kilometer kilometres kilometers | centre center
colour color | labour labor | harbour harbor | favour favor | honour honor | defence defense | licence license
organise organize | realise realize | recognise recognize | programme program | theatre theater | metre meter
tonne ton tons | grey gray | tyre tire | aluminium aluminum | neighbour neighbor | behaviour behavior
dad father papa | mum mother mom mama | kid child children kids | cop police policeman policemen`;

const BASE: ReadonlyMap<string, string> = new Map(
  FORMS.split(/[|\n]/).flatMap((line) => {
    const [base = '', ...forms] = line.trim().split(/\s+/);
    return forms.map((form): [string, string] => [form, base]);
  }),
);

/** The base of an irregular form (lower case), or the word itself. */
export function baseForm(lower: string): string {
  return BASE.get(lower) ?? lower;
}
