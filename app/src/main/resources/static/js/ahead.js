// Type-ahead. Keys pressed while an answer is awaited (a drawer that comes, an act of one's own) are
// kept and given, in their order, to what the answer brings; an answer that refuses drops them. So a
// fast hand loses nothing, and no key lands on what it was not meant for.

const LONGEST = 5000; // an answer later than this answers nobody's keys any more
const awaited = new Set(); // 'drawer', 'close', a request
const forms = new Map(); // request → the form it was sent from
let kept = [], given = true, late, acted = 0;

const reset = () => { awaited.clear(); forms.clear(); kept = []; };

const begin = what => {
  if (!awaited.size) given = true;
  awaited.add(what);
  clearTimeout(late);
  late = setTimeout(reset, LONGEST);
};

const end = (what, good) => {
  if (!awaited.delete(what)) return;
  if (forms.delete(what) && good) acted = Date.now();
  given &&= good;
  if (!given) kept = [];
  if (!awaited.size) { clearTimeout(late); setTimeout(give); }
};

// ── what is awaited ──────────────────────────────────────────────────

for (const [name, what] of [['desk:opening', 'drawer'], ['desk:closing', 'close']]) document.addEventListener(name, () => begin(what));
for (const [name, what] of [['desk:opened', 'drawer'], ['desk:closed', 'close']]) document.addEventListener(name, event => end(what, event.detail?.good ?? true));

document.addEventListener('htmx:beforeRequest', event => {
  const { requestConfig, elt, xhr } = event.detail;
  if (requestConfig.verb === 'get' || elt.matches('input')) return; // a field that searches while one types
  begin(xhr);
  forms.set(xhr, elt.closest('form'));
});
document.addEventListener('htmx:afterRequest', event => end(event.detail.xhr, event.detail.xhr.status >= 200 && event.detail.xhr.status < 300));

// ── the keys ─────────────────────────────────────────────────────────

const typing = element => element.closest?.('input:not([type="radio"], [type="checkbox"]), textarea, [contenteditable]');
const PLAIN = ['Enter', 'F2', 'F4', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Backspace'];

const keeps = event => {
  if (event.altKey || event.metaKey) return false;
  if (event.ctrlKey) return event.key === 'Enter' || event.key.toLowerCase() === 'z';
  return event.key.length === 1 || PLAIN.includes(event.key);
};

/** A field elsewhere goes on taking what is typed; one whose form was just sent does not. */
const free = field => field && !awaited.has('drawer') && !awaited.has('close') && ![...forms.values()].includes(field.form);

/** Keys wait for the row to become what the act made of it, a second at most. */
const awaitChange = () => {
  begin('change');
  setTimeout(() => end('change', true), 1000);
};

/** Just after an act: a letter that neither the row knows yet nor the page. */
const early = event => {
  const row = event.target.closest?.('[data-row]');
  if (!row || Date.now() - acted > 1000 || !/^[a-z]$/i.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return false;
  const letter = event.key.toLowerCase();
  return !row.hasAttribute(`data-key-${letter}`) && !row.hasAttribute(`data-post-${letter}`)
    && letter !== 'g' && !document.querySelector(`#main [data-key="${letter}"]`);
};

document.addEventListener('keydown', event => {
  if (event.isTrusted && !awaited.size && !kept.length && early(event)) awaitChange();
  // Also in the moment between an answer and the giving: else a key would overtake those before it.
  if (!(awaited.size || kept.length) || !event.isTrusted || event.isComposing) return;
  if (event.key === 'Escape') { kept = []; return; }
  if (!keeps(event) || (!kept.length && free(typing(event.target)))) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  kept.push({ key: event.key, ctrlKey: event.ctrlKey, shiftKey: event.shiftKey });
}, true);

document.addEventListener('pointerdown', () => { kept = []; }, true); // the hand is elsewhere now

/** Presses a kept key where the focus now is; false when nothing there knows it. */
const press = key => {
  const at = document.activeElement ?? document.body, field = typing(at);
  if (field && key.key.length === 1 && !key.ctrlKey) return document.execCommand('insertText', false, key.key);
  if (field && key.key === 'Backspace') return document.execCommand('delete');
  if (!at.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }))) return true;
  if (key.ctrlKey) return false;
  if (field && key.key === 'Enter') { field.form?.requestSubmit(); return true; }
  if (['Enter', ' '].includes(key.key) && at.matches('a, button, summary, input')) { at.click(); return true; }
  return false;
};

const give = () => {
  while (kept.length && !awaited.size) {
    const key = kept.shift();
    key.until ??= Date.now() + 1000;
    if (!press(key) && Date.now() < key.until && document.activeElement?.closest('[data-row]')) {
      kept.unshift(key);
      awaitChange();
    }
  }
};

document.addEventListener('desk:changed', () => end('change', true));
