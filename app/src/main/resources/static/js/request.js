// What every request of a script carries and what every answer may say: the CSRF header, a log-in
// that is over, a line that is gone.

// htmx notes the address of the page there, even when it keeps no pages: nothing stays.
const forget = () => sessionStorage.clear();
forget();
for (const noted of ['htmx:pushedIntoHistory', 'htmx:replacedInHistory']) document.addEventListener(noted, forget);

const csrf = () => document.querySelector('meta[name="csrf"]');

const alarm = text => {
  const box = document.getElementById('alarm');
  if (!box) return;
  box.replaceChildren();
  if (!text) return;
  const close = Object.assign(document.createElement('button'), { type: 'button', className: 'b small', textContent: 'Close' });
  close.addEventListener('click', () => alarm(''));
  box.append(Object.assign(document.createElement('span'), { textContent: text }), close);
};

const now = () => new Date().toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit' });

document.addEventListener('htmx:configRequest', event => {
  const meta = csrf();
  if (meta) event.detail.headers[meta.dataset.header] = meta.content;
});

document.addEventListener('htmx:beforeSwap', event => {
  // A redirect to the log-in is followed by the browser itself: show it as the page it is.
  const to = event.detail.xhr.responseURL;
  if (to && new URL(to).pathname === '/login') {
    event.preventDefault();
    location.assign('/login');
  }
});

document.addEventListener('htmx:afterRequest', event => {
  if (event.detail.successful) alarm('');
});

document.addEventListener('htmx:responseError', event => {
  const { status } = event.detail.xhr;
  if (status === 401) location.assign('/login');
  else if (status === 403) alarm('Nothing was changed: the page stood open too long, or this is not for your role. Load the page anew.');
  else if (status === 404) alarm('That is gone: somebody removed it, or it was never yours to see. Nothing was changed.');
  else alarm(`The desk could not do that (${status}). Look whether it was saved before you try again.`);
});

for (const broken of ['htmx:sendError', 'htmx:timeout']) {
  document.addEventListener(broken, () => alarm(`The line to the server is gone since ${now()}. What you type is kept here.`));
}

// Other modules ask for a POST by event, so that the header is made in one place.
document.addEventListener('desk:post', event => {
  const { url, body, done } = event.detail;
  const meta = csrf();
  fetch(url, {
    method: 'POST',
    keepalive: true,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'HX-Request': 'true', [meta.dataset.header]: meta.content },
    body: body ?? '',
  }).then(answer => {
    if (answer.status === 401 || new URL(answer.url).pathname === '/login') location.assign('/login');
    else done?.(answer);
  }, () => done?.(null));
});

// A page that comes out of the browser's own memory may be from before a log-out.
addEventListener('pageshow', event => { if (event.persisted) location.reload(); });
