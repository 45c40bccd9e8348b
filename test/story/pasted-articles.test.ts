import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseArticle } from '../../src/story/parse-article.ts';

/** Articles as they come from a browser's clipboard or a reader's export, and the paragraphs that are theirs. */
const PASTED: Readonly<Record<string, readonly string[]>> = {
  'ferry.txt': [
    'Rescue teams search for survivors as officials say boat was overloaded.',
    'At least 42 people are missing after a ferry carrying more than 100 passengers sank off the coast of Coral Island, officials have said.',
    'The MV Horizon went down in heavy seas late on Sunday, about 12km (7.5 miles) from the port of San Miguel, the coastguard said in a statement.',
    '“The boat was carrying at least 30 people more than its licence allows,” Capt. Luis Ortega told reporters. | “We will find out why.',
    '“Nobody should have to choose between going home and staying alive.”',
    'Survivors said the crew had handed out life jackets only after water reached the deck.',
  ],
  'bus-strike.txt': [
    'Drivers of school buses in West Yorkshire have voted to end a strike that left 9,000 pupils without transport.',
    'Members of the Unite union backed a deal worth 6.5% over two years.',
    'More than 300 drivers walked out on 9 September in a row over pay.',
    'Unite\'s regional officer, Mark Heaton, said: "This is a fair deal.',
    '"Our members stood firm, and they have been rewarded."',
    'The company, Moorline, said it was "pleased" that services would resume on Thursday.',
  ],
  'dam.md': [
    'Thousands flee as engineers race to lower water behind the century-old dam',
    'About 2,000 people were told to leave their homes on Thursday after part of a dam wall collapsed in heavy rain.',
    'Police said there was a "real risk" that the reservoir, which holds 1.3m tonnes of water, could give way.',
    '"It\'s mayhem," said resident Carolyn Whittle. | "People are panicking."',
    'The Environment Agency issued a danger to life warning covering the River Goyt.',
    'Engineers pumped 7,000 litres a minute from the reservoir overnight, Deputy Ch. Const. Rachel Swann said.',
    '"We\'re not out of the woods", she said. | "The next 24 hours are critical."',
  ],
  'wildfire.txt': [
    'SACRAMENTO, Calif. (AP) — Gov. Maria Delgado signed a $1.1 billion wildfire bill Friday, ending weeks of delay over who will pay for it.',
    'The law lets the state hire 1,400 firefighters by Jan. 1. | It also bars insurers, incl. Acme Mutual Inc., from dropping homeowners for a year.',
    '"This is long overdue," Delgado said at a ceremony in St. Helena, where the Glass Fire burned 67,000 acres in 2020. | "It won\'t bring back Lt. Col. James Ortiz, who died there. | But it might save the next one."',
    'Sen. Bill Hart, R-Fresno, voted no. | "We can\'t tax our way out of fire," he said.',
  ],
  'vaccine.txt': [
    'A large trial of a malaria vaccine has been paused after a participant fell ill, its maker said on Tuesday.',
    'The company, Northgate Bio, said an independent board would review the case.',
    '“Pauses of this kind are routine,” said Dr. Helen Marsh, who leads the trial.',
    'The study has enrolled 6,000 children in Kenya, Ghana and Malawi.',
    'Results had been expected by Dec. 15.',
    'Health officials in Nairobi urged parents not to panic.',
  ],
};

it.each(Object.keys(PASTED))(
  '%s: the story’s paragraphs and sentences, whole, and nothing of the page',
  (name) => {
    const bytes = readFileSync(new URL(`../fixtures/pasted/${name}`, import.meta.url));
    const { article, problems } = parseArticle(bytes, { file: name });
    const found = article?.paragraphs.map(({ sentences }) => sentences.map(({ text }) => text).join(' | '));
    expect(found).toEqual(PASTED[name]);
    expect(
      article?.paragraphs.flatMap(({ sentences }) => sentences.filter(({ damaged }) => damaged)),
    ).toEqual([]);
    expect(problems).toEqual([]);
  },
);
