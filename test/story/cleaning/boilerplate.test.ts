import { describe, expect, it } from 'vitest';
import { findBoilerplate } from '../../../src/story/cleaning/boilerplate.ts';

const inside = (text: string) => findBoilerplate({ text, linked: 0, atEdge: false, heading: false });
const atEdge = (text: string) => findBoilerplate({ text, linked: 0, atEdge: true, heading: false });
const linked = (text: string) => findBoilerplate({ text, linked: 1, atEdge: false, heading: false });

describe('a line of the page', () => {
  it.each([
    'Advertisement',
    'ADVERTISEMENT',
    '► Advertisement',
    'Advertisement - scroll to continue',
    'Story continues below advertisement',
    'Article continues below',
    'Share',
    'Share this',
    'Share this article',
    'Share on Facebook',
    'Share this with: Email Facebook Messenger Twitter WhatsApp LinkedIn',
    'Share via Facebook, X or e-mail.',
    '12 comments',
    '1.2K shares',
    'Copy link',
    'Follow us on Twitter and Instagram',
    'Follow Jane Doe on Twitter: @janedoe',
    'FOLLOW US ON FACEBOOK',
    'Sign up for our newsletter',
    'Sign up for the Morning Brief newsletter, delivered every weekday.',
    'Subscribe to our newsletter to get the day’s top stories in your inbox.',
    'Get the latest news delivered straight to your inbox',
    'Enter your email address to receive our daily newsletter.',
    'Thank you for signing up!',
    'We use cookies to give you the best experience on our website.',
    'This website uses cookies. By continuing to browse you agree to our cookie policy.',
    'By clicking “Accept all”, you agree to the storing of cookies on your device.',
    'Cookie settings',
    'Read more',
    'Read more: Why the border matters',
    'READ MORE: Ukraine crisis: what you need to know',
    'Read more about the election here.',
    'Also read: The markets this week',
    'Related: Biden warns of invasion',
    'RELATED STORIES',
    'See also: A timeline of the crisis.',
    'More from the BBC',
    'More on Ukraine',
    'You might also like',
    'You may also like:',
    'Recommended stories',
    'Most read',
    'WATCH: Biden speaks to reporters',
    'Watch | The moment the bridge fell',
    'Photo: Reuters',
    'Photo by Jane Doe/AFP via Getty Images',
    'Image source, Getty Images',
    'Image caption, The bridge was closed on Friday.',
    'FILE PHOTO: A tank drives past a village in June 2021. REUTERS/Jane Doe',
    'FILE - In this Jan. 6, 2021, file photo, people walk past the Capitol.',
    'Soldiers walk past a trench near Kyiv [Jane Doe/Reuters]',
    'The president speaks to reporters in Washington [File: Jane Doe/AP Photo]',
    'Rescue workers at the scene on Friday (Photo: Jane Doe)',
    'Rescue workers at the scene on Friday. (AP Photo/Jane Doe)',
    'The minister leaves Downing Street on Friday. Photograph: Jane Doe/AFP/Getty Images',
    'Getty Images',
    'Jane Doe/AFP',
    '4 min read',
    '5-minute read',
    'Reading time: 4 minutes',
    'Published 3 hours ago',
    'Published 20 January 2022',
    'Updated: January 20, 2022 at 5:30 PM',
    'Last updated on 20 Jan 2022, 14:05 GMT',
    'Click here to subscribe',
    'Download our app for breaking news',
    'Support our journalism today',
    'Become a member and get full access.',
    '© 2022 The Daily News. All rights reserved.',
    'Copyright 2022 The Associated Press. All rights reserved. This material may not be published.',
    'Do you have a story to tell? Email us at tips@example.org',
    'This article was originally published in The Conversation.',
    'Please enable JavaScript to view this video.',
    'This video can not be played',
    'List of 4 items',
    'list 1 of 4',
  ])('is found: %s', (text) => {
    expect(inside(text)).toBeTypeOf('string');
  });

  it.each([
    '20 January 2022',
    'Thu, 20 Jan 2022 10:15 GMT',
    'By Jane Doe',
    'By Jane Doe and John Smith, Associated Press',
    'BY JANE DOE',
    'By Jane van der Berg in Brussels',
    'Written by Jane Doe',
    'By A. N. Other | Reuters',
    '(Reporting by Jane Doe in Kyiv; Editing by John Smith)',
    'Reporting by Jane Doe; additional reporting by John Smith; writing by Ann Lee.',
    'Source: Al Jazeera and news agencies',
    'With inputs from agencies',
    'Additional reporting by John Smith in Moscow',
  ])('is found near the top or the end: %s', (text) => {
    expect(atEdge(text)).toBeTypeOf('string');
  });

  it.each(['Biden predicts Russia will invade Ukraine', 'Why the border matters: five questions'])(
    'is found where it is all link: %s',
    (text) => {
      expect(linked(text)).toBeTypeOf('string');
      expect(inside(text)).toBeUndefined();
    },
  );
});

