// One tab stop a list, arrows inside it. A list says data-roving="selector of its items"; lists side
// by side say data-roving-group="name" for left and right.

const boxes = () => [...document.querySelectorAll('[data-roving]')].filter(box => box.checkVisibility());
const items = box => [...box.querySelectorAll(box.dataset.roving)].filter(item => item.checkVisibility());

const stopAt = (box, item) => {
  for (const other of box.querySelectorAll(box.dataset.roving)) other.tabIndex = other === item ? 0 : -1;
};

const settle = () => {
  for (const box of document.querySelectorAll('[data-roving]')) {
    const all = items(box);
    if (all.filter(item => item.tabIndex === 0).length === 1) continue;
    const focused = all.find(item => item === document.activeElement);
    if (all.length) stopAt(box, focused ?? all[0]);
  }
};

const go = (box, item) => {
  if (!item) return;
  stopAt(box, item);
  item.focus();
  item.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};

/** An arrow from nowhere goes into the first list of the page. */
const enter = () => {
  const first = boxes().filter(box => box.closest('main')).flatMap(items).find(item => item.tabIndex === 0);
  first?.focus();
  return Boolean(first);
};

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
  const box = event.target.closest?.('[data-roving]');
  const item = box && event.target.closest(box.dataset.roving);
  if (event.target === document.body && event.key.startsWith('Arrow') && enter()) event.preventDefault();
  if (!item) return;
  const all = items(box), at = all.indexOf(item);
  const inside = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (inside !== undefined) {
    event.preventDefault();
    go(box, all[inside]);
    return;
  }
  const side = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!side || !box.dataset.rovingGroup) return;
  const group = boxes().filter(other => other.dataset.rovingGroup === box.dataset.rovingGroup);
  for (let n = group.indexOf(box) + side; group[n]; n += side) {
    const beside = items(group[n]);
    if (!beside.length) continue;
    event.preventDefault();
    const nearest = box.dataset.rovingBy === 'height' ? closest(item, beside) : beside[Math.min(at, beside.length - 1)];
    go(group[n], nearest);
    return;
  }
});

const closest = (item, beside) => {
  const top = item.getBoundingClientRect().top;
  return beside.reduce((best, other) =>
    Math.abs(other.getBoundingClientRect().top - top) < Math.abs(best.getBoundingClientRect().top - top) ? other : best);
};

document.addEventListener('focusin', event => {
  const box = event.target.closest?.('[data-roving]');
  const item = box && event.target.closest(box.dataset.roving);
  if (item) stopAt(box, item);
});
for (const change of ['htmx:afterSettle', 'desk:changed']) document.addEventListener(change, settle);
settle();
