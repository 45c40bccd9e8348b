// Checks the training stories and questions of this directory and counts them.
//
//   node bench/training/check.mjs
//
// Every problem is one line on stderr with its file and line; the exit code is 1 when there is any.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const directory = import.meta.dirname;
const TYPES = new Set(
  'who what when where why how how_many yes_no quote keyword name followup paraphrase typo unanswerable'.split(' '),
);

/** Problems found, each `file:line: what is wrong`. */
const problems = [];

/** The story's paragraphs as one text; reports front matter that is missing or incomplete. */
function bodyOf(file) {
  const text = readFileSync(join(directory, file), 'utf8');
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]+)$/.exec(text);
  if (!parts) {
    problems.push(`${file}:1: no front matter`);
    return text;
  }
  for (const key of ['title', 'published', 'source']) {
    if (!new RegExp(`^${key}: \\S`, 'm').test(parts[1])) problems.push(`${file}:1: front matter lacks ${key}`);
  }
  return parts[2];
}

/** What is wrong with one question; `earlier` holds the ids before it in its file. */
function faultsOf(row, body, earlier) {
  const faults = [];
  if (typeof row.question !== 'string' || row.question.trim() === '') faults.push('no question');
  if (!TYPES.has(row.type)) faults.push(`unknown type ${row.type}`);
  if (row.follows !== undefined && !earlier.has(row.follows)) faults.push(`follows ${row.follows}, which is not before it`);
  if (row.type === 'followup' && row.follows === undefined) faults.push('a follow-up that follows nothing');
  if (!Array.isArray(row.gold) || !Array.isArray(row.spans)) return [...faults, 'gold and spans must be lists'];
  if (row.answerable !== (row.type !== 'unanswerable')) faults.push('answerable does not fit the type');
  if (row.answerable !== row.gold.length > 0 || row.answerable !== row.spans.length > 0) {
    faults.push('gold and spans must be given exactly when answerable');
  }
  for (const gold of row.gold) if (!body.includes(gold)) faults.push(`gold is not in the story: ${gold}`);
  for (const span of row.spans) {
    if (!row.gold.some((gold) => gold.includes(span))) faults.push(`span is in no gold sentence: ${span}`);
  }
  return faults;
}

const seen = new Set();
const counts = new Map();
let stories = 0;

for (const file of readdirSync(directory).filter((name) => name.endsWith('.md') && name !== 'README.md').sort()) {
  const body = bodyOf(file);
  const questions = file.replace(/\.md$/, '.jsonl');
  stories += 1;
  const earlier = new Set();
  let lines = [];
  try {
    lines = readFileSync(join(directory, questions), 'utf8').trimEnd().split('\n');
  } catch {
    problems.push(`${questions}:1: missing`);
  }
  for (const [index, line] of lines.entries()) {
    const where = `${questions}:${index + 1}`;
    let row;
    try {
      row = JSON.parse(line);
    } catch {
      problems.push(`${where}: not JSON`);
      continue;
    }
    if (seen.has(row.id)) problems.push(`${where}: id ${row.id} is used twice`);
    for (const fault of faultsOf(row, body, earlier)) problems.push(`${where}: ${fault}`);
    seen.add(row.id);
    earlier.add(row.id);
    counts.set(row.type, (counts.get(row.type) ?? 0) + 1);
  }
}

for (const [type, count] of [...counts].sort((a, b) => b[1] - a[1])) console.log(`${type.padEnd(14)}${count}`);
console.log(`${stories} stories, ${seen.size} questions, ${problems.length} problems`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;
