/** Names of one place: abbreviations and older names, all folded. */
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    us: 'united states',
    'u.s.': 'united states',
    'u.s': 'united states',
    usa: 'united states',
    'u.s.a.': 'united states',
    america: 'united states',
    'united states of america': 'united states',
    uk: 'united kingdom',
    'u.k.': 'united kingdom',
    britain: 'united kingdom',
    'great britain': 'united kingdom',
    uae: 'united arab emirates',
    burma: 'myanmar',
    holland: 'netherlands',
    drc: 'democratic republic of the congo',
    'democratic republic of congo': 'democratic republic of the congo',
    dprk: 'north korea',
    'republic of korea': 'south korea',
    'korea republic': 'south korea',
    kiev: 'kyiv',
    'washington d.c.': 'washington d.c.',
    'washington dc': 'washington d.c.',
    nyc: 'new york city',
    'u.n.': 'united nations',
    un: 'united nations',
    'e.u.': 'european union',
    eu: 'european union',
    "cote d'ivoire": 'ivory coast',
  }),
);

/** The name under which a folded name is counted: "U.S." and "America" are the United States. */
export function canonicalPlace(key: string): string {
  return SAME.get(key) ?? key;
}
