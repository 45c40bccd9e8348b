import {
  ComponentType,
  InteractionResponseType,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import { discordWording } from '../../../src/chat/wording-discord.ts';
import type { Bot } from '../bot.ts';
import { acknowledge } from '../sending/interaction-answer.ts';

/** The form's custom id; a form with any other is not ours. */
export const ASK_FORM = 'ask-form:1';
const FIELD = 'question';
const LONGEST_QUESTION = 1_000;
/** A message up to this length that is one question is put into the form. */
const LONGEST_PREFILL = 200;

/** Opens the form of "Ask about this", with the message's text when that is a question already. */
export async function openAskForm(
  bot: Bot,
  interaction: MessageContextMenuCommandInteraction,
): Promise<void> {
  const { form } = discordWording;
  const question = oneQuestion(interaction.targetMessage.content);
  await acknowledge(bot.rest, interaction, {
    type: InteractionResponseType.Modal,
    data: {
      custom_id: ASK_FORM,
      title: form.title,
      components: [
        {
          type: ComponentType.Label,
          label: form.question,
          component: {
            type: ComponentType.TextInput,
            custom_id: FIELD,
            style: TextInputStyle.Paragraph,
            min_length: 1,
            max_length: LONGEST_QUESTION,
            required: true,
            placeholder: form.hint,
            ...(question !== undefined && { value: question }),
          },
        },
      ],
    },
  });
}

/** What was written in the form; "" when the field is not there, as in a forged one. */
export function askedIn(interaction: ModalSubmitInteraction): string {
  const field = interaction.fields.fields.get(FIELD);
  return field && 'value' in field && typeof field.value === 'string' ? field.value : '';
}

const SENTENCE_END = /[.!…]["'”’»)]?\s+[\p{Lu}“"']/u;
/** "Mr. Reyes", "J. Smith", "U.S. Army": a full stop that ends no sentence. */
const ABBREVIATION = /\b(\p{Lu}|Mr|Mrs|Ms|Dr|Gov|Gen|Sen|Rep|Prof|St|No)\./gu;

/** The text when it is one question of a sensible length: a single sentence that ends with its question mark. */
function oneQuestion(content: string): string | undefined {
  const text = content
    .replace(/<@[!&]?\d{1,20}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const isOne = /^[^?]+\?["'”’»)]?$/.test(text) && !SENTENCE_END.test(text.replace(ABBREVIATION, '$1'));
  return isOne && text.length <= LONGEST_PREFILL ? text : undefined;
}
