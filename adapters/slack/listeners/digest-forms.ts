import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { DigestWhere } from '../../../src/chat/digest-intent.ts';
import { label } from '../../../src/chat/which-story.ts';
import { slackWording } from '../../../src/chat/wording-slack.ts';
import {
  ALL,
  chosenPlace,
  DIGEST_FIELDS,
  DIGEST_FORM,
  filledIn,
  formOrigin,
  formValues,
} from '../digests/digest-form.ts';
import { isDirect, type Place } from '../incoming/place.ts';
import { LIMITS } from '../limits.ts';
import { request, type SlackBot } from '../slack-bot.ts';
import { publishHome } from './publish-home.ts';
import { addressedSpeech, directSpeech } from './speech.ts';

const submission = z.object({
  user: z.object({ id: z.string() }),
  view: z.object({
    private_metadata: z.string(),
    state: z.object({ values: z.record(z.string(), formValues) }),
  }),
});

/** The form of a digest: what it is sent with, and the choices of its selects. */
export function listenToDigestForms(app: App, bot: SlackBot): void {
  app.view(DIGEST_FORM, async ({ body, client, context }) => {
    const { user, view } = submission.parse(body);
    const origin = formOrigin.parse(JSON.parse(view.private_metadata));
    const values = Object.assign({}, ...Object.values(view.state.values));
    const { channel, url, verb } = origin;
    const isHome = channel === user.id;
    const place: Place = {
      team: context.teamId ?? context.enterpriseId ?? '',
      channel,
      user: user.id,
      direct: isHome || isDirect(channel),
    };
    const { to } = origin;
    const before: DigestWhere =
      to === undefined ? { kind: 'me' } : { kind: 'channel', channel: to, workspace: place.team };
    const where = verb === 'subscribe' ? (chosenPlace(values) ?? before) : before;
    const intent = { kind: 'digest', digest: filledIn(values, origin), where } as const;
    const reply = await request(bot, intent, { place, continuity: { by: 'person' }, client });
    const direct = directSpeech(client, place);
    const speech = url === undefined ? direct : addressedSpeech(url, place, { public: false });
    // A form may stay open longer than the address lives that it came with.
    await bot.speaker.say(reply, { ...speech, otherwise: direct.to, hint: direct.hint });
    if (isHome) await publishHome(bot, client, place);
  });
  app.options(DIGEST_FIELDS.zone, async ({ options, ack }) => {
    const zones = bot.digests?.zones(options.value, bot.clock.now()) ?? [];
    await ack({ options: zones.map((zone) => choice(zone.label, zone.value)) });
  });
  app.options(DIGEST_FIELDS.story, async ({ options, ack }) => {
    const typed = options.value.slice(0, LIMITS.optionText);
    const { everyStory } = slackWording.digestForm;
    const every = everyStory.toLowerCase().includes(typed.trim().toLowerCase())
      ? [choice(everyStory, ALL)]
      : [];
    const stories = bot.chat.stories(typed).filter(({ slug }) => slug.length <= LIMITS.optionValue);
    await ack({
      options: [...every, ...stories.map(({ slug, title }) => choice(label(title) || slug, slug))],
    });
  });
}

function choice(text: string, value: string) {
  return { text: { type: 'plain_text' as const, text, emoji: false }, value };
}
