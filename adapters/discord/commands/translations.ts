import type { Argument, Command } from '../../../src/chat/commands.ts';

/** A text of the command table in the languages Discord shows it in; command names stay English. */
export interface Translation {
  /** What was translated: a test notices when the table says something else by now. */
  readonly en: string;
  readonly de: string;
  readonly fr: string;
  readonly 'es-ES': string;
}

/** By the command's id. */
export const COMMAND_TRANSLATIONS: Readonly<Partial<Record<Command['id'], Translation>>> = {
  ask: {
    en: 'Ask about the story; it answers in its own words',
    de: 'Stell der Geschichte eine Frage; sie antwortet mit ihren eigenen Worten',
    fr: 'Poser une question sur l’article ; il répond avec ses propres mots',
    'es-ES': 'Pregunta por la noticia; responde con sus propias palabras',
  },
  brief: {
    en: 'Sum up the story',
    de: 'Die Geschichte zusammenfassen',
    fr: 'Résumer l’article',
    'es-ES': 'Resumir la noticia',
  },
  story: {
    en: 'List the stories, or pick one',
    de: 'Die Geschichten auflisten oder eine auswählen',
    fr: 'Lister les articles ou en choisir un',
    'es-ES': 'Ver la lista de noticias o elegir una',
  },
  help: {
    en: 'What I can do',
    de: 'Was ich kann',
    fr: 'Ce que je sais faire',
    'es-ES': 'Qué puedo hacer',
  },
  forget: {
    en: 'Forget what you have asked',
    de: 'Vergessen, was du gefragt hast',
    fr: 'Oublier ce que vous avez demandé',
    'es-ES': 'Olvidar lo que has preguntado',
  },
};

/** By the English text: an argument may say something else in another command. */
export const ARGUMENT_TRANSLATIONS: readonly Translation[] = [
  {
    en: 'What you want to know, in your own words',
    de: 'Was du wissen willst, in deinen eigenen Worten',
    fr: 'Ce que vous voulez savoir, avec vos propres mots',
    'es-ES': 'Lo que quieres saber, con tus propias palabras',
  },
  {
    en: 'Which story; the current one if you leave it out',
    de: 'Welche Geschichte; ohne Angabe die aktuelle',
    fr: 'Quel article ; sans précision, l’article en cours',
    'es-ES': 'Qué noticia; la actual si no indicas ninguna',
  },
  {
    en: 'One line, short, or full',
    de: 'Eine Zeile, kurz oder ausführlich',
    fr: 'Une ligne, court ou complet',
    'es-ES': 'Una línea, breve o completo',
  },
  {
    en: 'The story to pick',
    de: 'Die Geschichte, um die es gehen soll',
    fr: 'L’article à choisir',
    'es-ES': 'La noticia que quieres elegir',
  },
];

/** For the group that holds the bot's own matters (`/backstory …`). */
export const GROUP_TRANSLATION: Translation = {
  en: 'What concerns the bot itself',
  de: 'Was den Bot selbst betrifft',
  fr: 'Ce qui concerne le bot lui-même',
  'es-ES': 'Lo que concierne al propio bot',
};

export function translationOf(argument: Argument): Translation | undefined {
  return ARGUMENT_TRANSLATIONS.find(({ en }) => en === argument.description);
}
