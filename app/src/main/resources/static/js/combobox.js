// A field with a list under it. data-combobox="/address" on the form or the .f around the input takes
// a POST of the field and answers with options: <a role="option" href> (opened) or
// <div role="option" data-value> (taken into the field). First match chosen; Enter takes it, unless
// the next one fits as well and the list was not looked at yet: then the first Enter opens the list.

const boxOf = input => input.closest('[data-combobox]');
const listOf = input => document.getElementById(input.getAttribute('aria-controls'));
const options = list => [...list.querySelectorAll('[role="option"]')];
const chosen = list => list.querySelector('[aria-selected="true"]');

let asked = 0, timer;

const list = input => {
  const there = input.hasAttribute('aria-controls') && listOf(input);
  if (there) return there;
  const made = Object.assign(document.createElement('div'), { className: 'pop', id: `${input.id}-list`, hidden: true });
  made.setAttribute('role', 'listbox');
  made.setAttribute('aria-label', input.getAttribute('aria-label') ?? input.labels?.[0]?.textContent ?? 'Matches');
  boxOf(input).append(made);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-controls', made.id);
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-autocomplete', 'list');
  return made;
};

const show = (input, open) => {
  const box = list(input);
  box.hidden = !open;
  input.setAttribute('aria-expanded', String(open));
  if (!open) { input.removeAttribute('aria-activedescendant'); delete input.dataset.looked; }
};

const choose = (input, option) => {
  const box = list(input);
  for (const other of options(box)) other.setAttribute('aria-selected', String(other === option));
  if (!option) { input.removeAttribute('aria-activedescendant'); return; }
  option.id ||= `${box.id}-${options(box).indexOf(option)}`;
  input.setAttribute('aria-activedescendant', option.id);
  option.scrollIntoView({ block: 'nearest' });
};

const ask = input => {
  const number = ++asked;
  const words = input.value.trim();
  if (!words) { show(input, false); return Promise.resolve(); }
  return new Promise(done => {
    const body = new URLSearchParams({ [input.name]: words }).toString();
    document.dispatchEvent(new CustomEvent('desk:post', { detail: { url: boxOf(input).dataset.combobox, body, done: async answer => {
      if (number === asked) delete input.dataset.answered;
      if (answer?.ok && number === asked) {
        const box = list(input);
        box.innerHTML = await answer.text();
        input.dataset.answered = words;
        show(input, true);
        choose(input, options(box)[0]);
      }
      done();
    } } }));
  });
};

const take = (input, option) => {
  show(input, false);
  clearTimeout(timer);
  asked++;
  if (option.matches('a[href]')) {
    input.value = '';
    option.click();
    return;
  }
  if (option.matches('button[type="submit"]')) {
    option.form.requestSubmit(option); // what was typed goes to another address
    return;
  }
  input.value = option.dataset.text ?? option.textContent.trim();
  const hidden = boxOf(input).querySelector('input[type="hidden"][data-takes]');
  if (hidden) hidden.value = option.dataset.value;
  input.dispatchEvent(new Event('change', { bubbles: true }));
};

document.addEventListener('input', event => {
  if (!event.target.matches('[data-combobox] input:not([type="hidden"])')) return;
  const input = event.target;
  list(input);
  delete input.dataset.looked;
  clearTimeout(timer);
  timer = setTimeout(() => ask(input), 90);
});

document.addEventListener('keydown', async event => {
  if (!event.target.matches?.('[data-combobox] input:not([type="hidden"])') || event.isComposing) return;
  const input = event.target, box = list(input), open = !box.hidden;
  const all = options(box), at = all.indexOf(chosen(box));
  if (event.key === 'Escape' && open) {
    event.preventDefault();
    show(input, false);
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    input.dataset.looked = 'yes';
    if (!open) { await ask(input); return; }
    choose(input, all[(at + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % all.length]);
  } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && input.value.trim()) {
    event.preventDefault();
    clearTimeout(timer);
    // Enter may be faster than the answer: it takes what the words typed mean, never an older list.
    if (input.dataset.answered !== input.value.trim() || !open) await ask(input);
    if (input.dataset.answered !== input.value.trim()) return; // no answer came, or one typed on
    const now = options(box), pick = chosen(box);
    const doubtful = now.length > 1 && now[0].dataset.fits !== undefined && now[0].dataset.fits === now[1].dataset.fits;
    if (!pick) return;
    if (doubtful && pick === now[0] && !input.dataset.looked) { input.dataset.looked = 'yes'; return; }
    take(input, pick);
  }
});

document.addEventListener('mousedown', event => {
  const option = event.target.closest?.('.pop [role="option"]');
  if (option) event.preventDefault(); // the field keeps the focus
});

document.addEventListener('click', event => {
  const option = event.target.closest?.('.pop [role="option"]');
  if (!option) return;
  const input = document.querySelector(`[aria-controls="${CSS.escape(option.closest('[role="listbox"]').id)}"]`);
  if (option.matches('button[type="submit"]')) return;
  if (!input || option.matches('a[href]')) { if (input) { show(input, false); input.value = ''; } return; }
  take(input, option);
});

document.addEventListener('focusout', event => {
  if (event.target.matches?.('[data-combobox] input') && event.target.hasAttribute('aria-controls')) {
    setTimeout(() => { if (document.activeElement !== event.target) show(event.target, false); }, 150);
  }
});
