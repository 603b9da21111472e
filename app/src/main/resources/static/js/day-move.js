// Moving a block: M, then arrows or a time typed (wed 1130), Enter; or dragged to another time or
// column. It snaps to five minutes. What is posted is an instant and an identifier.

const grid = () => document.querySelector('[data-day-grid]');
const form = () => document.getElementById('move');
const five = () => { // five minutes in pixels, whatever the size of the letters
  const root = getComputedStyle(document.documentElement);
  return parseFloat(root.getPropertyValue('--five')) * parseFloat(root.fontSize);
};
const rowOf = block => Number([...block.classList].find(css => /^t\d+$/.test(css)).slice(1));
const columns = () => [...grid().querySelectorAll('.col')];
const instant = row => new Date(new Date(grid().dataset.from).getTime() + row * 300000).toISOString().replace('.000', '');

const setRow = (block, row) => {
  for (const css of [...block.classList]) if (/^t\d+$/.test(css)) block.classList.replace(css, `t${row}`);
};

/** A ghost of the block, which goes where the block would go. */
const ghostOf = block => {
  const ghost = block.cloneNode(true);
  ghost.removeAttribute('id');
  ghost.className = `${block.className} ghost`;
  ghost.classList.remove('sel');
  ghost.setAttribute('aria-hidden', 'true');
  for (const part of ghost.querySelectorAll('a')) part.tabIndex = -1;
  return ghost;
};

const rows = () => Number([...grid().querySelector('.tg').classList].find(css => /^h\d+$/.test(css)).slice(1)) * 12;

const clock = row => {
  const zone = document.querySelector('[data-clock]').dataset.clock;
  return new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone: zone }).format(new Date(instant(row)));
};

const post = (block, values) => {
  const url = `/appointments/${block.id.slice(2)}/move`;
  return htmx.ajax('POST', url, { values: { version: block.dataset.version, ...values }, target: '#drawer', swap: 'innerHTML', select: 'dialog.drawer' });
};

// ── by keys ──────────────────────────────────────────────────────────

let moving = null; // { block, ghost, row, column, touched }

const says = text => { document.getElementById('move-says').textContent = text; };

const stop = back => {
  if (!moving) return;
  const { block, ghost } = moving;
  ghost.remove();
  moving = null;
  form().hidden = true;
  document.querySelector('[data-peek-says]').hidden = false;
  if (back) block.querySelector('.evb')?.focus();
};

const begin = block => {
  stop(false);
  const column = block.closest('.col');
  moving = { block, ghost: ghostOf(block), row: rowOf(block), column, touched: false };
  column.querySelector('ol').append(moving.ghost);
  document.querySelector('[data-peek-says]').hidden = true;
  form().hidden = false;
  const field = document.getElementById('move-to');
  field.value = '';
  document.getElementById('move-who').textContent = `${block.dataset.who} · ${block.dataset.ids}`;
  says(block.dataset.time);
  field.focus();
};

// What is typed is said back before Enter moves anything; an answer that came late says nothing.
let asking = 0;
document.addEventListener('input', event => {
  if (!moving || event.target.id !== 'move-to') return;
  const { block } = moving;
  const when = event.target.value.trim();
  clearTimeout(asking);
  if (!when) { says(block.dataset.time); return; }
  asking = setTimeout(() => {
    const current = () => moving?.block === block && document.getElementById('move-to').value.trim() === when;
    const done = async answer => {
      const text = answer?.ok ? await answer.text() : '';
      if (text && current()) says(text);
    };
    document.dispatchEvent(new CustomEvent('desk:post', { detail: { url: `/appointments/${block.id.slice(2)}/move/says`, body: new URLSearchParams({ when }), done } }));
  }, 120);
});

const shift = (rowStep, columnStep) => {
  const all = columns();
  const at = all.indexOf(moving.column) + columnStep;
  moving.row = Math.max(0, Math.min(rows() - 1, moving.row + rowStep));
  if (all[at]) moving.column = all[at];
  moving.touched = true;
  setRow(moving.ghost, moving.row);
  moving.column.querySelector('ol').append(moving.ghost);
  moving.ghost.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  says(`${clock(moving.row)}, ${moving.column.dataset.name}`);
};

// Before keys.js, which would open the drawer of a move: here the grid itself is the place for it.
document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (moving && event.target.id === 'move-to') {
    const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], PageDown: [12, 0], PageUp: [-12, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key];
    if (step && !event.target.value) { event.preventDefault(); event.stopPropagation(); shift(...step); }
    else if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); stop(true); }
    return;
  }
  const block = event.target.closest?.('[data-day-grid] .ev[data-movable]');
  if (block && event.key.toLowerCase() === 'm' && document.documentElement.dataset.letters !== 'off') {
    event.preventDefault();
    event.stopPropagation();
    begin(block);
  }
}, true);

document.addEventListener('submit', event => {
  if (event.target.id !== 'move') return;
  event.preventDefault();
  event.stopPropagation();
  if (!moving) return;
  const typed = document.getElementById('move-to').value.trim();
  if (!typed && !moving.touched) { says('Type a time, or use the arrows.'); return; }
  const { block, row, column } = moving;
  stop(true);
  post(block, typed ? { when: typed } : { start: instant(row), whom: column.dataset.col });
}, true);

// ── by dragging ──────────────────────────────────────────────────────

let drag = null; // { block, ghost, x, y, grip, column, row }

document.addEventListener('pointerdown', event => {
  const block = event.target.closest?.('[data-day-grid] .ev[data-movable]');
  if (!block || event.button !== 0 || event.pointerType === 'touch') return;
  drag = { block, ghost: null, x: event.clientX, y: event.clientY, grip: event.clientY - block.getBoundingClientRect().top };
});

const columnAt = x => columns().find(column => { const box = column.getBoundingClientRect(); return x >= box.left && x < box.right; });

document.addEventListener('pointermove', event => {
  if (!drag) return;
  if (!drag.ghost) {
    if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < 5) return;
    drag.ghost = ghostOf(drag.block);
    drag.row = rowOf(drag.block);
    document.documentElement.dataset.dragging = '';
  }
  const column = columnAt(event.clientX) ?? drag.block.closest('.col');
  const top = event.clientY - drag.grip - column.getBoundingClientRect().top;
  drag.row = Math.max(0, Math.min(rows() - 1, Math.round(top / five())));
  drag.column = column;
  setRow(drag.ghost, drag.row);
  if (drag.ghost.parentElement !== column.querySelector('ol')) column.querySelector('ol').append(drag.ghost);
  const box = grid().getBoundingClientRect();
  if (event.clientY > box.bottom - 24) grid().scrollTop += five();
  if (event.clientY < box.top + 72) grid().scrollTop -= five();
});

const drop = event => {
  if (!drag) return;
  const { block, ghost, column, row } = drag;
  drag = null;
  delete document.documentElement.dataset.dragging;
  if (!ghost) return;
  ghost.remove();
  // The click that ends a drag opens nothing.
  const swallow = click => { click.preventDefault(); click.stopPropagation(); };
  document.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => document.removeEventListener('click', swallow, true), 50);
  if (event.type === 'pointercancel') return;
  if (row === rowOf(block) && column === block.closest('.col')) return;
  post(block, { start: instant(row), whom: column.dataset.col });
};
document.addEventListener('pointerup', drop);
document.addEventListener('pointercancel', drop);
document.addEventListener('keydown', event => {
  if (event.key === 'Escape' && drag?.ghost) { event.preventDefault(); event.stopPropagation(); drop({ type: 'pointercancel' }); }
}, true);
