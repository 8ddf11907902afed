/** The room of a sitting: what one types is kept and shown on the others' screens, and everything can be done by keys. */
const room = document.querySelector('[data-room]');
const news = document.querySelector('[data-room-news]');
const form = document.querySelector('[data-room-form]');
const saved = document.querySelector('[data-room-saved]');
const csrf = document.querySelector('meta[name="csrf-token"]')?.content;
const versions = JSON.parse(form?.dataset.versions ?? '{}');
const waiting = new Map();
const unsent = new Set();
const clashes = new Map();
let isAway = false;
let isLeaving = false;
const PAUSE = 700;

const controls = (name) => [...form.elements].filter((control) => control.name === name);
const valueOf = (name) => {
  const all = controls(name);
  if (all[0]?.type === 'radio') return all.find((one) => one.checked)?.value ?? '';
  if (all[0]?.type === 'checkbox') return all.filter((one) => one.checked).map((one) => one.value);
  return all[0]?.value ?? '';
};
const put = (name, value) => {
  for (const control of controls(name)) {
    if (control.type === 'radio') control.checked = control.value === value;
    else if (control.type === 'checkbox') control.checked = [value].flat().includes(control.value);
    else control.value = value;
  }
};

const tellAway = () => {
  saved.textContent = 'No connection. What you type stays here and is sent again.';
  if (news.textContent !== saved.textContent) news.textContent = saved.textContent;
};
const send = async (name) => {
  if (clashes.has(name)) return;
  unsent.add(name);
  const answer = await fetch(room.dataset.entries, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'x-csrf-token': csrf,
    },
    keepalive: isLeaving,
    body: JSON.stringify({ field: name, value: valueOf(name), seen: versions[name] ?? 0 }),
  }).catch(() => undefined);
  if (!answer) {
    isAway = true;
    tellAway();
    return window.setTimeout(() => send(name), 3000);
  }
  if (isAway) news.textContent = 'The connection is back.';
  isAway = false;
  unsent.delete(name);
  const said = await answer.json().catch(() => ({}));
  if (answer.status === 409 && said.theirs) return clash(name, said.theirs);
  if (!answer.ok) return (saved.textContent = said.reasons?.[0]?.text ?? 'It could not be kept.');
  versions[name] = said.version;
  const time = new Date().toLocaleTimeString('en-GB', {
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
  });
  saved.textContent = unsent.size ? saved.textContent : `Kept at ${time.replace(' ', '')}.`;
};

/** Two wrote in one box: both texts stay until somebody chooses. */
const clash = (name, theirs) => {
  if (valueOf(name) === theirs.value) return (versions[name] = theirs.version);
  const [control] = controls(name);
  const box = document.createElement('div');
  box.className = 'cw-room__clash';
  box.setAttribute('role', 'alert');
  const words = document.createElement('p');
  words.textContent = `${theirs.by} has written here: “${theirs.value}”`;
  const button = (text, act) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'govuk-button govuk-button--secondary';
    made.textContent = text;
    made.addEventListener('click', () => {
      versions[name] = theirs.version;
      clashes.delete(name);
      box.remove();
      act();
    });
    return made;
  };
  box.append(
    words,
    button('Take theirs', () => put(name, theirs.value)),
    button('Keep mine', () => send(name)),
    button('Keep both', () => {
      put(name, `${theirs.value}\n${valueOf(name)}`);
      send(name);
    }),
  );
  clashes.set(name, box);
  saved.textContent =
    'Not kept yet: somebody else wrote in the same box. Choose what stands there.';
  control.after(box);
};

const MARKS = ['_csrf', 'version', 'commandKey', 'another'];
form?.addEventListener('input', ({ target }) => {
  const { name } = target;
  if (!name || MARKS.includes(name)) return;
  window.clearTimeout(waiting.get(name));
  waiting.set(
    name,
    window.setTimeout(() => {
      waiting.delete(name);
      send(name);
    }, PAUSE),
  );
});
/** Without a connection a form that is sent would be lost with its page. */
form?.addEventListener('submit', (event) => {
  isLeaving = window.navigator.onLine && !isAway;
  if (isLeaving) return;
  event.preventDefault();
  tellAway();
});
window.addEventListener('beforeunload', (event) => {
  if (unsent.size && !isLeaving) event.preventDefault();
});
/** What was typed a moment ago goes along when one leaves for another item. */
window.addEventListener('pagehide', () => {
  if (isLeaving) return;
  isLeaving = true;
  for (const [name, timer] of waiting) {
    window.clearTimeout(timer);
    void send(name);
  }
});

