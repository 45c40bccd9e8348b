import { CLUE } from './clues.ts';
import type { Question } from './question.ts';

/** The kinds of answer a question wants, as bits of `CLUE`; 0 when its type tells nothing. */
export function wanted(question: Question): number {
  const text = question.text.toLowerCase();
  switch (question.type) {
    case 'how-many':
      if (
        /how (?:much|many) (?:did|does|is|will|would|was)?.*\b(?:cost|pay|paid|worth|spend|spent|price|earn|money|charge)|how much/.test(
          text,
        )
      )
        return CLUE.number | CLUE.money;
      if (/how old|\bage\b/.test(text)) return CLUE.number | CLUE.age;
      if (/percent|per cent|share|proportion|fraction|turnout/.test(text)) return CLUE.number | CLUE.percent;
      if (/\bscore(?:line)?\b|\bresult\b/.test(text)) return CLUE.number | CLUE.score;
      if (
        /how (?:far|tall|high|deep|wide|heavy|fast|hot|cold)\b|\b(?:height|depth|weight|speed|distance|temperature)\b/.test(
          text,
        )
      )
        return CLUE.number | CLUE.measure;
      if (/how long/.test(text)) return CLUE.number | CLUE.duration;
      return CLUE.number;
    case 'when':
      if (/what time|which hour|o'clock/.test(text)) return CLUE.clock | CLUE.date;
      return /year/.test(text) ? CLUE.year : CLUE.date | CLUE.year | CLUE.clock;
    case 'where':
      return CLUE.place;
    case 'who':
      return CLUE.name | CLUE.role;
    case 'why':
      return CLUE.reason;
    case 'how':
      return CLUE.manner;
    case 'quote':
      return CLUE.saying | CLUE.quote;
    case 'what':
    case 'yes-no':
    case 'topic':
      return 0;
    default:
      return question.type satisfies never;
  }
}
