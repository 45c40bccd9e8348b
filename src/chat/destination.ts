/** Where scheduled messages go: a channel (a thread counts as one), or a person's DM. */
export interface Destination {
  readonly platform: 'discord' | 'slack';
  /** Guild or team; "" where there is none. */
  readonly workspace: string;
  readonly kind: 'channel' | 'person';
  /** The channel's id, or the person's. */
  readonly id: string;
}
