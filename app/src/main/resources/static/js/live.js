// Live changes. One tab of the browser holds the stream (Web Locks) and hands on to the others
// (BroadcastChannel). A text changes where it stands; a row that appears, moves or goes waits while
// focus or pointer is in its lane: "2 changes wait", "." brings them in. After a break the page is
// read anew.

const ME = crypto.randomUUID();
const channel = new BroadcastChannel('liaison-live');
const BEAT = 40000;

const parts = () => [...document.querySelectorAll('[data-live]')].map(part => part.dataset.live);
const PAGE_AT = document.querySelector('[data-clock]')?.dateTime ?? null; // before the clock ticks
const PAGE = location.href;

// ── the page: changes come in ────────────────────────────────────────

let pointed = null;
document.addEventListener('pointerover', event => { pointed = event.target.closest?.('[data-lane-box]') ?? null; });
document.addEventListener('pointerleave', () => { pointed = null; });

/** The visible lane, with its head, around a list of rows. */
const laneOf = element => element?.closest('[data-lane-box]') ?? null;
// A focus that the page itself has set is nobody's until a key or a button is pressed.
let touched = false;
for (const sign of ['keydown', 'pointerdown']) document.addEventListener(sign, () => { touched = true; }, { capture: true, once: true });
const worksIn = lane => touched && lane.contains(document.activeElement);
const busy = lane => lane !== null && (lane === pointed || worksIn(lane));

const waiting = new Map(); // lane box → Map(row id → fragment)

const element = html => {
  const holder = document.createElement('template');
  holder.innerHTML = html.trim();
  return holder.content.firstElementChild;
};

/** Makes `now` like `then` without replacing what has the focus. */
const morph = (now, then) => {
  if (now.nodeType !== then.nodeType || now.nodeName !== then.nodeName) { now.replaceWith(then.cloneNode(true)); return; }
  if (now.nodeType !== Node.ELEMENT_NODE) { if (now.data !== then.data) now.data = then.data; return; }
  for (const { name, value } of then.attributes) if (now.getAttribute(name) !== value) now.setAttribute(name, value);
  for (const { name } of [...now.attributes]) if (!then.hasAttribute(name) && !['tabindex', 'class'].includes(name)) now.removeAttribute(name);
  const old = [...now.childNodes], fresh = [...then.childNodes];
  fresh.forEach((child, n) => { if (old[n]) morph(old[n], child); else now.append(child.cloneNode(true)); });
  old.slice(fresh.length).forEach(child => child.remove());
};

const place = (row, lane, order) => {
  const after = [...lane.children].find(other => other !== row && (other.dataset.order ?? '') > order);
  if (row.parentElement !== lane || row.nextElementSibling !== (after ?? null)) lane.insertBefore(row, after ?? null);
};

const group = lane => { const section = lane?.closest('[data-hide-empty]'); if (section) section.hidden = !lane.querySelector('[data-order]'); };

/** Applies a fragment; the focus stays with its row when the row moves. */
const apply = fragment => {
  const now = document.getElementById(fragment.id);
  const from = now?.parentElement;
  if (!fragment.html) { now?.remove(); group(from); return; }
  const then = element(fragment.html);
  if (!fragment.lane) { if (now) morph(now, then); return; }
  const lane = document.getElementById(fragment.lane);
  if (!lane) { now?.remove(); group(from); return; }
  const focused = now?.contains(document.activeElement) ? document.activeElement : null;
  if (now) morph(now, then);
  place(now ?? then, lane, fragment.order ?? '');
  group(from);
  group(lane);
  focused?.focus();
};

const moves = fragment => {
  const now = document.getElementById(fragment.id);
  if (!fragment.lane) return !fragment.html && Boolean(now);
  const lane = document.getElementById(fragment.lane);
  return !now || now.parentElement !== lane || now.dataset.order !== fragment.order;
};

const lanesOf = fragment => [
  laneOf(document.getElementById(fragment.id)),
  laneOf(fragment.lane ? document.getElementById(fragment.lane) : null),
].filter(Boolean);

