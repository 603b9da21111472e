// Commands over any page (Ctrl K): patients first, then acts, then pages. What is typed goes by POST.

let dialog, from, asked = 0, timer;

const options = () => [...dialog.querySelectorAll('[role="option"]')];
const input = () => dialog.querySelector('input');

const choose = option => {
  for (const other of options()) other.setAttribute('aria-selected', String(other === option));
  if (option) {
    option.id ||= `po-x${options().indexOf(option)}`;
    input().setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  } else input().removeAttribute('aria-activedescendant');
};

const fits = (word, words) => words.toLowerCase().split(/\s+/).filter(Boolean)
  .every(part => word.toLowerCase().split(/\s+/).some(own => own.startsWith(part)));

// What the focused row can do stands before everything else that is not a patient.
const rowActs = words => {
  const row = from?.closest?.('[data-row]');
  if (!row) return [];
  return [...document.querySelectorAll('.keys [data-letter]')]
    .map(hint => ({ letter: hint.dataset.letter, word: hint.lastElementChild.textContent }))
    .map(act => ({ ...act, get: row.getAttribute(`data-key-${act.letter}`), post: row.getAttribute(`data-post-${act.letter}`) }))
    .filter(act => (act.get || act.post) && fits(act.word, words));
};

const line = act => {
  const option = Object.assign(document.createElement('div'), { className: 'po' });
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  const word = Object.assign(document.createElement('span'), { className: 'grow clip', textContent: act.word[0].toUpperCase() + act.word.slice(1) });
  option.append(word, Object.assign(document.createElement('kbd'), { textContent: act.letter.toUpperCase() }));
  option.addEventListener('click', () => {
    const back = from;
    dialog.close();
    if (act.get) document.dispatchEvent(new CustomEvent('desk:open', { detail: { url: act.get, from: back } }));
    else document.dispatchEvent(new CustomEvent('desk:act', { detail: { url: act.post } }));
  });
  return option;
};

const fill = (html, words) => {
  const chosen = options().find(option => option.getAttribute('aria-selected') === 'true')?.getAttribute('href');
  const list = dialog.querySelector('.list');
  list.innerHTML = html;
  const acts = rowActs(input().value);
  if (acts.length) {
    list.querySelector('.say')?.remove(); // "Nothing is called …"
    const head = Object.assign(document.createElement('div'), { className: 'gh', textContent: 'With the selected row' });
    head.setAttribute('role', 'presentation');
    const second = [...list.querySelectorAll('.gh')].find(other => other.textContent !== 'Patients');
    const lines = [head, ...acts.map(line)];
    if (second) second.before(...lines); else list.prepend(...lines);
  }
  input().dataset.answered = words;
  choose(options().find(option => chosen && option.getAttribute('href') === chosen) ?? options()[0]);
};

const ask = () => {
  const number = ++asked, words = input().value;
  const body = new URLSearchParams({ words }).toString();
  return new Promise(done => document.dispatchEvent(new CustomEvent('desk:post', { detail: { url: '/commands', body, done: async answer => {
    if (answer?.ok && number === asked && dialog.open) fill(await answer.text(), words);
    done();
  } } })));
};

const build = () => {
  dialog = Object.assign(document.createElement('dialog'), { className: 'dlg pal' });
  dialog.setAttribute('aria-label', 'Commands');
  const top = Object.assign(document.createElement('div'), { className: 'ask-in' });
  const icon = document.querySelector('.find > svg').cloneNode(true);
  const field = Object.assign(document.createElement('input'), { id: 'palette', autocomplete: 'off', spellcheck: false });
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-label': 'Command, patient or page', 'aria-expanded': 'true', 'aria-controls': 'palette-list', 'aria-autocomplete': 'list' })) field.setAttribute(name, value);
  top.append(icon, field, Object.assign(document.createElement('kbd'), { textContent: 'Esc' }));
  const list = Object.assign(document.createElement('div'), { className: 'list', id: 'palette-list' });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Results');
  dialog.append(top, list);
  dialog.addEventListener('close', () => { clearTimeout(timer); asked++; dialog.remove(); from?.focus?.(); });
  dialog.addEventListener('click', event => {
    if (event.target === dialog) dialog.close();
    if (event.target.closest('a[role="option"]')) dialog.close();
  });
  field.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, 90); });
  dialog.addEventListener('keydown', async event => {
    const all = options(), at = all.findIndex(option => option.getAttribute('aria-selected') === 'true');
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && all.length) { event.preventDefault(); choose(all[(at + step + all.length) % all.length]); }
    else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      clearTimeout(timer);
      if (field.dataset.answered !== field.value) await ask();
      if (field.dataset.answered !== field.value) return; // no answer came, or one typed on
      options().find(option => option.getAttribute('aria-selected') === 'true')?.click();
    }
  });
};

document.addEventListener('click', event => {
  const link = event.target.closest?.('[data-palette]');
  if (!link || (event.isTrusted && (event.ctrlKey || event.metaKey))) return;
  event.preventDefault();
  if (dialog?.open) { dialog.close(); return; }
  if (document.querySelector('dialog:modal')) return;
  from = document.activeElement === link ? document.querySelector('[data-row] :is([tabindex="0"])') ?? link : document.activeElement;
  build();
  document.body.append(dialog);
  dialog.showModal();
  input().focus();
  ask();
});
