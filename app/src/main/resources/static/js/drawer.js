// A task on top of the page. Links with data-drawer, and whoever says desk:open, bring a page's drawer
// over this page; its address goes into the history, so that Back closes it. One drawer at a time.

const slot = () => document.getElementById('drawer');
const dialog = () => slot()?.querySelector('dialog.drawer');

let from = null; // where the focus returns

const focusFirst = box => {
  const first = box.querySelector('[data-focus]') ?? box.querySelector('[autofocus]') ?? box.querySelector('h2');
  first?.focus();
};

const tell = (what, detail) => document.dispatchEvent(new CustomEvent(`desk:${what}`, { detail }));

const clear = () => {
  slot()?.replaceChildren();
  const back = from;
  from = null;
  if (back?.isConnected) back.focus();
  else if (back?.id) document.getElementById(back.id)?.focus();
  tell('closed');
};

const close = () => {
  if (!dialog()) return;
  tell('closing');
  if (history.state?.drawer) history.back(); // popstate clears
  else clear();
};

const open = async (url, opener) => {
  if (!slot() || !window.htmx) { location.assign(url); return; }
  const again = Boolean(dialog());
  if (!again) from = opener ?? document.activeElement;
  tell('opening');
  try {
    await htmx.ajax('GET', url, { target: '#drawer', swap: 'innerHTML', select: 'dialog.drawer' });
  } catch { // the alarm says it
    tell('opened', { good: false });
    return;
  }
  if (!dialog()) { location.assign(url); return; }
  if (again) history.replaceState({ drawer: true }, '', url);
  else history.pushState({ drawer: true }, '', url);
  tell('opened', { good: true });
};

document.addEventListener('click', event => {
  const link = event.target.closest?.('a[data-drawer]');
  if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    // A key that stands for the link leaves the focus where it was.
    open(link.getAttribute('href'), event.isTrusted && !link.closest('.pop') ? link : document.activeElement);
    return;
  }
  const away = event.target.closest?.('#drawer [data-close]');
  if (away) { event.preventDefault(); close(); }
});

document.addEventListener('desk:open', event => {
  const page = event.detail.url;
  open(page, event.detail.from);
});

document.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog:modal')) return;
  if (dialog()) { event.preventDefault(); close(); return; }
  const alone = document.querySelector('dialog.drawer.alone [data-close]');
  if (alone) { event.preventDefault(); alone.click(); }
});

document.addEventListener('htmx:afterSettle', event => {
  if (event.detail.target?.id === 'drawer' && dialog()) focusFirst(dialog());
});

// An act went well: the drawer goes, the page below is read anew where it shows live things.
document.addEventListener('desk:done', close);

addEventListener('popstate', event => {
  if (dialog() && !event.state?.drawer) clear();
  else if (event.state?.drawer) location.reload();
});
