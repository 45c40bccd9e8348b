// Makes the chat on a page quicker: answers arrive without loading the page again, and what they cite is lit up
// in the story. Everything works without it, by forms and links alone.

const form = document.getElementById('ask-form');
const pressForm = document.getElementById('press-form');
const talk = document.getElementById('talk');
const log = document.querySelector('.log');

/** The sentence's words again without marks, as one text. */
function unmark(sentence) {
  sentence.classList.remove('lit');
  for (const mark of sentence.querySelectorAll('mark')) mark.replaceWith(...mark.childNodes);
  sentence.normalize();
}

/** Lights up the sentence that a citation leads to, and the part of it that matters most. */
function light(citation) {
  const { hash, pathname } = citation;
  if (pathname !== undefined && citation.getAttribute('href')?.startsWith('#') !== true) return undefined;
  const sentence = document.getElementById(hash.slice(1));
  if (!sentence?.classList.contains('s')) return undefined;
  unmark(sentence);
  sentence.classList.add('lit');
  const at = Number(sentence.dataset.at);
  const from = Number(citation.dataset.from) - at;
  const to = Number(citation.dataset.to) - at;
  const words = sentence.firstChild;
  const length = sentence.textContent.length;
  if (words && from >= 0 && to <= length && from < to && to - from < length) {
    const range = document.createRange();
    range.setStart(words, from);
    range.setEnd(words, to);
    range.surroundContents(document.createElement('mark'));
  }
  return sentence;
}

function darken() {
  for (const sentence of document.querySelectorAll('.s.lit')) unmark(sentence);
}

document.addEventListener('click', (event) => {
  const citation = event.target instanceof Element ? event.target.closest('a.cite') : null;
  if (!citation || event.ctrlKey || event.metaKey || event.shiftKey) return;
  darken();
  for (const other of document.querySelectorAll('.cite.current')) other.classList.remove('current');
  citation.classList.add('current');
  const sentence = light(citation);
  if (!sentence) return;
  // Whoever goes by keyboard or by ear goes on from the sentence.
  sentence.tabIndex = -1;
  sentence.focus({ preventScroll: true });
});

if (form && pressForm && talk) {
  const { said } = form.elements;
  let waiting = false;

  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  };

  /** The question at once, and a sign that it is being answered. */
  const begin = (words) => {
    const turn = element('li', 'turn');
    const question = element('p', 'said');
    question.append(element('span', 'unseen', `${form.dataset.you} `), words);
    turn.append(question, element('p', 'note', form.dataset.thinking));
    talk.append(turn);
    turn.scrollIntoView({ block: 'nearest' });
    return turn;
  };

  const show = (turn, markup) => {
    const template = document.createElement('template');
    template.innerHTML = markup;
    const answered = template.content.querySelector('.turn');
    if (!answered) throw new Error('no answer');
    for (const old of document.querySelectorAll('.turn .actions, .welcome .actions')) old.remove();
    turn.replaceWith(answered);
    darken();
    if (answered.dataset.tone === 'answer') {
      for (const citation of answered.querySelectorAll('.quote a.cite')) light(citation);
    }
    // The question and the beginning of the answer, should both not fit.
    answered.scrollIntoView({ block: 'nearest' });
    if (log && answered.offsetHeight > log.clientHeight) log.scrollTop = answered.offsetTop - talk.offsetTop;
  };

  const fail = (turn, words) => {
    turn.querySelector('.note')?.replaceWith(element('p', 'trouble', words));
  };

  const ask = async (button, data) => {
    const words = button?.name === 'press' ? button.textContent : said.value.trim();
    const forgets = button?.value === 'forget';
    const turn = begin(words);
    data.set('part', 'turn');
    try {
      const response = await fetch('/ask', { method: 'POST', body: new URLSearchParams(data) });
      const markup = await response.text();
      if (!response.ok) {
        const page = new DOMParser().parseFromString(markup, 'text/html');
        fail(turn, page.querySelector('main h1 + p')?.textContent ?? form.dataset.failed);
        return;
      }
      for (const { elements } of [form, pressForm]) {
        elements.talk.value = response.headers.get('x-talk') ?? '';
        elements.turn.value = response.headers.get('x-turn') ?? '';
      }
      for (const button of pressForm.querySelectorAll('.forget, .to-preview')) button.hidden = false;
      if (forgets) for (const old of talk.querySelectorAll('.turn')) if (old !== turn) old.remove();
      show(turn, markup);
      if (button?.name !== 'press') said.value = '';
    } catch {
      fail(turn, form.dataset.failed);
    }
  };

  const take = async (event) => {
    const button = event.submitter;
    if (button?.hasAttribute('formaction')) return;
    event.preventDefault();
    if (waiting) return;
    waiting = true;
    // A pressed button goes with its answer; without this the focus would be lost with it.
    if (button?.name === 'press') log?.focus({ preventScroll: true });
    await ask(button, new FormData(event.target, button?.name ? button : undefined));
    waiting = false;
  };
  form.addEventListener('submit', take);
  pressForm.addEventListener('submit', take);
}
