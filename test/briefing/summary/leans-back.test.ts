import { describe, expect, it } from 'vitest';
import { leansBack, looksElsewhere } from '../../../src/briefing/summary/leans-back.ts';

describe('opens on something said before', () => {
  it.each([
    'He has to do something.',
    'But the vote went ahead.',
    'However, the vote went ahead.',
    'This surprised nobody.',
    'They were denied visas.',
    'The two met in Geneva.',
    'Both were bound for Las Palmas.',
    'One of them was armed.',
    'Many of its members agreed.',
    'Several have resigned.',
    'After that, the talks ended.',
    'In it the president said that he would go.',
    'Six minutes later, Lukaku scored.',
    'Three days before that the police had come.',
    'On Tuesday, he flew to Kyiv.',
    'By November he was short of breath.',
    'In Washington, she met the president.',
    'In the Commons on Friday he would say only that talks went on.',
    'While he was still on his feet his men walked in.',
    'Asked by a reporter, he shuffled his notes.',
    'There the commander said that it was over.',
    'As a result, shares fell.',
    'For example, schools can vote.',
    '“It is a breakthrough,” Smith said.',
    'It came minutes after a fire.',
    'It was his second attempt.',
    'The rest were unhurt.',
  ])('%s', (text) => expect(leansBack(text)).toBe(true));
});

describe('stands alone', () => {
  it.each([
    'The council voted on Thursday to close the bridge.',
    'On Tuesday, the government announced a plan.',
    'According to Mr Wilkins, he was asleep.',
    'When Smith arrived, he was arrested.',
    'While she was at school, Amina Diallo learned to code.',
    'After Storm Eva, it rained for a week.',
    'It is feared that dozens have drowned.',
    'It was not until 1998 that the law changed.',
    'It took three weeks to find the wreck.',
    'There is no evidence that it works.',
    'Two hundred people live there.',
    'Butter prices rose.',
    'Thousands marched through Paris.',
    'Iran and six powers struck a deal.',
  ])('%s', (text) => expect(leansBack(text)).toBe(false));
});

it('a pronoun with no name before it in its sentence looks elsewhere', () => {
  expect(looksElsewhere('Doctors said that pneumonia had killed him.')).toBe(true);
  expect(looksElsewhere('Doctors told Louis Washkansky that they would try.')).toBe(false);
  expect(looksElsewhere('The woman who paid a million says she will keep it.')).toBe(false);
});
