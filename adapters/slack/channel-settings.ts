/** What a channel's managers chose. */
export interface ChannelSetting {
  /** Where answers to mentions outside threads go. */
  readonly replies: 'thread' | 'channel';
  /** Who first chose each thing: they may change it again without being an admin. */
  readonly chosenBy: Readonly<Partial<Record<Choice, string>>>;
}

export type Choice = 'replies' | 'story';

/** The settings of channels. In memory here; the store keeps them over a restart. */
export interface ChannelSettings {
  get(team: string, channel: string): Promise<ChannelSetting>;
  set(team: string, channel: string, setting: ChannelSetting): Promise<void>;
}

/** Where nobody chose anything. */
export const DEFAULT_SETTING: ChannelSetting = { replies: 'thread', chosenBy: {} };

/** Settings for as long as the process runs. */
export class MemoryChannelSettings implements ChannelSettings {
  readonly #settings = new Map<string, ChannelSetting>();

  async get(team: string, channel: string): Promise<ChannelSetting> {
    return this.#settings.get(`${team}:${channel}`) ?? DEFAULT_SETTING;
  }

  async set(team: string, channel: string, setting: ChannelSetting): Promise<void> {
    this.#settings.set(`${team}:${channel}`, setting);
  }
}
