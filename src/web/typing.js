// Asks again while the reader types, and puts the answer of the same page in place of the results. Without this
// file the form does the same on its own.
const form = document.querySelector('.search-form');
const field = form.querySelector('[name=q]');
const wait = 200;
let timer;
let asking;

field.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(ask, wait);
});

async function ask() {
  asking?.abort();
  asking = new AbortController();
  const address = `/search?${new URLSearchParams(new FormData(form))}`;
  try {
    const response = await fetch(address, { signal: asking.signal, headers: { accept: 'text/html' } });
    if (!response.ok) return;
    const answer = new DOMParser().parseFromString(await response.text(), 'text/html');
    for (const part of ['#results', '#sum']) {
      const fresh = answer.querySelector(part);
      if (fresh) document.querySelector(part).replaceChildren(...fresh.childNodes);
    }
    document.title = answer.title;
    history.replaceState(null, '', address);
  } catch (error) {
    // A newer question has taken its place, or the network is away; the form still works.
    if (error.name !== 'AbortError' && error.name !== 'TypeError') throw error;
  }
}
