import type { Depth } from '../briefing/brief.ts';
import type { View } from './action.ts';

/** What somebody means by words that ask nothing of a story's text. */
export type SmallTalk =
  | { readonly kind: 'brief'; readonly depth: Depth }
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'social'; readonly about: Social }
  | { readonly kind: 'greet' | 'more' }
  | { readonly kind: 'help' | 'stories' | 'forget' };

/** Remarks that get one line back. */
export type Social =
  | 'thanks'
  | 'bye'
  | 'praise'
  | 'blame'
  | 'aboutBot'
  | 'maker'
  | 'wellbeing'
  | 'acknowledge'
  | 'present';
