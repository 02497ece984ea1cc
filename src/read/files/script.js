// What the reader's pages do beyond what they are: keys, search as one types, a new issue, copying. All of them work without it.

const field = document.querySelector('input[type="search"]');
const up = document.body.dataset.up;

// Keys: `/` to search, `j` and `k` from one item to the next.

function move(by) {
  const links = [...document.querySelectorAll('[data-item]')].map((item) => item.querySelector('a'));
  if (links.length === 0) return;
  const at = links.findIndex((link) => link.closest('[data-item]').contains(document.activeElement));
  const next = links[at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by];
  if (!next) return;
  next.focus({ preventScroll: true });
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  next.closest('[data-item]').scrollIntoView({ block: 'nearest', behavior: calm ? 'auto' : 'smooth' });
}

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.target.closest('input, textarea, select, [contenteditable]')) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  if (event.key === '/') {
    event.preventDefault();
    field.focus();
    field.select();
  } else if (event.key === 'j') move(1);
  else if (event.key === 'k') move(-1);
});

// Search as one types, where results are shown: the page is asked for with what stands in the field, and its results taken over.

const PAUSE = 150;
let pause;
let asking;

async function searchWhile() {
  const address = new URL(field.form.action);
  // What narrows the search down stays.
  for (const [name, value] of new URL(location.href).searchParams) {
    if (!['q', 'after', 'typing'].includes(name)) address.searchParams.set(name, value);
  }
  address.searchParams.set('q', field.value);
  const shown = address.href;
  address.searchParams.set('typing', '1');
  asking?.abort();
  asking = new AbortController();
  try {
    const response = await fetch(address, { headers: { accept: 'text/html' }, signal: asking.signal });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    document.querySelector('main').replaceChildren(...page.querySelector('main').childNodes);
    document.title = page.title;
    history.replaceState(null, '', shown);
  } catch {
    // Another letter came, or there is no network: the form still works.
  }
}

if (location.pathname.endsWith('/search')) {
  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(searchWhile, PAUSE);
  });
}

// A new issue, on the page that shows the newest: heard of while the page is looked at.

const news = document.querySelector('#news');
let listening = null;
let cursor = null;

function announce({ title, resourcePath }) {
  const link = document.createElement('a');
  link.href = up + resourcePath.slice(1);
  link.textContent = title;
  news.replaceChildren('A new issue: ', link);
}

async function listen() {
  const mine = new AbortController();
  listening = mine;
  try {
    const response = await fetch(`${up}graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: document.body.dataset.live, variables: cursor && { after: cursor } }),
      signal: mine.signal,
    });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    for (let { value, done } = await reader.read(); !done; { value, done } = await reader.read()) {
      const events = (text + value).split('\n\n');
      text = events.pop();
      for (const event of events) {
        const data = /^data: (.+)$/m.exec(event)?.[1];
        const happened = data && JSON.parse(data).data?.digestImported;
        if (!happened) continue;
        ({ cursor } = happened);
        announce(happened.digest);
      }
    }
  } catch {
    // The server or the network went away: it is tried again.
  }
  if (listening !== mine) return;
  listening = null;
  setTimeout(begin, 5000 + Math.random() * 10000);
}

function begin() {
  if (!document.hidden && !listening) listen();
}

if (document.body.dataset.live) {
  begin();
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) return begin();
    const before = listening;
    listening = null;
    before?.abort();
  });
}

// Copy what stands below a summary.

if (navigator.clipboard) {
  for (const pre of document.querySelectorAll('details pre')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(pre.textContent);
      button.textContent = 'Copied';
    });
    pre.before(button);
  }
}
