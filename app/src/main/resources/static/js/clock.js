// The clock of the top bar, in the zone of the location shown, and minutes that pass
// (<span data-since="instant">12</span>). Both tick silently: no live region.

const face = document.querySelector('[data-clock]');
const ahead = face ? new Date(face.dateTime) - Date.now() : 0; // the server's clock is the one that counts

const tick = () => {
  const now = new Date(Date.now() + ahead);
  if (face) {
    const parts = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone: face.dataset.clock }).formatToParts(now);
    const part = type => parts.find(p => p.type === type)?.value ?? '';
    face.firstChild.textContent = `${part('hour')}:${part('minute')}`;
    face.querySelector('.ap').textContent = part('dayPeriod').toLowerCase();
    face.dateTime = now.toISOString();
  }
  for (const since of document.querySelectorAll('[data-since]')) {
    since.textContent = Math.max(0, Math.floor((now - new Date(since.dataset.since)) / 60000));
  }
  setTimeout(tick, 60000 - (now % 60000) + 50);
};

setTimeout(tick, 60000 - ((Date.now() + ahead) % 60000) + 50);