let spoken = 0, unsaid;
const say = text => {
  clearTimeout(unsaid);
  const wait = Math.max(0, spoken + 5000 - Date.now()); // at most one sentence every five seconds
  unsaid = setTimeout(() => { spoken = Date.now(); const box = document.getElementById('says'); if (box) box.textContent = text; }, wait);
};

const sign = lane => {
  const count = waiting.get(lane)?.size ?? 0;
  let button = lane.querySelector('[data-fresh]');
  if (!count) { button?.remove(); return; }
  if (!button) {
    button = Object.assign(document.createElement('button'), { type: 'button', className: 'fresh' });
    button.dataset.fresh = '';
    button.append(document.createElement('span'), Object.assign(document.createElement('kbd'), { textContent: '.' }));
    lane.querySelector('header')?.append(button);
  }
  const text = count === 1 ? '1 change waits' : `${count} changes wait`;
  button.firstChild.textContent = text;
  say(text);
};

const bringIn = lane => {
  const held = waiting.get(lane);
  if (!held) return;
  waiting.delete(lane);
  for (const fragment of held.values()) apply(fragment);
  for (const other of [...waiting.keys()]) {
    for (const id of held.keys()) waiting.get(other).delete(id);
    sign(other);
  }
  sign(lane);
  settled();
};

const settled = () => document.dispatchEvent(new CustomEvent('desk:changed'));

/** A newer state has come in: the older one need not wait any more. */
const forget = id => { for (const lane of [...waiting.keys()]) if (waiting.get(lane).delete(id)) { if (!waiting.get(lane).size) waiting.delete(lane); sign(lane); } };

// What one's own act changed is shown at once: it is what the eyes wait for.
let own = 0;
document.addEventListener('htmx:beforeRequest', event => { if (event.detail.requestConfig.verb !== 'get') own = Date.now() + 3000; });

const take = fragments => {
  for (const fragment of fragments) {
    const lanes = lanesOf(fragment);
    const known = lanes.find(lane => waiting.get(lane)?.has(fragment.id)) ?? [...waiting.keys()].find(lane => waiting.get(lane).has(fragment.id));
    const held = Date.now() < own ? null : moves(fragment) ? lanes.find(busy) ?? known : known;
    if (!held) { forget(fragment.id); apply(fragment); continue; }
    if (!waiting.has(held)) waiting.set(held, new Map());
    waiting.get(held).set(fragment.id, fragment);
    sign(held);
  }
  settled();
};

document.addEventListener('click', event => {
  const button = event.target.closest?.('[data-fresh]');
  if (button) bringIn(laneOf(button));
});

// Whoever leaves the lane sees it as it is.
const release = () => { for (const lane of [...waiting.keys()]) if (!busy(lane)) bringIn(lane); };
document.addEventListener('focusout', () => setTimeout(release, 400));
document.addEventListener('pointerover', () => { if (waiting.size) setTimeout(release, 400); });

// ── after a break ────────────────────────────────────────────────────

const SHOWN = '[data-live], [data-reread]';

const fragmentsOf = page => {
  const fragments = [];
  for (const text of page.querySelectorAll(`:is(${SHOWN}) [data-text][id]`)) fragments.push({ id: text.id, html: text.outerHTML, lane: null });
  const rows = new Set();
  for (const row of page.querySelectorAll(`:is(${SHOWN}) [data-lane] > [data-order][id]`)) {
    rows.add(row.id);
    fragments.push({ id: row.id, html: row.outerHTML, lane: row.parentElement.id, order: row.dataset.order });
  }
  for (const row of document.querySelectorAll(`:is(${SHOWN}) [data-lane] > [data-order][id]`)) if (!rows.has(row.id)) fragments.push({ id: row.id, html: '', lane: null });
  return fragments;
};

let rereading = false, again = false; // what is done while a page is on its way is not in it yet
const reread = async () => {
  if (!document.querySelector(SHOWN)) return;
  if (rereading) { again = true; return; }
  rereading = true;
  try {
    const answer = await fetch(PAGE); // not the address of a drawer over it
    if (new URL(answer.url).pathname === '/login') { location.replace('/login'); return; }
    if (answer.ok) take(fragmentsOf(new DOMParser().parseFromString(await answer.text(), 'text/html')));
  } catch { /* the line is still gone; the stream will tell when it is back */ } finally { rereading = false; }
  if (again) { again = false; reread(); }
};

