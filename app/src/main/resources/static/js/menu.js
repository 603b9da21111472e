// Menus of the top bar, and the list of what can be done with a row (Menu key, Shift F10).

const openMenus = () => document.querySelectorAll('details[data-menu][open]');

const close = (menu, back) => {
  menu.open = false;
  if (back) menu.querySelector('summary').focus();
};

document.addEventListener('click', event => {
  for (const menu of openMenus()) if (!menu.contains(event.target)) close(menu, false);
});

document.addEventListener('keydown', event => {
  const menu = event.target.closest?.('details[data-menu][open]');
  if (!menu) return;
  if (event.key === 'Escape') {
    event.preventDefault();
    close(menu, true);
    return;
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const all = [...menu.querySelectorAll('.mi')];
  const at = all.indexOf(document.activeElement);
  all[at < 0 ? (step > 0 ? 0 : all.length - 1) : (at + step + all.length) % all.length].focus();
});

// The words come from the key line: <span data-letter="i">… check in</span>.
const rowActs = row =>
  [...document.querySelectorAll('.keys [data-letter]')]
    .map(hint => ({ letter: hint.dataset.letter, word: hint.lastElementChild.textContent }))
    .filter(({ letter }) => row.hasAttribute(`data-key-${letter}`) || row.hasAttribute(`data-post-${letter}`));

document.addEventListener('desk:row-menu', event => {
  const { row } = event.detail;
  const acts = rowActs(row);
  if (!acts.length) return;
  const from = document.activeElement;
  const dialog = Object.assign(document.createElement('dialog'), { className: 'dlg row-menu' });
  dialog.setAttribute('aria-label', 'What to do');
  for (const { letter, word } of acts) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'mi' });
    button.append(word[0].toUpperCase() + word.slice(1), Object.assign(document.createElement('kbd'), { className: 'push', textContent: letter.toUpperCase() }));
    button.addEventListener('click', () => {
      dialog.close();
      const url = row.getAttribute(`data-key-${letter}`);
      if (url) document.dispatchEvent(new CustomEvent('desk:open', { detail: { url, from } }));
      else document.dispatchEvent(new CustomEvent('desk:act', { detail: { url: row.getAttribute(`data-post-${letter}`) } }));
    });
    dialog.append(button);
  }
  dialog.addEventListener('keydown', key => {
    const all = [...dialog.children], at = all.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[key.key];
    if (step) { all[(at + step + all.length) % all.length].focus(); key.preventDefault(); }
  });
  dialog.addEventListener('close', () => { dialog.remove(); from?.focus(); });
  document.body.append(dialog);
  dialog.showModal();
});
