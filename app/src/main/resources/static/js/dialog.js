// A link with data-dialog shows the part [data-dialog-part] of its page in a dialog. Without a script
// it is a link.

document.addEventListener('click', async event => {
  const link = event.target.closest?.('a[data-dialog]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (document.querySelector('dialog.page-part')) return;
  const from = document.activeElement;
  const answer = await fetch(link.href);
  const part = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-dialog-part]');
  if (!part) { location.assign(link.href); return; }
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
