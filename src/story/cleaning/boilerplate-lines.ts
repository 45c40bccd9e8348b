/** Lines a page prints around its article, without their punctuation, in lower case. */
export const PAGE_LINES: ReadonlySet<string> = new Set(
  `advertisement|advertisements|advert|ad|ads|sponsored|sponsored content|paid content|promoted content
  story continues below|story continues below advertisement|article continues below
  article continues below advertisement|article continues after advertisement|article continues after ad
  story continues after advertisement|continue reading|continue reading below|keep reading|scroll to continue
  advertisement scroll to continue|advertisement story continues below|skip advertisement|end of list
  read more|read more here|read also|also read|read next|see also|see more|view more|load more|show more
  learn more|find out more|click here|watch|watch now|watch live|listen|listen to this article|up next
  share|shares|share this|share this article|share this story|share this page|share this post|share this video
  share article|share story|share options|save|save article|print|print this article|email|email this article
  tweet|pin it|copy|copy link|link copied|follow|follow us|subscribe|subscribe now|sign up|sign up now|sign in
  log in|login|register|newsletter|newsletters|sign up for our newsletter|comments|comment|leave a comment
  post a comment|add a comment|join the conversation|view comments|show comments|hide comments|report a typo
  skip to content|skip to main content|back to top|menu|close|loading|getty images|file photo|image|photo
  facebook|twitter|whatsapp|linkedin|telegram|reddit|pinterest|messenger|instagram|youtube|flipboard|about sharing
  play video|video|photo gallery|accept|accept all|accept cookies|accept all cookies|reject all|manage cookies
  manage preferences|cookie policy|cookie settings|cookie preferences|privacy policy|privacy settings|terms of use
  terms of service|terms and conditions|all rights reserved|contact us|about us|gift this article|give feedback
  was this article helpful|what do you think|image caption|image source|media caption|breaking news alerts`
    .split(/[|\n]/)
    .map((line) => line.trim()),
);

/** Lines that head a list of other stories: the links under them go too. */
export const LIST_HEADS: ReadonlySet<string> = new Set(
  `you might also like|you may also like|you might like|you may like|you might be interested in
  you may be interested in|related|related articles|related stories|related content|related coverage|related news
  related topics|related links|related posts|related internet links|related reading|related video|related videos|related tags
  recommended|recommended stories|recommended for you|recommended reading|more on this story|more on this
  more on this topic|more stories|more news|more like this|more to read|more coverage|most read|most popular
  most viewed|most watched|popular|popular stories|trending|trending now|trending stories|top stories
  latest stories|latest news|latest updates|latest from|editor's picks|editors' picks|editor's choice|what to read next
  from the web|around the web|promoted stories|also on|also in the news|tags|topics|read more|read also|also read|see also`
    .split(/[|\n]/)
    .map((line) => line.trim()),
);
