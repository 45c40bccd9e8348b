/**
 * What Slack takes, one line each; lengths in UTF-16 units, which is never fewer than Slack counts.
 * Sources: docs.slack.dev/reference/block-kit and docs.slack.dev/reference/methods, read November 2026.
 */
export const LIMITS = {
  /** Blocks in a message (block-kit/blocks). */
  messageBlocks: 50,
  /** Blocks in a view (block-kit/blocks). */
  viewBlocks: 100,
  /** Text of one section; taken for one rich text block too, for which none is documented. */
  blockText: 3000,
  /** One text element of a context block; none is documented, this is the smallest of its relatives. */
  contextText: 2000,
  /** Elements of a context block. */
  contextElements: 10,
  /** Header block; plain text only. */
  headerText: 150,
  /** Text of all blocks together: undocumented, about 13,200 (slackapi/bolt-js#2509), less a margin. */
  messageText: 12_000,
  /** Top-level text, where Slack begins to cut (chat.postMessage). */
  topLevelText: 40_000,
  /** Elements of an actions block. */
  actionElements: 25,
  /** Text of a button; about 30 of them are shown on a phone (block-elements/button). */
  buttonText: 75,
  buttonTextShown: 30,
  buttonValue: 2000,
  /** Address of a button or a link. */
  address: 3000,
  /** Text and description of a select's option. */
  optionText: 75,
  /** Value of an option: 75 in one document, 150 in another; slugs longer than this are left out. */
  optionValue: 75,
  options: 100,
  /** Title, submit and close of a modal. */
  modalTitle: 24,
  privateMetadata: 3000,
  plainTextInput: 3000,
  /** Uses of a response_url, within 30 minutes (interactivity/handling-user-interaction). */
  responseUrlUses: 5,
} as const;
