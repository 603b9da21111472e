// A field that is left with something in it is read by the server: what was understood stands below
// it in green, what is wrong in red. The field itself, its value and the focus stay as they are.

const under = (field, html) => {
  const box = field.closest('.f');
  box.querySelectorAll('.em, .says').forEach(old => old.remove());
  box.insertAdjacentHTML('beforeend', html);
  const error = box.querySelector('.em');
  box.classList.toggle('err', Boolean(error));
  if (error) field.setAttribute('aria-invalid', 'true');
  else field.removeAttribute('aria-invalid');
  const ids = [...box.querySelectorAll('.em, .says, .hint')].map(text => text.id).filter(Boolean);
  if (ids.length) field.setAttribute('aria-describedby', ids.join(' '));
  else field.removeAttribute('aria-describedby');
};

document.addEventListener('change', event => {
  const field = event.target.closest?.('[data-check]');
  if (!field) return;
  const value = field.value;
  if (!value.trim()) { under(field, ''); return; }
  document.dispatchEvent(new CustomEvent('desk:post', { detail: {
    url: field.dataset.check,
    body: new URLSearchParams({ value }).toString(),
    done: async answer => { if (answer?.ok && field.isConnected && field.value === value) under(field, await answer.text()); },
  } }));
});
