import type { webApi } from '@slack/bolt';
import { usageOf } from '../../src/chat/command-usage.ts';
import { commandsOf } from '../../src/chat/commands.ts';
import { wording } from '../../src/chat/wording.ts';
import { slackWording } from '../../src/chat/wording-slack.ts';
import { REDIRECT_PATH } from './install/oauth-routes.ts';
import { ASK_ABOUT } from './listeners/ask-about.ts';
import { SCOPES } from './scopes.ts';
import { EVENTS_PATH } from './transport/http-transport.ts';

/** Slack's form of an app's settings. */
export type Manifest = webApi.AppsManifestCreateArguments['manifest'];

export interface ManifestOptions {
  /** Where Slack reaches the bot over HTTP, such as `https://bot.example.org`. */
  readonly url?: string;
  /** Socket Mode: no address is needed. */
  readonly socket: boolean;
}

/** Every event the listeners handle; `message.im` is how a direct message is asked for. */
export const EVENTS = [
  'app_mention',
  'message.im',
  'app_home_opened',
  'member_joined_channel',
  'channel_left',
  'channel_deleted',
  'group_left',
  'group_deleted',
  'app_uninstalled',
  'tokens_revoked',
  'team_access_revoked',
] as const;

/** The settings of the app, to be pasted where Slack makes one: the commands are those of the command table. */
export function buildManifest({ url, socket }: ManifestOptions): Manifest {
  const address = url === undefined ? undefined : new URL(EVENTS_PATH, url).href;
  const reached = socket || address === undefined ? {} : { request_url: address };
  return {
    display_information: { name: wording.name, description: slackWording.appDescription },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: 'backstory', always_online: true },
      shortcuts: [
        {
          type: 'message',
          name: slackWording.shortcut,
          callback_id: ASK_ABOUT,
          description: slackWording.shortcutHint,
        },
      ],
      slash_commands: slashCommands().map((command) => ({
        ...command,
        should_escape: true,
        ...(!socket && address !== undefined && { url: address }),
      })),
    },
    oauth_config: {
      ...(url !== undefined && { redirect_urls: [new URL(REDIRECT_PATH, url).href] }),
      scopes: { bot: [...SCOPES] },
    },
    settings: {
      event_subscriptions: { bot_events: [...EVENTS], ...reached },
      interactivity: {
        is_enabled: true,
        ...reached,
        ...(!socket && address !== undefined && { message_menu_options_url: address }),
      },
      org_deploy_enabled: url !== undefined,
      socket_mode_enabled: socket,
      token_rotation_enabled: false,
    },
  };
}

/** A word with several commands under it, such as `/backstory`, is one slash command of Slack's. */
function slashCommands(): readonly { command: string; description: string; usage_hint: string }[] {
  const byWord = Map.groupBy(commandsOf('slack'), ({ name }) => name.split(' ')[0] ?? name);
  return [...byWord].map(([word, commands]) => {
    const [only] = commands;
    if (commands.length === 1 && only?.name === word) {
      return { command: `/${word}`, description: only.description, usage_hint: usageOf(only, 'slack') };
    }
    if (word === 'digest') {
      return {
        command: '/digest',
        description: slackWording.digestCommand,
        usage_hint: slackWording.digestHint,
      };
    }
    const hints = commands.map((command) =>
      [...command.name.split(' ').slice(1), usageOf(command, 'slack')].join(' ').trim(),
    );
    return {
      command: `/${word}`,
      description: slackWording.backstoryCommand,
      usage_hint: [...hints, slackWording.repliesHint].join(', '),
    };
  });
}
