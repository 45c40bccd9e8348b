import type { QuestionType } from '../answering/answer.ts';
import type { SmallTalk, Social } from './small-talk-meanings.ts';

/**
 * What somebody's words were taken for, of a closed set, so that it can be counted: a kind of question, small talk,
 * a typed command, nothing but spaces. `which-story`: a question that may be about any of several stories.
 */
export type Understood =
  | QuestionType
  | Social
  | Exclude<SmallTalk['kind'], 'social'>
  | 'which-story'
  | 'command'
  | 'nothing';
