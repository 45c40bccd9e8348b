import type { BotToken } from './credentials.ts';
import type { DoubleState } from './double-state.ts';
import type { Channel, Message, User } from './workspace.ts';

/** Builds what Slack sends an app, field for field as its documentation shows each payload. */
export class Payloads {
  readonly #state: DoubleState;
  readonly #bot: () => BotToken;

  constructor(state: DoubleState, bot: () => BotToken) {
    this.#state = state;
    this.#bot = bot;
  }

  /** An event in its Events API wrapper. */
  event(team: string, event: object): Record<string, unknown> & { event_id: string } {
    const { workspace, clock, app } = this.#state;
    const bot = this.#bot();
    return {
      token: 'deprecated',
      team_id: team,
      context_team_id: team,
      context_enterprise_id: bot.enterprise ?? null,
      api_app_id: app.id,
      event,
      type: 'event_callback',
      event_id: workspace.id('Ev'),
      event_time: Math.floor(clock.now() / 1000),
      authorizations: [
        {
          enterprise_id: bot.enterprise ?? null,
          team_id: bot.team || null,
          user_id: bot.botUser,
          is_bot: true,
          is_enterprise_install: bot.team === '',
        },
      ],
      is_ext_shared_channel: false,
      event_context: '4-eyJ0',
    };
  }

  /** A message somebody wrote, as the events about it carry it. */
  message(type: 'message' | 'app_mention', channel: Channel, written: Message): Record<string, unknown> {
    return {
      client_msg_id: `msg-${written.ts}`,
      type,
      user: written.user,
      text: written.text,
      team: channel.team,
      ts: written.ts,
      channel: channel.id,
      event_ts: written.ts,
      ...(type === 'message' && { channel_type: channel.kind === 'im' ? 'im' : 'channel' }),
      ...(written.thread && { thread_ts: written.thread }),
    };
  }

  slash(user: User, channel: Channel, command: string, text: string): Record<string, string> {
    return {
      token: 'deprecated',
      team_id: user.team,
      team_domain: 'team',
      ...this.#enterpriseOfForm(),
      channel_id: channel.id,
      channel_name: channel.kind === 'im' ? 'directmessage' : channel.name,
      user_id: user.id,
      user_name: user.name,
      command,
      text,
      api_app_id: this.#state.app.id,
      is_enterprise_install: String(this.#bot().team === ''),
      response_url: this.#responseUrl({ channel: channel.id, user: user.id }),
      trigger_id: this.#state.triggers.issue({ user: user.id }),
    };
  }

  /** A button pressed or a choice made in a message; an ephemeral one is not in its own payload. */
  blockAction(user: User, message: Message, action: object): Record<string, unknown> {
    const { channel, ts, thread, text } = message;
    return {
      ...this.#interaction('block_actions', user),
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: channel,
        is_ephemeral: message.to !== undefined,
        ...(thread && { thread_ts: thread }),
      },
      channel: { id: channel, name: 'general' },
      ...(message.to === undefined && {
        message: {
          type: 'message',
          user: message.user,
          bot_id: this.#bot().botId,
          ts,
          text,
          blocks: message.blocks,
          ...(thread && { thread_ts: thread }),
        },
      }),
      state: { values: {} },
      response_url: this.#responseUrl({
        channel,
        user: user.id,
        source: ts,
        ...(thread && { thread }),
      }),
      actions: [action],
    };
  }

  /** The same in a view: the App Home or an open modal. */
  viewAction(user: User, view: { id: string; type: string }, action: object): Record<string, unknown> {
    return {
      ...this.#interaction('block_actions', user),
      container: { type: 'view', view_id: view.id },
      view: { ...view, team_id: user.team, state: { values: {} } },
      actions: [action],
    };
  }

  shortcut(user: User, message: Message, callback: string): Record<string, unknown> {
    return {
      ...this.#interaction('message_action', user),
      callback_id: callback,
      message_ts: message.ts,
      channel: { id: message.channel, name: 'general' },
      message: {
        type: 'message',
        user: message.user,
        ts: message.ts,
        text: message.text,
        ...(message.thread && { thread_ts: message.thread }),
      },
      response_url: this.#responseUrl({ channel: message.channel, user: user.id, source: message.ts }),
    };
  }

  viewSubmission(
    user: User,
    view: { id: string; hash: string } & object,
    values: Readonly<Record<string, Readonly<Record<string, object>>>>,
  ): Record<string, unknown> {
    return {
      ...this.#interaction('view_submission', user),
      view: {
        ...view,
        team_id: user.team,
        app_id: this.#state.app.id,
        app_installed_team_id: user.team,
        bot_id: this.#bot().botId,
        state: { values },
      },
      response_urls: [],
    };
  }

  suggestion(user: User, where: object, ids: { action: string; block: string }, value: string) {
    return {
      ...this.#interaction('block_suggestion', user),
      ...where,
      action_id: ids.action,
      block_id: ids.block,
      value,
    };
  }

  #interaction(type: string, user: User): Record<string, unknown> {
    const bot = this.#bot();
    return {
      type,
      user: { id: user.id, username: user.name, name: user.name, team_id: user.team },
      api_app_id: this.#state.app.id,
      token: 'deprecated',
      action_ts: this.#state.workspace.stamp(),
      trigger_id: this.#state.triggers.issue({ user: user.id }),
      team: bot.team === '' ? null : { id: user.team, domain: 'team' },
      enterprise: bot.enterprise ? { id: bot.enterprise, name: 'Enterprise' } : null,
      is_enterprise_install: bot.team === '',
    };
  }

  #enterpriseOfForm(): Record<string, string> {
    const { enterprise } = this.#bot();
    return enterprise ? { enterprise_id: enterprise, enterprise_name: 'Enterprise' } : {};
  }

  /** The path only; the double that knows its own address completes it. */
  #responseUrl(target: { channel: string; user: string; source?: string; thread?: string }): string {
    const key = this.#state.responseUrls.issue({ ...target, botUser: this.#bot().botUser });
    return `${this.responseBase}${key}`;
  }

  /** Set once the double listens. */
  responseBase = '';
}
