// A toast stays eight seconds, longer while it is looked at; it stays in the list "Recent" for the day.

const LIFE = 8000;
const timers = new WeakMap();

const leave = toast => {
  if (toast.matches(':hover') || toast.contains(document.activeElement)) { timers.set(toast, setTimeout(leave, 1000, toast)); return; }
  toast.remove();
};

const watch = () => {
  const all = [...document.querySelectorAll('#toasts [data-toast]')];
  for (const old of all.slice(0, -1)) old.remove(); // one at a time, the newest
  const toast = all.at(-1);
  if (toast && !timers.has(toast)) timers.set(toast, setTimeout(leave, LIFE, toast));
};

document.addEventListener('htmx:oobAfterSwap', watch);
document.addEventListener('htmx:afterSettle', watch);
document.addEventListener('submit', event => {
  const toast = event.target.closest('[data-toast]');
  if (toast) toast.querySelector('button').setAttribute('aria-disabled', 'true');
});
watch();
