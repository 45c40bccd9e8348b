import { App, type Receiver } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import { boltLogger } from './bolt-logger.ts';
import type { Workspace } from './install/authorizer.ts';
import { listenToAskAbout } from './listeners/ask-about.ts';
import { listenToComingsAndGoings } from './listeners/comings-and-goings.ts';
import { listenToDigestForms } from './listeners/digest-forms.ts';
import { listenToHome } from './listeners/home.ts';
import { listenToOwnButtons } from './listeners/own-buttons.ts';
import { listenToPresses } from './listeners/presses.ts';
import { listenToQuestions } from './listeners/questions.ts';
import { listenToSlashCommands } from './listeners/slash-commands.ts';
import { listenToStoryPicker } from './listeners/story-picker.ts';
import type { SlackBot } from './slack-bot.ts';
import type { Workspaces } from './workspaces.ts';

export interface SlackAppOptions {
  readonly bot: SlackBot;
  readonly receiver: Receiver;
  readonly clientOptions: WebClientOptions;
  /** A workspace took the app, or its token, away. */
  readonly onGone: (workspace: Workspace) => void;
  readonly workspaces?: Workspaces;
}

/** Bolt's app with every listener of ours. Our receivers acknowledge before it sees a request. */
export function createSlackApp({ bot, receiver, clientOptions, onGone, workspaces }: SlackAppOptions): App {
  const app = new App({
    receiver,
    authorize: bot.authorizer.authorize,
    clientOptions,
    logger: boltLogger(bot.log),
    convoStore: false,
    attachFunctionToken: false,
  });
  listenToQuestions(app, bot);
  listenToSlashCommands(app, bot);
  listenToPresses(app, bot);
  listenToOwnButtons(app, bot);
  listenToAskAbout(app, bot);
  listenToDigestForms(app, bot);
  listenToHome(app, bot);
  listenToStoryPicker(app, bot);
  listenToComingsAndGoings(app, bot, { onGone, ...(workspaces && { workspaces }) });
  app.error(async (error) => {
    bot.log.error({ code: error.code, error: error.message }, 'a request of Slack could not be answered');
  });
  return app;
}
