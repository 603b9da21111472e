// A list of people that has stood for a second was looked at: <span data-stood="/address"> tells the
// server so, once. What went by faster was only typed past.

document.addEventListener('desk:listed', event => {
  for (const mark of event.detail.box.querySelectorAll('[data-stood]')) {
    setTimeout(() => {
      if (mark.isConnected) document.dispatchEvent(new CustomEvent('desk:post', { detail: { url: mark.dataset.stood } }));
      mark.remove();
    }, 1000);
  }
});