/** What the others changed: their words into boxes that nobody here is in, and the agenda and the register anew. */
const look = async ({ item, what, by }) => {
  if (form && item === room.dataset.item && what.startsWith('entry ')) {
    const answer = await fetch(room.dataset.entries, { headers: { accept: 'application/json' } });
    if (!answer.ok) return;
    for (const entry of (await answer.json()).entries) {
      if (entry.version <= (versions[entry.field] ?? 0)) continue;
      const isHere = controls(entry.field).includes(document.activeElement);
      if (isHere || waiting.has(entry.field) || unsent.has(entry.field)) continue;
      if (clashes.has(entry.field)) continue;
      versions[entry.field] = entry.version;
      put(entry.field, entry.value);
      saved.textContent = `${entry.by} is writing.`;
    }
    return;
  }
  const answer = await fetch(window.location.href).catch(() => undefined);
  if (!answer?.ok) return;
  const page = new window.DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-room-part]')) {
    const next = page.querySelector(`[data-room-part="${part.dataset.roomPart}"]`);
    if (next && !part.contains(document.activeElement)) part.replaceChildren(...next.childNodes);
  }
  if (by) news.textContent = `${by} changed something. The agenda and the register are up to date.`;
};
const stream = new window.EventSource(room.dataset.changes);
stream.addEventListener('message', ({ data }) => void look(JSON.parse(data)));
stream.addEventListener('error', () => {
  news.textContent = 'No connection to the others. What you type stays here.';
});
stream.addEventListener('open', () => {
  if (news.textContent.startsWith('No connection')) news.textContent = 'The connection is back.';
});

const keys = document.querySelector('[data-room-keys]');
const toggle = document.querySelector('[data-room-toggle]');
const OFF = 'room-keys-off';
const isOff = () => window.localStorage.getItem(OFF) === 'yes';
const tellToggle = () =>
  (toggle.textContent = isOff() ? 'Turn on single-letter keys' : 'Turn off single-letter keys');
keys.hidden = false;
tellToggle();
toggle.addEventListener('click', () => {
  window.localStorage.setItem(OFF, isOff() ? 'no' : 'yes');
  tellToggle();
});

const into = (part) => {
  const place = document.querySelector(`[data-room-key="${part}"]`);
  if (place instanceof window.HTMLDetailsElement) place.open = true;
  const first = place?.matches('button')
    ? place
    : place?.querySelector('input:checked, input, select, textarea');
  first?.focus();
};
const words = (control) => [
  ...(control.labels ?? []),
  control.closest('fieldset')?.firstElementChild,
];
/** The next question that must be answered and is not; of several things, the first. */
const open = () =>
  [...(form?.elements ?? [])].find(
    (control) =>
      control.matches('input:not([type="hidden"]), select, textarea') &&
      control.checkVisibility() &&
      !control.closest('.cw-row ~ .cw-row') &&
      !words(control).some((label) => label?.textContent.includes('(optional)')) &&
      !valueOf(control.name).length,
  );
const seen = (selector) =>
  [...(form?.querySelectorAll(selector) ?? [])].find((one) => one.offsetParent);
const ACTS = {
  j: () => room.dataset.next && window.location.assign(room.dataset.next),
  k: () => room.dataset.before && window.location.assign(room.dataset.before),
  e: () => into('ehc'),
  d: () => into('decision'),
  n: () => (open() ?? form?.querySelector('[data-room-key="save"]'))?.focus(),
  a: () => seen('[id*="actions-0-what"]')?.focus(),
  r: () => into('register'),
  o: () => into('open'),
};
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && form) {
    event.preventDefault();
    return form.requestSubmit(form.querySelector('[data-room-key="save"]'));
  }
  const { target } = event;
  const isTyping = target.matches?.(
    'input:not([type="radio"]):not([type="checkbox"]), textarea, select',
  );
  if (isTyping && event.key === 'Escape') return target.blur();
  if (isTyping || isOff() || event.ctrlKey || event.metaKey || event.altKey) return;
  const act = ACTS[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
});
