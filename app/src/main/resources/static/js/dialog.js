// A link with data-dialog shows the part [data-dialog-part] of its page in a dialog. Without a script
// it is a link.

/** The key line of a page shows what fits; here all of it stands. */
const prependOwnKeys = part => {
  const hints = [...document.querySelectorAll('.keys .own > span')];
  const card = part.querySelector('section.card');
  if (!hints.length || !card) return;
  const own = card.cloneNode(true);
  own.querySelector('h2').textContent = own.querySelector('caption').textContent = 'On this page';
  own.querySelector('tbody').replaceChildren(...hints.map(hint => {
    const row = document.createElement('tr'), caps = document.createElement('th'), word = document.createElement('td');
    caps.scope = 'row';
    caps.className = 'nowrap';
    for (const cap of hint.querySelectorAll('kbd')) caps.append(cap.cloneNode(true), ' ');
    word.textContent = hint.lastElementChild.textContent;
    row.append(caps, word);
    return row;
  }));
  card.before(own);
};

document.addEventListener('click', async event => {
  const link = event.target.closest?.('a[data-dialog]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (document.querySelector('dialog.page-part')) return;
  const from = document.activeElement;
  const answer = await fetch(link.href);
  const part = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-dialog-part]');
  if (!part) { location.assign(link.href); return; }
  if (link.matches('[href="/keys"]')) prependOwnKeys(part);
  const dialog = Object.assign(document.createElement('dialog'), { className: 'dlg page-part' });
  dialog.setAttribute('aria-label', part.getAttribute('aria-label'));
  const close = Object.assign(document.createElement('button'), { type: 'button', className: 'b' });
  close.append('Close ', Object.assign(document.createElement('kbd'), { textContent: 'Esc' }));
  close.addEventListener('click', () => dialog.close());
  dialog.append(part, close);
  dialog.addEventListener('close', () => { dialog.remove(); from?.focus(); });
  document.body.append(dialog);
  part.tabIndex = -1;
  dialog.showModal();
  part.focus(); // begins at its beginning, not at the button below
});
