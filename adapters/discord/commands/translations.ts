import type { Argument } from '../../../src/chat/command-arguments.ts';
import type { Command } from '../../../src/chat/commands.ts';

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
    en: 'Forget what you have asked, and the digests sent to you alone',
    de: 'Vergessen, was du gefragt hast, und was nur dir geschickt wird',
    fr: 'Oublier ce que vous avez demandé, et les envois qui ne vont qu’à vous',
    'es-ES': 'Olvidar lo que has preguntado y los envíos que solo recibes tú',
  },
  'digest subscribe': {
    en: 'Have the brief sent at your hour, and then what changed',
    de: 'Die Zusammenfassung zu deiner Uhrzeit bekommen, danach was sich geändert hat',
    fr: 'Recevoir le résumé à votre heure, puis ce qui a changé',
    'es-ES': 'Recibir el resumen a tu hora y, después, lo que ha cambiado',
  },
  'digest list': {
    en: 'The digests sent here',
    de: 'Was hierher geschickt wird',
    fr: 'Les envois prévus ici',
    'es-ES': 'Los envíos programados aquí',
  },
  'digest change': {
    en: 'Change when, what or where a digest sends',
    de: 'Ändern, wann, was oder wohin geschickt wird',
    fr: 'Changer l’heure, le contenu ou la destination d’un envoi',
    'es-ES': 'Cambiar cuándo, qué o adónde se envía',
  },
  'digest pause': {
    en: 'Stop a digest until you resume it',
    de: 'Anhalten, bis du es fortsetzt',
    fr: 'Suspendre un envoi jusqu’à sa reprise',
    'es-ES': 'Pausar un envío hasta que lo reanudes',
  },
  'digest resume': {
    en: 'Go on with a paused digest',
    de: 'Nach einer Pause fortsetzen',
    fr: 'Reprendre un envoi suspendu',
    'es-ES': 'Reanudar un envío en pausa',
  },
  'digest now': {
    en: 'Send today’s digest at once, instead of at its hour',
    de: 'Die heutige Sendung sofort schicken statt zu ihrer Uhrzeit',
    fr: 'Envoyer tout de suite l’envoi du jour, sans attendre son heure',
    'es-ES': 'Enviar ahora mismo el envío de hoy, sin esperar a su hora',
  },
  'digest preview': {
    en: 'See what a digest would send now, and when the next ones come',
    de: 'Sehen, was jetzt geschickt würde und wann das Nächste kommt',
    fr: 'Voir ce qui serait envoyé maintenant, et quand viennent les prochains envois',
    'es-ES': 'Ver qué se enviaría ahora y cuándo llegan los próximos envíos',
  },
  'digest why': {
    en: 'Why the last digest came, came late, or did not',
    de: 'Warum zuletzt etwas kam, zu spät kam oder ausblieb',
    fr: 'Pourquoi le dernier envoi est arrivé, en retard, ou pas du tout',
    'es-ES': 'Por qué el último envío llegó, llegó tarde o no llegó',
  },
  'digest remove': {
    en: 'Remove a digest for good',
    de: 'Endgültig entfernen',
    fr: 'Supprimer un envoi pour de bon',
    'es-ES': 'Eliminar un envío para siempre',
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
    en: 'One line, short, full, or what changed',
    de: 'Eine Zeile, kurz, ausführlich, oder was sich geändert hat',
    fr: 'Une ligne, court, complet, ou ce qui a changé',
    'es-ES': 'Una línea, breve, completo o lo que ha cambiado',
  },
  {
    en: 'The story to pick',
    de: 'Die Geschichte, um die es gehen soll',
    fr: 'L’article à choisir',
    'es-ES': 'La noticia que quieres elegir',
  },
  {
    en: 'Which story, or all',
    de: 'Welche Geschichte, oder all für alle',
    fr: 'Quel article, ou all pour tous',
    'es-ES': 'Qué noticia, o all para todas',
  },
  {
    en: 'When: 08:00, 8am, 20:30',
    de: 'Wann: 08:00, 8am, 20:30',
    fr: 'Quand : 08:00, 8am, 20:30',
    'es-ES': 'Cuándo: 08:00, 8am, 20:30',
  },
  {
    en: 'Which days: weekdays, daily, mon,wed',
    de: 'An welchen Tagen: weekdays, daily, mon,wed',
    fr: 'Quels jours : weekdays, daily, mon,wed',
    'es-ES': 'Qué días: weekdays, daily, mon,wed',
  },
  {
    en: 'Whose clock: a city or a time zone, such as Kyiv',
    de: 'Welche Uhr: eine Stadt oder Zeitzone, etwa Kyiv',
    fr: 'Quelle heure locale : une ville ou un fuseau, par exemple Kyiv',
    'es-ES': 'Qué hora local: una ciudad o zona horaria, como Kyiv',
  },
  {
    en: 'Dates without a digest: 2026-12-24, 2026-12-31..2027-01-02',
    de: 'Tage ohne Sendung: 2026-12-24, 2026-12-31..2027-01-02',
    fr: 'Dates sans envoi : 2026-12-24, 2026-12-31..2027-01-02',
    'es-ES': 'Fechas sin envío: 2026-12-24, 2026-12-31..2027-01-02',
  },
  {
    en: 'When nothing changed: send it anyway, say so in a line, or stay silent',
    de: 'Wenn sich nichts geändert hat: trotzdem senden, es kurz sagen oder schweigen',
    fr: 'Si rien n’a changé : envoyer quand même, le dire en une ligne, ou se taire',
    'es-ES': 'Si nada ha cambiado: enviar igualmente, decirlo en una línea o callar',
  },
  {
    en: 'Which channel; this one if you leave it out',
    de: 'Welcher Kanal; ohne Angabe dieser',
    fr: 'Quel salon ; sans précision, celui-ci',
    'es-ES': 'Qué canal; este si no indicas ninguno',
  },
  {
    en: 'For you alone, in a DM',
    de: 'Nur für dich, als Direktnachricht',
    fr: 'Pour vous seul, en message privé',
    'es-ES': 'Solo para ti, por mensaje directo',
  },
  {
    en: 'Move it to this channel',
    de: 'In diesen Kanal verlegen',
    fr: 'Déplacer vers ce salon',
    'es-ES': 'Moverlo a este canal',
  },
  {
    en: 'Move it to your DM',
    de: 'In deine Direktnachrichten verlegen',
    fr: 'Déplacer vers vos messages privés',
    'es-ES': 'Moverlo a tus mensajes directos',
  },
  {
    en: 'Which digest; you need not say when there is only one',
    de: 'Welche Sendung; bei nur einer nicht nötig',
    fr: 'Quel envoi ; inutile s’il n’y en a qu’un',
    'es-ES': 'Qué envío; no hace falta si solo hay uno',
  },
];

/** By the word before the sub-commands: `/backstory …` holds the bot's own matters. */
export const GROUP_TRANSLATIONS: Readonly<Record<string, Translation>> = {
  backstory: {
    en: 'What concerns the bot itself',
    de: 'Was den Bot selbst betrifft',
    fr: 'Ce qui concerne le bot lui-même',
    'es-ES': 'Lo que concierne al propio bot',
  },
  digest: {
    en: 'The story’s news at your hour',
    de: 'Das Neue zur Geschichte zu deiner Uhrzeit',
    fr: 'Les nouvelles de l’article à votre heure',
    'es-ES': 'Las novedades de la noticia a tu hora',
  },
};

export function translationOf(argument: Argument): Translation | undefined {
  return ARGUMENT_TRANSLATIONS.find(({ en }) => en === argument.description);
}
