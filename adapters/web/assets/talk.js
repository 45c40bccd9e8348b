// Makes the chat on a page quicker: answers arrive without loading the page again, and what they cite is lit up
// in the story. Everything works without it, by forms and links alone.

const form = document.getElementById('ask-form');
const pressForm = document.getElementById('press-form');
const talk = document.getElementById('talk');
const log = document.querySelector('.log');

/** Why a question was not taken, in words for whoever asked. */
class Refusal extends Error {}

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

/** Leads from a cited sentence back to where the next question is asked. */
const back = document.createElement('a');
back.className = 'back';
back.href = '#question';
back.textContent = form?.dataset.back ?? '';

function darken() {
  back.remove();
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
  sentence.after(back);
});

if (form && pressForm && talk) {
  const { said } = form.elements;
  /** What was asked last; the next waits for its answer, which may be what it is about. */
  let answering = Promise.resolve();
  /** What is waited for, newest last. */
  const asked = [];

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

  const isPress = (button) => button?.name === 'press';

  const ask = async (turn, data) => {
    // What the talk goes on with came with the answer before.
    for (const name of ['talk', 'turn']) data.set(name, form.elements[name].value);
    data.set('part', 'turn');
    const response = await fetch('/ask', { method: 'POST', body: new URLSearchParams(data) });
    const markup = await response.text();
    if (!response.ok) {
      const page = new DOMParser().parseFromString(markup, 'text/html');
      throw new Refusal(page.querySelector('main h1 + p')?.textContent ?? form.dataset.failed);
    }
    for (const { elements } of [form, pressForm]) {
      elements.talk.value = response.headers.get('x-talk') ?? '';
      elements.turn.value = response.headers.get('x-turn') ?? '';
    }
    // A talk that was forgotten is none: there is nothing to forget or to show.
    const isNone = form.elements.talk.value === '';
    for (const other of pressForm.querySelectorAll('.forget, .to-preview')) other.hidden = isNone;
    if (isNone) while (turn.previousElementSibling) turn.previousElementSibling.remove();
    show(turn, markup);
  };

  const take = async (event) => {
    const button = event.submitter;
    if (button?.hasAttribute('formaction')) return;
    event.preventDefault();
    const words = isPress(button) ? button.textContent : said.value.trim();
    // Pressed twice, it is asked once.
    if (asked.at(-1) === words) return;
    const data = new FormData(event.target, button?.name ? button : undefined);
    if (isPress(button)) {
      // A pressed button goes with its answer; without this the focus would be lost with it.
      log?.focus({ preventScroll: true });
    } else {
      // At once, so that what is typed meanwhile stays.
      said.value = '';
    }
    asked.push(words);
    const turn = begin(words);
    answering = answering
      .then(() => ask(turn, data))
      .catch((error) => {
        fail(turn, error instanceof Refusal ? error.message : form.dataset.failed);
        if (!isPress(button) && said.value === '') said.value = words;
      });
    await answering;
    asked.shift();
  };
  form.addEventListener('submit', take);
  pressForm.addEventListener('submit', take);
}
