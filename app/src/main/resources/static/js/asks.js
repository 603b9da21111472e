// Questions and choices answered by one key. In [data-ask] Space or Y says yes and N no; the focus
// goes to the next open question, then to the main button, and this is announced. A digit, or N
// for none, takes the choice that carries it ([data-pick]) unless something is being typed.

const plain = event => !event.ctrlKey && !event.altKey && !event.metaKey;
const isOpen = ask => !ask.querySelector('input:checked');

const announce = text => {
  const box = document.getElementById('says');
  if (box) box.textContent = text;
};

const goOn = from => {
  const form = from.closest('form');
  const next = [...form.querySelectorAll('[data-ask]')].find(isOpen);
  const no = form.querySelector('[data-ask] input[value="no"]:checked');
  if (no) return; // the sentence that says so announces itself
  const to = next ? next.querySelector('input') : form.querySelector('.b.go');
  to?.focus();
  announce(next ? `${from.dataset.ask}: yes. Next: ${next.dataset.ask}.` : `${from.dataset.ask}: yes. All answered.`);
};

// What the main button will book is said beside it.
const books = () => {
  const says = document.querySelector('[data-books-of]');
  const chosen = says?.closest('form')?.querySelector('[data-books]:checked');
  if (chosen) says.textContent = chosen.dataset.books;
};
document.addEventListener('change', event => { if (event.target.matches?.('[data-pick]')) books(); });
document.addEventListener('htmx:afterSettle', books);

document.addEventListener('change', event => {
  const ask = event.target.closest?.('[data-ask]');
  if (ask) goOn(ask);
});

const take = radio => {
  if (radio.disabled) return;
  radio.checked = true;
  radio.focus();
  radio.dispatchEvent(new Event('change', { bubbles: true }));
};

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || !plain(event)) return;
  const letter = event.key.toLowerCase();
  const ask = event.target.closest?.('[data-ask]');
  if (ask && (letter === 'y' || letter === 'n')) {
    event.preventDefault();
    take(ask.querySelector(`input[value="${letter === 'y' ? 'yes' : 'no'}"]`));
    return;
  }
  const field = event.target.closest?.('input, textarea, select');
  if (field && field.type !== 'radio') return;
  const pick = /^[1-9n]$/.test(letter) && document.querySelector(`dialog.drawer [data-pick="${letter}"]`);
  if (!pick || document.querySelector('dialog:modal')) return;
  event.preventDefault();
  take(pick);
});