describe('a sentence of the story stays', () => {
  it.each([
    'Share prices fell by 5 percent on Friday.',
    'Share on, share alike was the motto of the village.',
    'Shares in Facebook and Twitter fell.',
    'Share of voters who back the plan on Twitter has risen.',
    'Advertisement spending rose in the second quarter.',
    'Advertisements for tobacco were banned in 2003.',
    'Cookies sold by Girl Scouts raised $40,000.',
    'The site uses cookies to track users, regulators said.',
    'We baked cookies, she recalled, and sold them to our neighbours at the market.',
    '“We use cookies to improve our website,” the company said.',
    'The newsletter reached 40,000 readers before it folded.',
    'Newsletter publishers said they would sue.',
    'Sign-ups for the newsletter doubled.',
    'Subscribers paid nothing for our newsletter, the editor said.',
    'Get well soon cards arrived from all over the country.',
    'Read more books, the minister told children.',
    'Read more than once, the letter still makes no sense.',
    'Related crimes rose by 5 percent.',
    'Related or not, to be kin was not enough, the judge said.',
    'More from habit than from hope, he went on.',
    'More on the ground than in the air, the battle lasted a day.',
    'Watch dogs were trained at the border.',
    'Watching the vote, she wept.',
    'Listen to the people, he told the parliament.',
    'Most read the letter in silence.',
    'Follow-up talks on Facebook posts are due.',
    'Follow the money, prosecutors say on Twitter.',
    'Like many on Twitter, she was angry.',
    'Photos by the satellite show the crater.',
    'Photographs of the scene were released on Friday.',
    'Image was everything to the company.',
    'Images from the Hubble telescope (NASA) show a galaxy.',
    'He works for the Associated Press (AP).',
    'A poll found support had fallen (Reuters/Ipsos).',
    'According to Agence France-Presse (AFP), 20 people died.',
    'File sharing was legal there.',
    'Filed on Monday, the suit names two banks.',
    'Published in 2019, the book sold 2 million copies.',
    'Updated figures showed a rise of 20 percent.',
    'Posted on Friday, the video was seen by 3 million people.',
    'Click fraud costs advertisers billions.',
    'Tap water was unsafe for 5 days.',
    'Support for our troops is strong, work or not, he said today.',
    'Become a teacher, her father had said.',
    'Copyright law has not changed since 1998.',
    'Copyright holders sued in 2020.',
    'Contact with the crew was lost at 4 p.m.',
    'Email us the file, he wrote, “and we will look”.',
    'An article of the constitution was first published in 1949, she said.',
    'This story is about a family.',
    'This article of faith was originally his father’s.',
    'Comments by the minister drew anger.',
    'Save the Children said on Friday that 20 people had died.',
    'Print runs have halved.',
    'Video of the attack was shared widely.',
    'Live ammunition was used.',
    'Trending upwards since May, prices reached a peak.',
    'Popular anger grew.',
    'Top stories of the tower were evacuated.',
    'Loading the trucks took all night.',
    'Accept the result, he told his supporters.',
    'By Monday the troops had left.',
    'You might also like to think of the children, she said.',
    'The president spoke.',
    '“Advertisement”',
    'What happened next?',
    '1.5 million people fled.',
    '20 January 2022',
  ])('%s', (text) => {
    expect(inside(text)).toBeUndefined();
  });

  it.each([
    'By Monday Ukraine had asked Nato for help.',
    'By nightfall the town was empty',
    'By Land and Sea',
    'By Christmas Eve',
    'Reporting by the New York Times showed that the bank knew.',
    'Writing by hand helps memory.',
    'Source code was leaked.',
    'With additional troops from Belarus were seen tanks.',
    'On 20 January 2022 the talks began.',
  ])('even near the top or the end: %s', (text) => {
    expect(atEdge(text)).toBeUndefined();
  });

  it('when it is a sentence that is all link', () => {
    expect(linked('Biden said on Friday that Russia would invade.')).toBeUndefined();
    expect(linked('https://example.org/a long address')).toBeUndefined();
  });

  it('when it is a heading, unless the heading is a label of the page', () => {
    const heading = (text: string) => findBoilerplate({ text, linked: 0, atEdge: true, heading: true });
    expect(heading('By Jane Doe')).toBeUndefined();
    expect(heading('20 January 2022')).toBeUndefined();
    expect(heading('Related stories')).toBeTypeOf('string');
  });
});

// The limit is the test's own: a pattern that backtracks takes minutes.
it('gets through any text before the test is given up', () => {
  const hostile = [
    '(a ',
    '[a/',
    'Share facebook ',
    'by A, ',
    'get our ',
    'cookie we use ',
    'more from ',
    '”',
    'photo: A/',
  ];
  for (const part of hostile)
    for (const length of [100, 400, 800, 100_000])
      expect(() => inside(part.repeat(length / part.length))).not.toThrow();
});
