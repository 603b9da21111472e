// Find an opening: Enter in the field books the first line of what the words now say, never of what
// they said before; ↓ goes into the list, where digits book a line.

const list = field => field.form.querySelector('#found');
const current = field => list(field)?.dataset.words.trim() === field.value.trim();

/** Whether the list answers the words as they stand: asks for it, and says no when none comes. */
const answered = field => new Promise(done => {
  if (current(field)) { done(true); return; }
  const over = new AbortController();
  const end = answer => { over.abort(); done(answer); };
  const on = (name, act) => document.addEventListener(name, act, { signal: over.signal });
  on('htmx:afterRequest', ({ detail }) => { if (detail.elt === field && detail.xhr.status) end(current(field)); });
  for (const broken of ['htmx:sendError', 'htmx:timeout']) on(broken, ({ detail }) => { if (detail.elt === field) end(false); });
  on('input', ({ target }) => { if (target === field) end(false); }); // other words: Enter was for the old ones
  htmx.trigger(field, 'ask');
});

document.addEventListener('keydown', async event => {
  const field = event.target;
  if (!field.matches?.('[data-openings]') || event.isComposing) return;
  if (event.key === 'ArrowDown') {
    const first = field.form.querySelector('button.opn');
    if (first) { event.preventDefault(); first.focus(); }
  } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    if (event.repeat) return;
    if (await answered(field)) field.form?.querySelector('#book button')?.click();
  }
});

// What a free spot of the schedule says already stays; what one types comes after it.
document.addEventListener('focusin', event => {
  const field = event.target;
  if (!field.matches?.('[data-openings]') || field.dataset.placed) return;
  field.dataset.placed = '';
  field.setSelectionRange(field.value.length, field.value.length);
});
