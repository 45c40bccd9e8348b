const AGENCY =
  '(?:reuters|afp|ap|ap photo|ap images|associated press|epa|epa-efe|efe|getty(?: images)?|alamy|shutterstock|istock|anadolu(?: agency)?|aa|xinhua|bloomberg|zuma(?: press)?|pa(?: wire| media| images)?|press association|rex|tass|sputnik|nurphoto|sipa|magnum|imago|dpa|ansa|kyodo|yonhap|pool|handout|al jazeera|bbc|cnn|nasa)';
const MAKER = "[\\p{L}\\d .,'’&@-]{0,60}";

/** "[Alex Brandon/AFP]", "(AP Photo/Evan Vucci)", "[File: Reuters]", at the very end and not in a sentence. */
const BRACKETED = new RegExp(
  `(?:\\[(?:file(?: photo)?[:,] ?)?(?:${MAKER}[/|]|${MAKER}via )?${AGENCY}(?: ?[/|] ?${MAKER})?\\]|\\((?:(?:file|photo|image|picture|credit|source)[^():]{0,20}: ?[^()]{2,60}|${MAKER}[/|] ?${AGENCY}|${MAKER} via ${AGENCY}|(?:ap|afp|epa|reuters) photo(?: ?[/|] ?${MAKER})?|[^()]{0,40}getty images[^()]{0,20}|file photo)\\))$`,
  'iu',
);
/** "… on Friday. Photograph: Jane Doe/AFP" */
const CREDITED =
  /(?:^|[.!?]["”’]? )(?:photograph|photo|image|picture|illustration|credit|photo credit)s?(?: by)?: ?(?=[\p{Lu}©@])[^.!?]{2,80}$/iu;
const LABELLED =
  /^(?:image|photo|photograph|picture|file photo|main image|lead image)s? ?(?:(?:credit|caption|source|copyright|courtesy(?: of)?|by|via)s? ?[:,|©]|[:|©])/i;
const LABEL_OF_A_FEW_WORDS =
  /^(?:image|photo|photograph|picture|video|media|file)s? (?:credit|caption|source|copyright|courtesy)s?\b[^.]{0,120}$/i;
const FILED = /^(?:FILE(?: PHOTO)?|File photo) ?[-–—:] ?\S|^\[?File: /;
const MADE_BY =
  /^(?:Photo|Photograph|Image|Picture|Video|Illustration|Graphic|Map)s? (?:by|courtesy(?: of)?|from) \p{Lu}[^.!?]{1,80}$/u;
const AGENCY_LINE = new RegExp(`^(?:${MAKER}[/|] ?)?${AGENCY}(?: ?[/|] ?${AGENCY})?$`, 'iu');

/**
 * A picture's caption or credit that was pasted among the paragraphs. The patterns in any letters and any case take
 * long to build, so each is asked only where a plain look says it could apply.
 */
export function isCaption(text: string): boolean {
  if (LABELLED.test(text) || LABEL_OF_A_FEW_WORDS.test(text) || FILED.test(text) || MADE_BY.test(text))
    return true;
  if (isAgencyLine(text)) return true;
  if (/[\])]$/.test(text) && BRACKETED.test(text)) return true;
  return (
    /photo|image|picture|illustration|credit/i.test(text) &&
    CREDITED.test(text) &&
    /[/|©]|:\s*(?:\p{Lu}[\p{L}.’'-]*\s?){1,6}$/u.test(text)
  );
}

function isAgencyLine(text: string): boolean {
  if (text.length > 80 || !(/[/|]/.test(text) || /^[a-z -]+$/i.test(text))) return false;
  return AGENCY_LINE.test(text) && /[/|]|^[\p{Lu}\s]+$|getty|press/iu.test(text);
}
