/** Words that give a capitalised chunk away. All folded. */

/** Before a name; not part of it. */
export const HONORIFICS: ReadonlySet<string> = new Set(
  'mr mr. mrs mrs. ms ms. miss mister madam dr dr. doctor prof prof. professor sir dame lord lady rev rev. reverend fr. father sister brother hon hon. sheikh sheik sheikha imam ayatollah mullah rabbi pastor archbishop bishop cardinal pope deacon chaplain sen sen. senator rep rep. representative congressman congresswoman gov gov. governor lt lt. lieutenant gen gen. general col col. colonel maj maj. major capt capt. captain sgt sgt. sergeant cpl cpl. corporal cmdr cmdr. commander adm adm. admiral brigadier marshal cadet private detective inspector constable officer sheriff superintendent commissioner judge justice magistrate ambassador president vice-president director-general secretary-general attorney-general governor-general vice-chancellor premier chancellor minister secretary undersecretary chairman chairwoman chairperson chair director ceo mayor councillor councilman councilwoman alderman king queen prince princess duke duchess earl count countess baron baroness emperor empress sultan emir tsar mp mep emeritus coach'.split(
    ' ',
  ),
);

/** Honorifics that say no more about who it is than that it is a grown-up. */
export const EMPTY_HONORIFICS: ReadonlySet<string> = new Set(
  'mr mr. mrs mrs. ms ms. miss mister madam sir dr dr. doctor hon hon. dame lord lady'.split(' '),
);

/** Words that stand before a title and belong to it: Prime Minister, Deputy Attorney General. */
export const TITLE_STARTS: ReadonlySet<string> = new Set(
  'prime vice deputy foreign finance home defence defense interior health education attorney chief acting interim former ex- lord first supreme crown assistant associate executive major lieutenant rear field press senior junior state secretary'.split(
    ' ',
  ),
);

/** After a name, between commas or not: not part of it. */
export const SUFFIXES: ReadonlySet<string> = new Set(
  'jr jr. sr sr. ii iii iv qc kc sc mp mep obe mbe cbe phd ph.d. md m.d. esq esq.'.split(' '),
);

/** The last word of an organisation's name. */
export const ORGANISATION_ENDS: ReadonlySet<string> = new Set(
  'academy administration agencies agency airline aerospace aviation board bros brothers capital energy foods gas mining oil petroleum pictures reserve sons steel stores survey observatory rovers rangers athletic albion hotspur wanderers villa airline airlines airways alliance army assembly assn association associates associations athletic authorities authority bank banks brigade broadcaster broadcasting brotherhood bureau cabinet caucus chamber charity chronicle church clinic club co co. coalition college commission committee communications community company confederation conference congress consortium constabulary corp corp. corporation corps council councils court courts daily department departments directorate division electronics embassy entertainment enterprises exchange executive express fc federation fleet force forces forum foundation front gazette government group groups guard guards herald holdings inc inc. industries inquirer institute institution insurance intelligence international investigations journal kgaa labs laboratory laboratories league legion legislature limited llc llp ltd ltd. magazine media mirror ministry mission monitor motors movement navy network networks news newspaper newspapers observer office opera orchestra organisation organization parliament partners partnership party patrol pharmaceuticals plc police post press programme program project prosecution publishing radio railway railways records regiment registry republican resistance review school schools secretariat security senate service services society software solutions squad squadron staff standard star startup studios symphony systems team technologies technology telegraph telecom television times tribunal tribune trust tv union unions united universities university utd wanderers weekly wing works worldwide yard'.split(
    ' ',
  ),
);

/** What an organisation "of" something is called: the University of …, the Bank of …. */
export const ORGANISATION_HEADS: ReadonlySet<string> = new Set(
  'academy agency army assembly association authority bank board bureau centre center chamber church college commission committee community confederation conference congress council court daughters department dept dept. directorate division embassy faculty federation foundation friends front government guild house houses institute institutes institution knights league library ministry museum national office order organisation organization parliament party school senate society sons supreme union university'.split(
    ' ',
  ),
);

