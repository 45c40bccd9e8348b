import { mapFrom } from '../mapped-text.ts';
import { decodeMojibake } from './decode-mojibake.ts';
import { normaliseText } from './normalise-text.ts';

/** A line that stands outside the body, such as the headline, cleaned as the body's text is. */
export function cleanLine(line: string): string {
  return normaliseText(decodeMojibake(mapFrom(line, 0)).text).text.replaceAll('\n', ' ');
}
