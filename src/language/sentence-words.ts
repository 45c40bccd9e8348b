/**
 * The words a full stop after which may not end a sentence, by how they behave.
 * Lower-case, without their final full stop.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** Always followed by what they introduce, so never the end of a sentence. */
export const TITLES = words(`
  mr mrs ms mx messrs mme mmes mlle dr drs prof profs gov govs lt gen gens col cols maj capt cpl sgt sgts pte pvt
  adm cmdr cdr brig ald rev revs fr hon pres sen sens rep reps supt insp det sgt-maj const amb atty dist
  sec'y asst assoc dep dir mgr msgr bp abp v a.k.a incl e.g i.e viz cf ca approx vs lt.-gen maj.-gen lt.-col lt.-gov gen.-maj
  st ste mt ft pt s.s u.s.s h.m.s r.m.s`);

/** Followed by a number they count or name; before anything else an ordinary word. */
export const BEFORE_NUMBERS = words(`
  no nos art arts fig figs sec secs vol vols ch chap p pp par pars para paras ver op cl reg rs rm ps b c d
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun`);

/** End a sentence before a word that usually opens one; otherwise they belong to what follows. */
export const INSIDE_NAMES = words(`
  inc corp co cos ltd bros llc plc jr sr esq dept univ assn assoc intl natl govt ave blvd rd hwy sq bldg
  ph.d m.d b.a m.a j.d r.n d.d.s l.l.b al est`);

/** End a sentence before any capital. */
export const ENDING = words(`
  etc calif fla tex mass wash ariz ill ind mich minn miss conn del ky md neb nev okla ore tenn vt wis colo ala ark
  kan mont wyo`);

/** What follows a time of day and belongs to it, so that "5 p.m. Tuesday" is not cut. */
export const AFTER_TIMES = words(`
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
  september october november december jan feb mar apr jun jul aug sep sept oct nov dec est edt et cst cdt ct mst
  mdt mt pst pdt pt gmt bst utc cet cest eet ist jst aest eastern central pacific mountain greenwich`);

/** Words that open a sentence and are hardly ever part of a name. */
export const STARTERS = words(`
  the a an this that these those he she it they we you i his her its their our my your there here what when where
  who why how which while if in on at by for from with without within after before during since until under over
  as but and or so yet nor not no though although because however meanwhile also another other others some many
  most more both each every few several all any one two three four five six seven eight nine ten earlier later
  then now today yesterday tomorrow once still even only just according despite asked about to of between among
  last next it's he's she's they're we're i'm that's there's let's don't`);

/** Names that carry an exclamation mark inside a sentence. */
export const EXCLAIMED_NAMES = words('yahoo jeopardy');

/** Verbs of saying, as they stand after a name: "…?” Smith asked." */
export const SAYING = words(`
  said says asked asks replied replies added adds told wrote writes tweeted shouted yelled exclaimed joked
  wondered demanded answered insisted explained continued recalled called screamed cried warned whispered laughed muttered sang
  chanted begged pleaded pressed quipped responded inquired remarked noted declared`);

/** What is told apart by letters, so that a letter after it is no initial: "vitamin C." */
export const LETTERED = words(`
  vitamin vitamins hepatitis influenza plan group groups grade type types section exhibit category class appendix
  option platform gate block unit part table figure chapter zone ward schedule annex line pool division`);
