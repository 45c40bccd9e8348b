/** A bot token and what it may do. */
export interface BotToken {
  readonly token: string;
  /** "" for an organisation-wide installation. */
  readonly team: string;
  readonly enterprise?: string;
  readonly botUser: string;
  readonly botId: string;
  readonly scopes: ReadonlySet<string>;
  /** Epoch milliseconds; absent without token rotation. */
  readonly expiresAt?: number;
  revoked: boolean;
}

/** The tokens an app was given: bot tokens by installation, app-level tokens for Socket Mode. */
export class Credentials {
  readonly #bots = new Map<string, BotToken>();
  readonly #apps = new Set<string>();

  addBot(token: Omit<BotToken, 'revoked'>): BotToken {
    const added = { ...token, revoked: false };
    this.#bots.set(token.token, added);
    return added;
  }

  addApp(token: string): void {
    this.#apps.add(token);
  }

  isApp(token: string): boolean {
    return this.#apps.has(token);
  }

  /** The bot token, or the error Slack answers with. */
  bot(token: string | undefined, now: number): BotToken | { readonly error: string } {
    if (!token) return { error: 'not_authed' };
    if (this.#apps.has(token)) return { error: 'not_allowed_token_type' };
    const known = this.#bots.get(token);
    if (!known) return { error: 'invalid_auth' };
    if (known.revoked) return { error: 'token_revoked' };
    if (known.expiresAt !== undefined && known.expiresAt <= now) return { error: 'token_expired' };
    return known;
  }

  /** Every later call with it answers `token_revoked`. */
  revoke(token: string): void {
    const known = this.#bots.get(token);
    if (known) known.revoked = true;
    this.#apps.delete(token);
  }

  /** The newest token of a workspace that still works. */
  ofTeam(team: string): BotToken | undefined {
    return [...this.#bots.values()].findLast((token) => token.team === team && !token.revoked);
  }
}