/** The last word of a place's name. */
export const PLACE_ENDS: ReadonlySet<string> = new Set(
  'airbase airfield airport allee alley avenida gasse platz strasse piazza plaza rue via alps archipelago area arena avenue ave ave. basin bay beach blvd boulevard bridge building camp canal canyon cape castle cathedral cave caves cemetery center centre circuit city cliffs coast convent corner county court courthouse cove creek crescent delta desert district drive embassy estate falls field fields fjord forest fort gallery garden gardens gate glacier gorge grounds gulf hall harbor harbour heights highway hill hills hospital hotel house inlet island islands isle isles junction kingdom lake lakes lane manor mall market meadows memorial mine monastery monument mosque mount mountain mountains mt museum oasis ocean palace park parish pass peak peninsula pier plains plant plateau plaza port prefecture prison province quarter range ranch reef region republic reservoir resort ridge river road rd sanctuary sea shrine shore sound speedway springs square stadium state states station statue strait street st subway synagogue temple terminal territory theater theatre tower towers town trench tunnel valley velodrome village volcano wall waterfall west woods zone zoo'.split(
    ' ',
  ),
);

/** The last word of what happens, is made or is given: no person, place or organisation. */
export const EVENT_ENDS: ReadonlySet<string> = new Set(
  'accord accords act acts agreement amendment award awards ball battle bill birthday bowl campaign ceremony challenge championship championships championships charter classic code constitution convention crisis cup cyclone day days debate decree derby edition election eve exhibition expedition expo fair fest festival final finals flu games gp grand hurricane invitational law laws marathon massacre medal month movement olympics open pact parade paralympics plan playoffs prix prize protocol race referendum report revolution round rules semifinal series show spring storm strategy summit super syndrome tour tournament treaty trial trophy virus war wars week weekend year'.split(
    ' ',
  ),
);

/** Capitalised all the same, but nobody's name. */
export const THINGS: ReadonlySet<string> = new Set(
  'internet web wi-fi bluetooth god allah satan lord bible koran quran torah islam islamophobia christianity judaism buddhism hinduism christmas easter ramadan eid hajj hanukkah thanksgiving halloween brexit covid ebola zika parkinson alzheimer celsius fahrenheit olympics paralympics oscars grammys emmys brits nobel pulitzer english french spanish german arabic mandarin hindi latin state crown commonwealth republic constitution depression holocaust renaissance'.split(
    ' ',
  ),
);

/** Nouns before the name of a thing: "her novel Angel Catbird". */
export const THING_NOUNS: ReadonlySet<string> = new Set(
  'album aircraft app asteroid ballet bill boat book browser camera car comedy comet comic console cyclone device documentary dog drama drug ferry film frigate game hashtag horse hurricane language lander magazine missile mission model movie musical novel opera operation orbiter painting phone play poem programme project probe rocket rover satellite series ship show shuttle single sitcom smartphone software song spacecraft storm submarine system tanker telescope thriller title trawler typhoon vaccine vessel virus warship yacht'.split(
    ' ',
  ),
);

/** The first word of a place's name. */
export const PLACE_STARTS: ReadonlySet<string> = new Set(
  'mount mt mt. cerro nevado volcan monte pico isla ciudad puerto la lake cape fort port gulf bay isle isles strait straits sea camp point san santa santo sao rio los las el saint st st. upper lower greater'.split(
    ' ',
  ),
);

/** Places whose names stand for those who sit there: by its context a mention is one, the other or both. */
export const SEATS: ReadonlySet<string> = new Set(
  "white house|kremlin|pentagon|downing street|capitol|capitol hill|elysee palace|blue house|buckingham palace|scotland yard|whitehall|westminster|vatican|wall street|hollywood|silicon valley|foggy bottom|quai d'orsay|blue house".split(
    '|',
  ),
);

/** Nouns before a name, or after it, that say it is an organisation. */
export const ORGANISATION_NOUNS: ReadonlySet<string> = new Set(
  'agency airline band bank broadcaster charity club company conglomerate corporation daily firm giant group label magazine maker manufacturer network newspaper ngo organisation organization outlet paper party programme publisher retailer startup start-up studio subsidiary tabloid team television think-tank union university watchdog website weekly headquarters spokesman spokeswoman spokesperson officials executives employees staff reporter journalist correspondent editor shares stock ceo co-founder founder employee'.split(
    ' ',
  ),
);

