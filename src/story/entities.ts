/** A character reference as HTML writes it: `&amp;`, `&#8217;`, `&#x2019;`. */
export const ENTITY = /&(?:[a-z][a-z0-9]{1,15}|#\d{1,7}|#x[0-9a-f]{1,6});/gi;

/** The names that prose carries; rarer ones stay as they are written. */
const NAMED = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    ensp: '\u2002',
    emsp: '\u2003',
    thinsp: '\u2009',
    shy: '\u00ad',
    zwnj: '\u200c',
    zwj: '\u200d',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    laquo: '«',
    raquo: '»',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    bull: '•',
    middot: '·',
    copy: '©',
    reg: '®',
    trade: '™',
    deg: '°',
    plusmn: '±',
    times: '×',
    divide: '÷',
    frac12: '½',
    frac14: '¼',
    frac34: '¾',
    pound: '£',
    euro: '€',
    yen: '¥',
    cent: '¢',
    sect: '§',
    para: '¶',
    aacute: 'á',
    agrave: 'à',
    acirc: 'â',
    auml: 'ä',
    aring: 'å',
    aelig: 'æ',
    ccedil: 'ç',
    eacute: 'é',
    egrave: 'è',
    ecirc: 'ê',
    euml: 'ë',
    iacute: 'í',
    iuml: 'ï',
    ntilde: 'ñ',
    oacute: 'ó',
    ocirc: 'ô',
    ouml: 'ö',
    oslash: 'ø',
    szlig: 'ß',
    uacute: 'ú',
    uuml: 'ü',
    Aacute: 'Á',
    Agrave: 'À',
    Acirc: 'Â',
    Auml: 'Ä',
    Aring: 'Å',
    AElig: 'Æ',
    Ccedil: 'Ç',
    Eacute: 'É',
    Egrave: 'È',
    Ntilde: 'Ñ',
    Oacute: 'Ó',
    Ouml: 'Ö',
    Oslash: 'Ø',
    Uacute: 'Ú',
    Uuml: 'Ü',
    Scaron: 'Š',
    scaron: 'š',
    AMP: '&',
    LT: '<',
    GT: '>',
    QUOT: '"',
  }),
);

/** Windows-1252's meaning of 128–159, which pages write as numbers and browsers read so (HTML standard, 13.2.5.80). */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** What a character reference stands for; undefined when it names nothing known or no character at all. */
export function decodeEntity(entity: string): string | undefined {
  const name = entity.slice(1, -1);
  if (!name.startsWith('#')) return NAMED.get(name);
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (code >= 128 && code < 160) return WINDOWS_1252[code - 128];
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return undefined;
  return String.fromCodePoint(code);
}
