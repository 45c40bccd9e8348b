/**
 * What Discord takes, in UTF-16 units where it counts characters: it may count fewer, never more.
 * Sources: Discord's API documentation (August 2026), the page in brackets.
 */
export const LIMITS = {
  /** All text displays of a message together [guide: display components]. */
  text: 4_000,
  /** All components of a message, nested ones included [guide: display components]. */
  components: 40,
  /** [components/reference] */
  buttonsInRow: 5,
  buttonLabel: 80,
  customId: 100,
  modalTitle: 45,
  inputLabel: 45,
  /** A text input's value [components/reference]. */
  inputText: 4_000,
  /** [interactions/application-commands] */
  commandDescription: 100,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  /** [resources/message] */
  nonce: 25,
  /** Messages after the first that answer a command where the bot is no member [interactions/receiving-and-responding]. */
  guestFollowUps: 5,
  /** Ours: of a custom id, what a digest's key takes when it is put before it. */
  keyInCustomId: 28,
} as const;

/** Milliseconds Discord waits for the first response to an interaction [interactions/receiving-and-responding]. */
const RESPONSE_DEADLINE_MS = 3_000;

/** What we take of it; what is left must do for the way there and back. */
export const RESPOND_WITHIN_MS = RESPONSE_DEADLINE_MS / 2;
