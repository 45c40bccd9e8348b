/** What `backstory help` prints. */
export const USAGE = `Backstory briefs you on a news story in the story's own words, and answers questions about it.

  backstory                              talk about the stories in the terminal
  backstory chat [STORY]                 talk about one story
  backstory brief STORY [--depth line|short|full] [--json]
                                         sum a story up
  backstory ask STORY "QUESTION" [--json]
                                         answer one question
  backstory ask STORY --jsonl            answer {"id","question","follows"?} lines from the input
  backstory check [--strict] [FILE...]   find what is wrong with stories and say how to mend it
  backstory start [--no-chat]            run the service; with a terminal, talk to it here
  backstory digest list|failed           the subscriptions; the digests that could not be delivered
  backstory digest retry ID...|--all     make those that failed due again
  backstory digest preview ID            what a subscription would be sent now, and its next times
  backstory discord register [--guild ID] [--dry-run]
                                         register the commands on Discord, everywhere or in one server
  backstory slack manifest [--url URL] [--socket]
                                         the Slack app's settings, to paste where Slack makes an app
  backstory migrate [--status]           bring the data's form up to date, or say how it is
  backstory backup FILE                  write all data to a file; the service may go on meanwhile
  backstory restore FILE [--replace]     put a backup in place of the data, while no service runs
  backstory doctor                       say what is missing or wrong in the settings and on the platforms
  backstory help                         this
  backstory version                      which version this is

STORY is a file (a path with a "/", or ending in .md, .txt or .html) or the name of a story in the
stories folder. Settings are explained in .env.example.
Exit codes: 0 fine, 1 it could not be done, 2 wrong use.
`;
