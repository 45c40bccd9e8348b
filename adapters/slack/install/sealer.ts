import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

/** A sealed text could not be opened: another secret, another place, or a changed byte. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

/**
 * Seals texts with AES-256-GCM. The key is derived from the operator's secret (HKDF-SHA256, RFC 5869); the
 * place a text belongs to is authenticated with it, so that one row's token cannot be moved to another.
 */
export class Sealer {
  readonly #keys: ReadonlyMap<string, Buffer>;
  readonly #current: string;

  /** @param secrets the current one first, then those it replaced: they still open, and seal nothing new */
  constructor(secrets: readonly [string, ...string[]]) {
    const keys = secrets.map((secret) => {
      const key = Buffer.from(hkdfSync('sha256', secret, '', 'backstory slack installations', 32));
      return [createHash('sha256').update(key).digest('hex').slice(0, 8), key] as const;
    });
    this.#keys = new Map(keys);
    this.#current = keys[0]?.[0] ?? '';
  }

  /** The text, sealed for a place: `1.<key>.<nonce>.<tag>.<text>`, base64url. */
  seal(text: string, place: string): string {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key(this.#current), nonce);
    cipher.setAAD(Buffer.from(place));
    const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    const fields = [nonce, cipher.getAuthTag(), sealed].map((bytes) => bytes.toString('base64url'));
    return ['1', this.#current, ...fields].join('.');
  }

  /**
   * The text again.
   * @throws {SealBroken}
   */
  open(sealed: string, place: string): string {
    const [version, keyId = '', nonce = '', tag = '', text = ''] = sealed.split('.');
    if (version !== '1') throw new SealBroken('sealed by another version');
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key(keyId), Buffer.from(nonce, 'base64url'), {
        authTagLength: 16,
      });
      decipher.setAAD(Buffer.from(place));
      decipher.setAuthTag(Buffer.from(tag, 'base64url'));
      return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString(
        'utf8',
      );
    } catch (error) {
      if (error instanceof SealBroken) throw error;
      throw new SealBroken('changed, or sealed for another place', { cause: error });
    }
  }

  /** Whether a text is sealed with a secret that was replaced. */
  isStale(sealed: string): boolean {
    return sealed.split('.')[1] !== this.#current;
  }

  #key(id: string): Buffer {
    const key = this.#keys.get(id);
    if (!key) throw new SealBroken('sealed with a secret that is not set any more');
    return key;
  }
}
