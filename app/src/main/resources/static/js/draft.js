// What is typed into <form data-draft="name"> is kept on the server, for this person, until it is
// saved; the form finds it again on this or any other desk. Nothing is kept in the browser.

const WAIT = 700;
const timers = new Map();

const fields = form => [...form.elements].filter(field =>
  field.name && !['hidden', 'password', 'submit', 'button', 'file'].includes(field.type) && !field.closest('[data-no-draft]'));

const content = form => {
  const body = new URLSearchParams();
  for (const field of fields(form)) {
    if (['checkbox', 'radio'].includes(field.type) && !field.checked) continue;
    body.append(field.name, field.value);
  }
  return body.toString();
};

const save = form => {
  clearTimeout(timers.get(form));
  timers.delete(form);
  document.dispatchEvent(new CustomEvent('desk:post', { detail: { url: `/drafts/${form.dataset.draft}`, body: content(form) } }));
};

const restore = async form => {
  if (form.dataset.drafted || form.querySelector('.err, .sum')) return;
  form.dataset.drafted = 'yes';
  const before = content(form);
  const answer = await fetch(`/drafts/${form.dataset.draft}`, { headers: { Accept: 'application/json' } });
  if (answer.status !== 200 || content(form) !== before) return; // already typing
  const kept = await answer.json();
  let changed = false;
  for (const field of fields(form)) {
    const values = kept.fields[field.name];
    if (!values) continue;
    if (['checkbox', 'radio'].includes(field.type)) { changed ||= field.checked !== values.includes(field.value); field.checked = values.includes(field.value); }
    else if (values[0] && field.value !== values[0]) { field.value = values[0]; changed = true; }
  }
  if (!changed) return;
  const says = document.getElementById('says');
  if (says) says.textContent = 'What you typed before is back in the form.';
  form.querySelector('[data-draft-note]')?.removeAttribute('hidden');
};

const all = () => document.querySelectorAll('form[data-draft]');

document.addEventListener('input', event => {
  const form = event.target.form;
  if (!form?.dataset.draft) return;
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(save, WAIT, form));
});
document.addEventListener('submit', event => { clearTimeout(timers.get(event.target)); timers.delete(event.target); }, true);
addEventListener('pagehide', () => { for (const form of timers.keys()) save(form); });
document.addEventListener('htmx:afterSettle', () => all().forEach(restore));
all().forEach(restore);
