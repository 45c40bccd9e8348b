type Environment = Readonly<Record<string, string | undefined>>;

/** Settings whose values nobody may see, by their names. */
const SECRET_NAME = /TOKEN|SECRET|PASSWORD|DATABASE_URL/;
/** A shorter value is no secret, and would black out ordinary words. */
const SHORTEST = 6;
const HIDDEN = '[hidden]';

/**
 * What a secret looks like, whoever it belongs to: Slack's and Discord's tokens, the secret part of the
 * addresses they let us answer at, passwords in addresses, authorisation headers and OAuth's parameters.
 */
const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/\bxox[a-z](?:\.xox[a-z])?-[\w-]+/g, HIDDEN],
  [/\bxapp-[\w-]+/g, HIDDEN],
  [/\b[\w-]{18,}\.[\w-]{6}\.[\w-]{20,}/g, HIDDEN],
  [/(:\/\/[^\s/:@"\\]*):[^\s/@"\\]+@/g, `$1:${HIDDEN}@`],
  [/(\/(?:webhooks|interactions)\/\d+\/)[\w-]+/g, `$1${HIDDEN}`],
  [/(hooks\.slack\.com\/[a-z]+\/)[\w/-]+/g, `$1${HIDDEN}`],
  [/\b((?:Bearer|Bot) )[\w.~+/-]{16,}/g, `$1${HIDDEN}`],
  [/\b((?:code|client_secret|token|state)=)[\w.~%-]{8,}/g, `$1${HIDDEN}`],
];

/** Takes secrets out of a text. */
export type Scrub = (text: string) => string;

/** Takes out what looks like a secret, and the values of the secret settings however they are written. */
export function scrubberFor(env: Environment): Scrub {
  const values = Object.entries(env).flatMap(([name, value = '']) =>
    SECRET_NAME.test(name) ? secretsIn(value.trim()) : [],
  );
  const written = values.flatMap((value) => [
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    Buffer.from(value).toString('base64'),
  ]);
  // The longest first: one secret may be the beginning of another.
  const known = [...new Set(written)].sort((a, b) => b.length - a.length);
  return (text) => {
    let clean = text;
    for (const value of known) clean = clean.replaceAll(value, HIDDEN);
    for (const [look, instead] of LOOKS) clean = clean.replace(look, instead);
    return clean;
  };
}

/** The value, and of an address its password, as written and as meant. */
function secretsIn(value: string): string[] {
  const password = URL.canParse(value) ? new URL(value).password : '';
  const meant = password.includes('%') ? decodeIfPossible(password) : password;
  return [value, password, meant].filter(({ length }) => length >= SHORTEST);
}

function decodeIfPossible(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
