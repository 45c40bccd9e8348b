import type { QuestionType } from '../answering/answer.ts';
import type { Depth } from '../briefing/brief.ts';
import type { Slug } from '../story/article.ts';
import type { DigestVerb, SubscriptionId } from './digest-intent.ts';

/** A button under a reply. `label` is at most 75 characters; pressing it is the same as making the request. */
export interface Action {
  readonly label: string;
  readonly intent: ActionIntent;
}

/** The views of a brief that have a button or a command of their own. */
export type View =
  | 'people'
  | 'quotes'
  | 'numbers'
  | 'places'
  | 'organisations'
  | 'timeline'
  | 'sources'
  | 'changes';

/** What a button can ask for; `Chat.encode` packs each into at most 100 characters, `Chat.decode` unpacks it. */
export type ActionIntent =
  | { readonly kind: 'ask'; readonly story: Slug; readonly question: string }
  | { readonly kind: 'brief'; readonly story: Slug; readonly depth: Depth }
  | { readonly kind: 'view'; readonly story: Slug; readonly view: View }
  /** Choosing from the list of stories. */
  | { readonly kind: 'follow'; readonly story: Slug }
  /** "Not helpful": counted by story and kind of question, nothing else kept. */
  | { readonly kind: 'unhelpful'; readonly story: Slug; readonly questionType: QuestionType }
  /**
   * Without a subscription: a new one, or the place's only one. Where a platform has forms, `subscribe`
   * and `change` open `DigestDesk.form`; the chat answers them with the command to type.
   */
  | { readonly kind: 'digest'; readonly verb: DigestVerb; readonly subscription?: SubscriptionId };
