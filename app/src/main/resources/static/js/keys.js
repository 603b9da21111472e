// Keys (DESK.md 5). Links and buttons name theirs with data-key; a row names what a letter does with
// data-key-LETTER="/an/address" (opened) or data-post-LETTER="/an/address" (posted).

const typing = element => element.closest('input, textarea, select, [contenteditable]');
const shown = element => element.checkVisibility();
const letters = () => document.documentElement.dataset.letters !== 'off';
const command = event => event.ctrlKey || event.metaKey;

/** The top layer: a dialog, else the drawer, else the page. */
const layer = () =>
  document.querySelector('dialog:modal') ?? document.querySelector('#drawer dialog[open]') ?? document.getElementById('main');

const named = key => [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].find(shown);

const use = element => {
  if (element.matches('input, textarea, select')) { element.focus(); element.select?.(); }
  else element.click();
};

/** What stands selected: the row or block around the focus, else whom the drawer or the page is about. */
const row = () => document.activeElement?.closest('[data-row]') ?? document.querySelector('#drawer [data-subject]') ?? document.querySelector('main [data-subject]');

const open = (url, focus) =>
  document.dispatchEvent(new CustomEvent('desk:open', { detail: { url, from: focus ?? document.activeElement } }));

const act = (element, letter) => {
  const get = element.getAttribute(`data-key-${letter}`);
  if (get) { open(get); return true; }
  const post = element.getAttribute(`data-post-${letter}`);
  if (post) { document.dispatchEvent(new CustomEvent('desk:act', { detail: { url: post } })); return true; }
  return false;
};

const undo = () => {
  const button = document.querySelector('#toasts [data-undo]');
  if (button) button.click();
  return Boolean(button);
};

let going = false; // after G

const whileTyping = event => {
  const key = event.key;
  if (key === 'F2') return named('F2');
  if (key === 'F4' && !event.altKey) {
    const selected = document.activeElement?.hasAttribute('data-untouched') ? null : row()?.getAttribute('data-key-f4');
    if (selected) { open(selected); return true; }
    return named('F4');
  }
  if (command(event) && key.toLowerCase() === 'k') return document.querySelector('[data-palette]');
  if (command(event) && key === 'Enter') {
    const form = document.activeElement?.closest('form');
    return form?.querySelector('.b.go:not([aria-disabled="true"])') ?? layer()?.querySelector('.b.go:not([aria-disabled="true"])');
  }
  return null;
};

const outsideOfFields = event => {
  if (command(event) && event.key.toLowerCase() === 'z') return undo();
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  if (event.key === '/') return named('F2');
  if (event.key === '?') return document.querySelector('a[data-dialog][href="/keys"]');
  if (event.key === '.') return document.querySelector('[data-fresh]:not([hidden])');
  if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
    const selected = document.activeElement?.closest('[data-row]');
    if (selected) document.dispatchEvent(new CustomEvent('desk:row-menu', { detail: { row: selected } }));
    return Boolean(selected);
  }
  if (!letters() || event.key.length !== 1) return null;
  const letter = event.key.toLowerCase();
  if (going) {
    going = false;
    return document.querySelector(`[data-go="${CSS.escape(letter.toUpperCase())}"]`);
  }
  const selected = row();
  if (selected && act(selected, letter)) return true;
  const inLayer = [...(layer()?.querySelectorAll(`[data-key="${CSS.escape(letter)}"]`) ?? [])].find(shown);
  if (inLayer) return inLayer;
  if (letter === 'g') {
    going = true;
    setTimeout(() => { going = false; }, 1500);
    return true;
  }
  return null;
};

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.isComposing) return;
  const hit = whileTyping(event) ?? (typing(event.target) ? null : outsideOfFields(event));
  if (!hit) return;
  event.preventDefault();
  if (hit !== true) use(hit);
});

// A posted act answers like every other: toast, drawer closed, page brought up to date.
document.addEventListener('desk:act', event => htmx.ajax('POST', event.detail.url, { target: '#drawer', swap: 'innerHTML', select: 'dialog.drawer' }));
