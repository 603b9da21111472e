// The schedule: arrows between blocks and free time, a strip that tells the selected block whole, the
// line of now. Moving lives in day-move.js.

const grid = () => document.querySelector('[data-day-grid]');
const columns = () => [...grid().querySelectorAll('.col')];
const stops = column => [...column.querySelectorAll('.evb, .gapb')]
  .map(link => ({ link, top: link.parentElement.offsetTop }))
  .sort((a, b) => a.top - b.top)
  .map(stop => stop.link);
const columnOf = element => element.closest?.('[data-day-grid] .col');

const go = link => {
  if (!link) return false;
  for (const other of grid().querySelectorAll('.evb, .gapb')) other.tabIndex = other === link ? 0 : -1;
  link.focus({ preventScroll: true });
  link.parentElement.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return true;
};

const near = (column, top) => stops(column).reduce((best, link) => {
  const far = Math.abs(link.parentElement.offsetTop - top);
  return !best || far < best.far ? { link, far } : best;
}, null)?.link;

const beside = (column, step) => {
  const all = columns();
  for (let n = all.indexOf(column) + step; all[n]; n += step) if (stops(all[n]).length) return all[n];
  return null;
};

const five = () => { // five minutes in pixels, whatever the size of the letters
  const root = getComputedStyle(document.documentElement);
  return parseFloat(root.getPropertyValue('--five')) * parseFloat(root.fontSize);
};

document.addEventListener('keydown', event => {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
  const region = event.target.matches?.('[data-day-grid], body') && grid();
  if (region && event.key.startsWith('Arrow')) {
    event.preventDefault();
    go(grid().querySelector('[tabindex="0"]:is(.evb, .gapb)') ?? stops(columns()[0] ?? document)[0]);
    return;
  }
  const link = event.target.closest?.('.evb, .gapb');
  const column = link && columnOf(link);
  if (!column) return;
  const all = stops(column), at = all.indexOf(link), top = link.parentElement.offsetTop;
  const hour = five() * 12;
  const to = {
    ArrowDown: () => all[at + 1],
    ArrowUp: () => all[at - 1],
    Home: () => all[0],
    End: () => all.at(-1),
    PageDown: () => all.find(one => one.parentElement.offsetTop >= top + hour) ?? all.at(-1),
    PageUp: () => all.findLast(one => one.parentElement.offsetTop <= top - hour) ?? all[0],
    ArrowRight: () => { const next = beside(column, 1); return next && near(next, top); },
    ArrowLeft: () => { const next = beside(column, -1); return next && near(next, top); },
  }[event.key];
  if (!to) return;
  event.preventDefault();
  go(to());
});

// ── the strip ────────────────────────────────────────────────────────

const piece = (text, css) => Object.assign(document.createElement('span'), { textContent: text, className: css });

let peeked = null; // the block that the strip tells

const peek = link => {
  peeked = link.closest('.ev');
  const box = document.querySelector('[data-peek-says]');
  if (!box) return;
  const block = link.closest('li');
  if (link.matches('.gapb')) { box.replaceChildren(piece(link.querySelector('.sr').textContent, 'strong')); return; }
  const swatch = piece('', `sw ${block.dataset.fam}`);
  const visit = piece(block.dataset.visit, 'nowrap');
  visit.prepend(swatch);
  const state = piece(block.dataset.wait ?? block.dataset.state, `chip ${block.dataset.wait ? 'bad' : ''}`);
  const icon = block.querySelector('svg');
  if (icon) state.prepend(icon.cloneNode(true));
  const name = document.createElement('bdi');
  name.className = 'strong';
  name.textContent = block.dataset.who;
  box.replaceChildren(piece(block.dataset.time, 'strong nowrap'), name, piece(block.dataset.ids, 'dim nowrap'), visit, state);
};

document.addEventListener('focusin', event => {
  const link = event.target.closest?.('[data-day-grid] :is(.evb, .gapb)');
  if (!link) return;
  for (const other of grid().querySelectorAll('.ev.sel')) other.classList.remove('sel');
  link.closest('.ev')?.classList.add('sel');
  for (const other of grid().querySelectorAll('.evb, .gapb')) other.tabIndex = other === link ? 0 : -1;
  peek(link);
});

// A visit that has gone, or has another time by now, is told no longer as it was.
const recheck = () => {
  const box = document.querySelector('[data-peek-says]');
  if (!box || !peeked) return;
  const now = document.getElementById(peeked.id);
  if (now === peeked) return;
  if (now) { peek(now.querySelector('.evb')); return; }
  peeked = null;
  box.replaceChildren(piece('Nothing selected. Arrows walk through the day.', 'dim'));
};

// ── now, one tab stop, the first sight ───────────────────────────────

const settle = () => {
  if (!grid()) return;
  recheck();
  const links = [...grid().querySelectorAll('.evb, .gapb')];
  if (links.filter(link => link.tabIndex === 0 && link.hasAttribute('tabindex')).length === 1) {
    for (const link of links) if (!link.hasAttribute('tabindex')) link.tabIndex = -1;
    return;
  }
  for (const link of links) link.tabIndex = -1;
  const now = grid().querySelector('.nowline');
  const first = now ? links.find(link => link.matches('.ev:not(.past) > .evb') && columnOf(link) === columns()[0]) : null;
  const stop = links.find(link => link === document.activeElement) ?? first ?? links[0];
  if (stop) stop.tabIndex = 0;
};

const tick = () => {
  const from = grid() && new Date(grid().dataset.from);
  const clock = document.querySelector('[data-clock]');
  if (from && clock) {
    const row = Math.floor((new Date(clock.dateTime) - from) / 300000);
    for (const mark of grid().querySelectorAll('[data-now]')) {
      for (const css of [...mark.classList]) if (/^t\d+$/.test(css)) mark.classList.replace(css, `t${row}`);
      if (mark.closest('.axis')) mark.textContent = clock.firstChild.textContent.trim();
    }
  }
  setTimeout(tick, 30000);
};

document.addEventListener('desk:changed', settle);
document.addEventListener('htmx:afterSettle', settle);
settle();
const line = grid()?.querySelector('.nowline');
if (line) grid().scrollTop = Math.max(0, line.offsetTop - grid().clientHeight * 0.32); // once, never again by itself
const entry = grid()?.querySelector('[tabindex="0"]:is(.evb, .gapb)');
if (entry && document.activeElement === document.body) {
  entry.dataset.untouched = ''; // nobody chose it: see form.js
  entry.focus({ preventScroll: Boolean(line) });
}
setTimeout(tick, 30000);

// A click on free time books at the five minutes that were clicked.
document.addEventListener('click', event => {
  const link = event.target.closest?.('.gapb');
  if (!link || !event.isTrusted || event.detail === 0) return;
  const into = Math.floor((event.clientY - link.getBoundingClientRect().top) / five());
  const start = new Date(new Date(link.dataset.start).getTime() + Math.max(0, into) * 300000);
  const whom = columnOf(link).dataset.col;
  event.preventDefault();
  event.stopPropagation();
  document.dispatchEvent(new CustomEvent('desk:open', { detail: { url: `/openings?start=${start.toISOString().replace('.000', '')}&whom=${whom}`, from: link } }));
}, true);