/** Nouns before a name, or with "of", that say it is a place. */
export const PLACE_NOUNS: ReadonlySet<string> = new Set(
  'area borough capital city coast coastline county district hamlet island neighborhood neighbourhood peninsula port province region resort river state suburb territory town township valley village volcano streets outskirts resident residents'.split(
    ' ',
  ),
);

export const WEEKDAYS_AND_MONTHS: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays january february march april may june july august september october november december jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec. mon. tue. tues. wed. thu. thur. thurs. fri. sat. sun. today yesterday tomorrow tonight gmt utc est edt pst pdt bst cet am pm a.m. p.m. ad bc bce ce'.split(
    ' ',
  ),
);

/** Capitals that are no names of anybody: abbreviations of things and ranks. */
export const PLAIN_ACRONYMS: ReadonlySet<string> = new Set(
  'i ok tv dvd cd pc dna rna hiv aids covid covid-19 sars mers gdp gnp ceo cfo cto coo mp mps mep vip it ict ai api app url html css xml http https pdf gps gsm lte usb ram cpu gpu id faq q&a ph.d phd md ba ma msc qc sc kc pr hr ufo suv ied ieds wmd pow pows lgbt lgbtq bame nhs-style m.d. ph.d. no no. vs vs. etc rip diy ufos sos ivf adhd ptsd bmi mri ct iq'.split(
    ' ',
  ),
);

/** Words that join capitalised words of one name. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'de del della der den di do dos da das du la le les van von ten ter bin bint ibn abu al el ul y e zu'.split(
    ' ',
  ),
);

/** Family relations: "his wife Ann". */
export const RELATIONS: ReadonlySet<string> = new Set(
  'wife husband son daughter father mother brother sister uncle aunt nephew niece cousin grandfather grandmother grandson granddaughter stepfather stepmother girlfriend boyfriend fiance fiancee partner widow widower child baby twin spouse friend colleague lawyer attorney son-in-law daughter-in-law father-in-law mother-in-law'.split(
    ' ',
  ),
);

/** Verbs of speech, in the forms that follow or precede a speaker. */
export const SPEECH_VERBS: ReadonlySet<string> = new Set(
  'say says said saying tell tells told telling add adds added adding ask asks asked asking announce announces announced announcing argue argues argued arguing assert asserts asserted asserting state states stated stating claim claims claimed claiming comment comments commented commenting complain complains complained conclude concludes concluded concede concedes conceded confirm confirms confirmed confirming continue continues continued contend contends contended declare declares declared declaring deny denies denied describe describes described describing dub dubs dubbed explain explains explained explaining express expresses expressed insist insists insisted insisting joke joked note notes noted noting observe observes observed predict predicts predicted promise promises promised quip quipped recall recalls recalled remark remarks remarked repeat repeated reply replies replied replying report reports reported respond responds responded responding reveal reveals revealed shout shouted suggest suggests suggested suggesting think thinks thought tweet tweets tweeted tweeting urge urges urged warn warns warned warning welcome welcomed whisper whispered wonder wondered write writes wrote writing admit admits admitted agree agrees agreed acknowledge acknowledges acknowledged advise advised affirm affirmed allege alleges alleged appeal appealed call calls called caution cautioned cite cited condemn condemned counter countered cry cried criticise criticised criticize criticized criticising criticizing disclose disclosed elaborate elaborated emphasise emphasised emphasize emphasized estimate estimated exclaim exclaimed hint hinted indicate indicated inform informed interject interrupt lament lamented maintain maintained maintains mention mentioned opine opined outline plead pleaded pledge pledged point pointed post posted praise praised proclaim proclaimed propose proposed put read reads recommend recommended recount recounted refer referred reiterate reiterated relate remember remembered saw signal signaled signalled slam slammed speculate speculated stress stressed summarise summarised summarize summarized testify testified vow vowed yell yelled believe believes believed feel feels felt hope hopes hoped hoping accuse accused accusing blast blasted characterize characterized characterise characterised label labeled labelled denounce denounced defend defended'.split(
    ' ',
  ),
);
