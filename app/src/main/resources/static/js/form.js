// Small manners of forms: the error summary takes the focus, typing clears a field's error, a form is
// sent once however often its button is pressed.

const focusSummary = () => document.querySelector('.sum[data-focus]')?.focus();

document.addEventListener('input', event => {
  const field = event.target.closest('.f.err');
  if (!field) return;
  field.classList.remove('err');
  field.querySelector('.em')?.remove();
  event.target.removeAttribute('aria-invalid');
});

document.addEventListener('click', event => {
  if (event.target.closest('[aria-disabled="true"]')) { event.preventDefault(); event.stopImmediatePropagation(); return; }
  const link = event.target.closest('.sum a[href^="#"]');
  if (!link) return;
  event.preventDefault();
  document.getElementById(link.hash.slice(1))?.focus();
}, true);

document.addEventListener('submit', event => {
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); event.stopImmediatePropagation(); return; }
  form.dataset.sent = 'yes';
  setTimeout(() => { delete form.dataset.sent; }, 1000);
}, true);

document.addEventListener('htmx:afterRequest', event => { delete event.detail.elt?.dataset?.sent; });
addEventListener('pageshow', () => { for (const form of document.forms) delete form.dataset.sent; });

// What the page itself gave the focus to was not chosen: F4 does not take it for its patient.
for (const sign of ['keydown', 'pointerdown']) document.addEventListener(sign, event => {
  if (event.key === 'F4') return;
  for (const untouched of document.querySelectorAll('[data-untouched]')) delete untouched.dataset.untouched;
}, true);

// A page that answers a POST is asked for anew by its address when one comes back to it: browsers keep
// no such page, and would show a fault of their own.
history.replaceState(history.state, '');

focusSummary();
if (!document.activeElement || document.activeElement === document.body) {
  const first = document.querySelector('[data-first]');
  if (first?.closest('[data-row]')) first.dataset.untouched = '';
  first?.focus({ preventScroll: true }); // a page begins at its beginning
}