/** The session ended or looks elsewhere: what stands here may not be for these eyes any more. */
const ended = async () => {
  const answer = await fetch('/keys', { headers: { 'HX-Request': 'true' } }).catch(() => null);
  if (answer?.status === 401) location.replace('/login');
  else if (parts().length) location.reload();
};

const lost = at => {
  const box = document.getElementById('alarm');
  if (box && at) box.textContent = `The line to the server is gone since ${at.toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' })}. What you type is kept here.`;
  else if (box) box.replaceChildren();
};

const hear = message => {
  if (message.kind === 'change') { if (parts().includes(message.part)) take(message.fragments); }
  else if (message.kind === 'reread') reread();
  else if (message.kind === 'back') { away = false; lost(null); reread(); }
  else if (message.kind === 'lost') { away = true; lost(new Date(message.since)); }
  else if (message.kind === 'ended') ended();
};

// ── the stream: one tab holds it ─────────────────────────────────────

const tabs = new Map(); // tab → its parts, as the leader knows them
let leading = false, stream = null, id = null, watchdog, broken = null;

const tell = message => { hear(message); channel.postMessage(message); };

const watch = since => {
  if (!id) return;
  const body = new URLSearchParams({ stream: id });
  for (const part of new Set([...tabs.values()].flat())) body.append('part', part);
  if (since) body.append('since', since);
  document.dispatchEvent(new CustomEvent('desk:post', { detail: { url: '/live/watch', body: body.toString() } }));
};

const restart = () => { stream?.close(); id = null; connect(); };

const beat = () => { clearTimeout(watchdog); watchdog = setTimeout(restart, BEAT); };

let losing;
const connect = () => {
  stream = new EventSource('/live');
  beat();
  stream.addEventListener('hello', event => {
    clearTimeout(losing);
    id = event.data;
    document.documentElement.dataset.liveState = 'on';
    watch(PAGE_AT);
    if (broken) { tell({ kind: 'back' }); broken = null; }
    beat();
  });
  stream.addEventListener('beat', beat);
  stream.addEventListener('reread', () => { beat(); tell({ kind: 'reread' }); });
  stream.addEventListener('change', event => { beat(); tell({ kind: 'change', ...JSON.parse(event.data) }); });
  stream.addEventListener('logged-out', () => { stream.close(); tell({ kind: 'ended' }); });
  stream.addEventListener('ended', () => { stream.close(); id = null; tell({ kind: 'ended' }); setTimeout(connect, 1500); });
  stream.addEventListener('error', () => {
    id = null;
    document.documentElement.dataset.liveState = 'off';
    broken ??= new Date();
    clearTimeout(losing);
    losing = setTimeout(() => { if (broken) tell({ kind: 'lost', since: broken.toISOString() }); }, 5000);
    if (stream.readyState === EventSource.CLOSED) setTimeout(restart, 3000);
  });
};

const mine = () => ({ kind: 'watch', tab: ME, parts: parts(), at: PAGE_AT });

const known = message => {
  if (message.parts.length) tabs.set(message.tab, message.parts); else tabs.delete(message.tab);
};

channel.addEventListener('message', ({ data }) => {
  if (data.kind === 'who') channel.postMessage(mine());
  else if (data.kind === 'watch') { if (leading) { known(data); watch(data.at); } }
  else if (data.kind === 'bye') { if (leading) { tabs.delete(data.tab); watch(); } }
  else hear(data);
});

const announce = () => { if (leading) { known(mine()); watch(PAGE_AT); } else channel.postMessage(mine()); };

// The lock is held until the tab closes; the next in line leads then.
navigator.locks.request('liaison-live', () => new Promise(() => {
  leading = true;
  document.documentElement.dataset.liveLeader = '';
  known(mine());
  channel.postMessage({ kind: 'who' });
  connect();
}));

announce();
addEventListener('pagehide', () => { stream?.close(); channel.postMessage({ kind: 'bye', tab: ME }); });
// After an act of one's own: a page that no stream keeps fresh ([data-reread]) is read anew, any other
// only while the stream is away.
let away = false;
document.addEventListener('desk:done', () => { if (away || document.querySelector('[data-reread]')) reread(); });
